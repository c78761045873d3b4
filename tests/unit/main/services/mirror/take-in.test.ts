import { expect, it } from 'vitest'
import { editedFields } from '../../../../../src/main/services/mirror/take-in.ts'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
import { idOf, newNote, newRecord } from '../../../../support/new-record.ts'

it('takes no file in of which something is withheld, so that no mark takes the place of words', async () => {
  const secret = newRecord(2, { kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
  const mirrored = await MirroredWorkspace.of(
    [secret, newNote(1, 'Talks', 'We met. [[Zanzibar plan]] came up.'), newNote(3, 'Open', 'Free.')],
    {
      options: { upTo: 'internal' },
    },
  )
  await mirrored.mirror.update()
  const { workspace, mirror } = mirrored
  const files = await mirrored.files()
  const plan = mirror.run?.plan ?? expect.fail()
  const edited = (path: string, number: number) => {
    // whoever edits it may take out the line that says so
    const text = (files[path] ?? '').replace(/^withheld: true\n/mu, '')
    return { path, id: idOf(number), text: `${text} Edited by hand.`, rev: 1 }
  }
  const told = edited('Notes/Talks.md', 1)
  expect(told.text).toContain('[withheld]')
  await expect(editedFields(workspace, plan, told)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await editedFields(workspace, plan, edited('Notes/Open.md', 3))).toMatchObject({
    patch: { body: 'Free. Edited by hand.' },
  })
  await mirrored.close()
})

it('takes no file in that was written from a version which a restored backup has undone', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One', 'a')])
  await mirrored.mirror.update()
  const backup = mirrored.disk.afterProcessExit()
  await mirrored.change(idOf(1), { body: 'Words of the day that was lost.' })
  await mirrored.mirror.update()
  await mirrored.close()
  const again = await mirrored.again({}, backup)
  // the number of the lost version is given again
  await again.change(idOf(1), { body: 'New words of today.' })
  const path = 'Notes/One.md'
  const text = `${Buffer.from(await again.stick.readFile(`${MIRROR}/${path}`)).toString()} Edited.`
  again.stick.put(`${MIRROR}/${path}`, Buffer.from(text))
  await again.mirror.update()
  const run = again.mirror.run ?? expect.fail()
  const edited = { path, id: idOf(1), text, rev: run.writer.known.get(path)?.of?.rev }
  await expect(editedFields(again.workspace, run.plan, edited)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await again.close()
})
