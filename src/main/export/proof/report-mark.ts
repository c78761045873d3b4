import { collisionKey, ENDING } from '../file-names.ts'
import type { Json } from '../yaml-writer.ts'

/** In the front matter of the report that lies beside an export's files: by it, and not by its name, an import knows it. */
export const REPORT_MARK = { key: 'rapporteur', value: 'export-report' } as const

/** A record may have such a key from somebody else's front matter; it has an id. */
export const isExportReport = (front: ReadonlyMap<string, Json>): boolean =>
  front.get(REPORT_MARK.key) === REPORT_MARK.value && !front.has('id')

/** Where the report lies: a record that is called so too keeps its file, and links find files by their name alone. */
export function reportPath(files: Iterable<string>): string {
  const taken = new Set<string>()
  for (const path of files) if (path.endsWith(ENDING)) taken.add(collisionKey(path.slice(path.lastIndexOf('/') + 1, -ENDING.length)))
  let name = 'EXPORT'
  for (let number = 2; taken.has(collisionKey(name)); number++) name = `EXPORT (${number})`
  return `${name}${ENDING}`
}
