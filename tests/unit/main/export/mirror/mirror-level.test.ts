import { expect, it } from 'vitest'
import { MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
import { idOf, newNote } from '../../../../support/new-record.ts'

/** All that is written on the disk from now on, also what is written over a moment later. */
function everything({ stick }: MirroredWorkspace): string[] {
  const seen: string[] = []
  const createFile = stick.createFile.bind(stick)
  stick.createFile = async (path) => {
    const file = await createFile(path)
    return {
      write: async (bytes) => {
        seen.push(path, Buffer.from(bytes).toString())
        return file.write(bytes)
      },
      sync: () => file.sync(),
      close: () => file.close(),
    }
  }
  return seen
}

/** Runs `commit` when a record is read for the first time. */
function whenRead({ workspace }: MirroredWorkspace, commit: () => Promise<void>): void {
  const read = workspace.read.bind(workspace)
  workspace.read = async (id) => {
    workspace.read = read
    await commit()
    return read(id)
  }
}

it('never writes the name of what is above its level, not for a moment, when it becomes secret while files are rendered', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(2, 'Public', 'Nothing.')], { options: { upTo: 'internal' } })
  await mirrored.mirror.update()
  const seen = everything(mirrored)
  await mirrored.change(idOf(2), { body: 'Something.' })
  whenRead(mirrored, () =>
    mirrored.put({ ...newNote(3, 'Zanzibar plan'), classification: 'confidential' }, newNote(2, 'Public', 'See [[Zanzibar plan]] soon.')),
  )
  await mirrored.mirror.write()
  expect(seen.join('\n')).not.toContain('Zanzibar')
  expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
  expect(await mirrored.files()).toMatchObject({ 'Notes/Public.md': expect.stringContaining('[withheld]') })
})

it('never writes a file by a name that became secret while the names of files were read', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(2, 'Public')], { options: { upTo: 'internal' } })
  await mirrored.mirror.update()
  const seen = everything(mirrored)
  await mirrored.change(idOf(2), { attachments: [await mirrored.file('Picture.png', 'one')] })
  const attachments = [await mirrored.file('Zanzibar plan.png', 'two')]
  whenRead(mirrored, () =>
    mirrored.put({ ...newNote(3, 'Zanzibar plan'), classification: 'confidential' }, { ...newNote(2, 'Public'), attachments }),
  )
  await mirrored.mirror.write()
  expect(seen.join('\n')).not.toContain('Zanzibar')
  expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
})
