/** Which countries are expected at meetings: those of the body's composition, else those that participate. */
import { mayHoldOn, type Period } from '../../../shared/meetings/period.ts'
import { seatsOn } from '../../../shared/meetings/quorum.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

export interface ExpectedCountries {
  readonly codes: ReadonlySet<string>
  /** Those that are not expected on a day, worked out once for all rows. */
  notDueOn(day: string): ReadonlySet<string>
}

export async function expectedCountries(
  { index, workspace }: OpenWorkspace,
  body: Pick<ContactRecord, 'composition'> | null,
): Promise<ExpectedCountries> {
  if (body && body.composition.length > 0) {
    const { composition } = body
    const codes = new Set(composition.map(({ country }) => country).filter(Boolean))
    const notDueOn = (day: string) => {
      const due = new Set(seatsOn(composition, day).map(({ country }) => country))
      return new Set([...codes].filter((code) => !due.has(code)))
    }
    return { codes, notDueOn }
  }
  const periods = new Map<string, Period>()
  const next = pacing()
  for (const { id } of index.headsOf(index.rows('country'))) {
    await next()
    const record = await unlessDamaged(workspace.read(id))
    if (record === 'damaged' || record?.kind !== 'country' || record.participation.status !== 'participating') continue
    periods.set(record.code, { from: record.participation.since, to: record.participation.until })
  }
  const notDueOn = (day: string) => new Set([...periods].flatMap(([code, period]) => (mayHoldOn(period, day) ? [] : [code])))
  return { codes: new Set(periods.keys()), notDueOn }
}
