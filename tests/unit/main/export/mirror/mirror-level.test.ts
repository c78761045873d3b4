import { expect, it } from 'vitest'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
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

it('writes no file of a record that rises above the level while files of records are written', async () => {
  const mirrored = await MirroredWorkspace.of([], { options: { upTo: 'internal' } })
  await mirrored.mirror.update()
  for (const [number, name] of ['first.txt', 'salaries.txt'].entries())
    await mirrored.put({ ...newNote(number + 1, name), attachments: [await mirrored.file(name, `Bytes of ${name}`)] })
  const seen = everything(mirrored)
  const renamed: string[] = []
  const rename = mirrored.stick.rename.bind(mirrored.stick)
  mirrored.stick.rename = async (from, to) => {
    await rename(from, to)
    renamed.push(to)
    if (to.endsWith('/first.txt')) await mirrored.change(idOf(2), { classification: 'confidential' })
  }
  await mirrored.mirror.write()
  expect(seen.join('\n')).toContain('Bytes of first.txt')
  expect(renamed.filter((path) => path.includes('attachments'))).toEqual([`${MIRROR}/attachments/first.txt`])
  expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
  await mirrored.mirror.update()
  expect(mirrored.mirror.conflicts).toEqual([])
  expect(await mirrored.files()).toEqual(await mirrored.exported())
})

it('keeps no name of a record that has risen above its level, not in its lists either', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'Zanzibar plan'), newNote(2, 'Public')], { options: { upTo: 'internal' } })
  await mirrored.mirror.update()
  await mirrored.change(idOf(1), { classification: 'confidential' })
  await mirrored.mirror.write()
  expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
  expect(
    Object.entries(await mirrored.stick.tree(MIRROR))
      .flat()
      .join('\n'),
  ).not.toContain('Zanzibar')
})
