import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { prepareMirror } from '../../../../../src/main/export/mirror/mirror-place.ts'
import { workspaceRecords } from '../../../../support/arbitrary-records.ts'
import { change, mirrorOptions, take } from '../../../../support/mirror-changes.ts'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'

/** More on demand: EXPORT_RUNS=2000. */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 6)

const turns = async (count: number) => {
  for (let at = 0; at < count; at += 1) await new Promise<void>((resolve) => void setImmediate(resolve))
}
const begun = fc.record({ what: fc.constant('begin' as const), how: fc.constantFrom('write', 'update', 'look') })
/** After so many operations the disk fails for a while. */
const fails = fc.record({
  what: fc.constant('fail' as const),
  at: fc.integer({ min: 1, max: 60 }),
  error: fc.constantFrom('ENOENT', 'EIO', 'ENOSPC', 'EACCES', 'full'),
  forGood: fc.boolean(),
})
const event = fc.oneof(
  { weight: 8, arbitrary: change },
  { weight: 4, arbitrary: begun },
  { weight: 2, arbitrary: fails },
  { weight: 1, arbitrary: fc.constant({ what: 'sound' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'settled' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'crash' as const }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restore' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('off' as const), options: mirrorOptions }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('options' as const), options: mirrorOptions }) },
)

it(
  'holds in the end what an export would write, whatever comes while it is written',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        workspaceRecords,
        mirrorOptions,
        fc.array(fc.record({ event, wait: fc.nat(6) }), { minLength: 1, maxLength: 25 }),
        async (records, chosen, events) => {
          let mirrored = await MirroredWorkspace.of(records as AnyRecord[], { options: chosen })
          const first = mirrored.disk.afterProcessExit()
          let number = 0
          for (const { event: one, wait } of events) {
            number += 1
            switch (one.what) {
              case 'begin':
                void mirrored.mirror[one.how as 'write']()
                break
              case 'settled':
                await mirrored.mirror.settled()
                break
              case 'fail':
                mirrored.stick.inject(one)
                break
              case 'sound':
                mirrored.stick.inject(null)
                break
              case 'reopen':
                await mirrored.close()
                mirrored = await mirrored.again()
                break
              case 'crash': {
                mirrored.stick.inject({ at: 1, error: 'EIO', forGood: true })
                await mirrored.mirror.settled()
                mirrored.stick.inject(null)
                await mirrored.workspace.close()
                mirrored = await mirrored.again()
                break
              }
              case 'restore': {
                await mirrored.close()
                mirrored = await mirrored.again({}, first.afterProcessExit())
                break
              }
              case 'off':
                await mirrored.mirror.stop()
                await mirrored.mirror.end()
                mirrored.stick.inject(null)
                await mirrored.workspace.close()
                mirrored = await mirrored.again({ options: one.options })
                await prepareMirror({ disk: mirrored.stick, folder: MIRROR, id: mirrored.workspace.info.id, options: mirrored.options })
                break
              case 'options':
                await mirrored.close()
                mirrored = await mirrored.again({ options: one.options })
                break
              default:
                await take(mirrored, one, number)
            }
            await turns(wait)
          }
          mirrored.stick.inject(null)
          await mirrored.mirror.update()
          expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
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
