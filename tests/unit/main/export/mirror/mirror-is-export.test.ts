import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { MANIFEST } from '../../../../../src/main/export/manifest.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { workspaceRecords } from '../../../../support/arbitrary-records.ts'
import { change, mirrorOptions, take } from '../../../../support/mirror-changes.ts'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'

it('tells links that mean the file of a record from links to it also after the record came or went while nothing was written', async () => {
  let mirrored = await MirroredWorkspace.of([newNote(1, 'Linking', 'See [[end]].')])
  await mirrored.mirror.update()
  const reopen = async () => {
    await mirrored.close()
    mirrored = await mirrored.again()
  }
  for (const change of [newNote(2, 'end.'), { ...newNote(2, 'end.'), trashed: { at: '2023-05-17T14:02:00.000Z', by: anna } }]) {
    await reopen()
    await mirrored.put(change)
    await reopen()
    await mirrored.mirror.write()
    const linking = (await mirrored.files())['Notes/Linking.md']
    expect(linking).toBe((await mirrored.exported())['Notes/Linking.md'])
    expect(linking?.includes('original-links')).toBe(change.trashed === null)
  }
})

it('says in its list of files what it is made with, also when no file is another for it', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'Note')])
  await mirrored.mirror.update()
  await mirrored.close()
  const again = await mirrored.again({ options: { upTo: 'public' } })
  await again.mirror.update()
  expect(await again.files()).toEqual(await again.exported())
})

it.each(['written', 'in the way'])(
  'calls the files of a record as an export does also after those of another changed while nothing was written, its file being %s',
  async (how) => {
    let mirrored = await MirroredWorkspace.of([newNote(1, 'First'), newNote(2, 'Second', '![[Picture.png]]')])
    const attach = async (id: string, ...names: string[]) =>
      mirrored.change(id, { attachments: await Promise.all(names.map((name) => mirrored.file(name, 'one'))) })
    await attach(idOf(1), 'picture.PNG')
    await attach(idOf(2), 'Picture.png')
    if (how === 'in the way') mirrored.stick.put(`${MIRROR}/Notes/First.md`, Buffer.from('Mine.'))
    await mirrored.mirror.update()
    for (const [names, file] of [
      [[], 'Picture.png'],
      [['PICTURE.png'], 'PICTURE.png'],
    ] as const) {
      await mirrored.close()
      mirrored = await mirrored.again()
      await attach(idOf(1), ...names)
      await mirrored.mirror.write()
      const second = (await mirrored.files())['Notes/Second.md']
      expect(second).toBe((await mirrored.exported())['Notes/Second.md'])
      expect(second).toContain(`![[${file}`)
    }
  },
)

/** More on demand: EXPORT_RUNS=2000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 6)

const step = fc.oneof({ weight: 10, arbitrary: change }, { weight: 1, arbitrary: fc.record({ what: fc.constant('reopen' as const) }) })

it(
  'holds after every change what an export of everything would write',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        workspaceRecords,
        mirrorOptions,
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (records, chosen, batches) => {
          let mirrored = await MirroredWorkspace.of(records as AnyRecord[], { options: chosen })
          await mirrored.mirror.update()
          let number = 0
          for (const batch of batches) {
            for (const one of batch) {
              number += 1
              if (one.what === 'reopen') {
                await mirrored.close()
                mirrored = await mirrored.again()
              } else await take(mirrored, one, number)
            }
            await mirrored.mirror.write()
            expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
            const { [MANIFEST]: _list, ...files } = await mirrored.files()
            const { [MANIFEST]: _other, ...expected } = await mirrored.exported()
            expect(files).toEqual(expected)
          }
          await mirrored.mirror.update()
          expect(mirrored.mirror.run?.writer.conflicts.size).toBe(0)
          expect(await mirrored.files()).toEqual(await mirrored.exported())
          await mirrored.close()
        },
      ),
      { numRuns: RUNS },
    )
  },
  10_000 + RUNS * 1_000,
)
