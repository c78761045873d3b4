import type { SalvageReport } from '../../workspace/recovery/salvage.ts'

/** Named; of the others only the number is said. */
const NAMED = 5

interface Named {
  readonly title: string
}

function named(records: readonly Named[]): string {
  const titles = records.slice(0, NAMED).map(({ title }) => (title === '' ? 'one whose title cannot be read' : `“${title}”`))
  const others = records.length - titles.length
  return `${titles.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

export interface Rescued extends Pick<SalvageReport, 'changed' | 'records' | 'lost' | 'unnamed' | 'setAside'> {
  /** Their older state stands. */
  readonly older: readonly Named[]
  /** Their older state was one in the trash. */
  readonly trashed: readonly Named[]
}

/** What a rescue came to, in sentences: what was kept, what went back, what is gone, where the rest is. */
export function salvageWords({ changed, records, older, trashed, lost, unnamed, setAside }: Rescued): string {
  if (!changed) return 'Nothing was damaged, and nothing was changed.'
  const words = [`${records === 1 ? '1 record was kept' : `${records} records were kept`}.`]
  if (older.length > 0) words.push(`In an older state now: ${named(older)}.`)
  if (trashed.length > 0) words.push(`In the trash now, where an older state was: ${named(trashed)}.`)
  if (lost.length > 0) words.push(`Could not be read: ${named(lost)}.`)
  if (unnamed > 0)
    words.push(`${unnamed === 1 ? 'One damaged place does' : `${unnamed} damaged places do`} not say which record was there.`)
  if (older.length + trashed.length + lost.length + unnamed === 0) words.push('No record was lost or set back.')
  if (setAside !== '') words.push(`The damaged files are kept in the workspace’s folder, in ${setAside}.`)
  return words.join(' ')
}
