import type { SalvageReport } from '../../workspace/recovery/salvage.ts'

/** Named; of the others only the number is said. */
const NAMED = 5

function named(records: readonly { readonly id: string; readonly title: string }[]): string {
  const titles = records.slice(0, NAMED).map(({ id, title }) => (title === '' ? id : `“${title}”`))
  const others = records.length - titles.length
  return `${titles.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

/** What a rescue came to, in sentences: what stands, what went back, what is gone, where the rest is kept. */
export function salvageWords({ changed, records, fellBack, lost, unnamed, setAside }: SalvageReport): string {
  if (!changed) return 'Nothing was damaged, and nothing was changed.'
  const words = [`${records === 1 ? '1 record stands' : `${records} records stand`}.`]
  if (fellBack.length > 0) words.push(`Back to an older state: ${named(fellBack)}.`)
  if (lost.length > 0) words.push(`Lost: ${named(lost)}.`)
  if (unnamed > 0) words.push(`${unnamed === 1 ? 'One damaged place names' : `${unnamed} damaged places name`} no record.`)
  if (fellBack.length === 0 && lost.length === 0 && unnamed === 0) words.push('No record was touched.')
  if (setAside !== '') words.push(`The damaged files are kept in ${setAside}.`)
  return words.join(' ')
}
