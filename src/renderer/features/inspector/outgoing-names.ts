import { linksToRecords } from '../../../shared/markdown/record-links.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

/** Most names that one question to the host takes. */
const MOST = 5_000

/** The names a record links to, in its properties first and then in its text, each once. */
export function outgoingNames(record: AnyRecord): string[] {
  const names = new Map<string, string>()
  const add = (name: string) => {
    const key = linkKey(name)
    if (key !== '' && !names.has(key)) names.set(key, name.trim())
  }
  for (const { name } of recordLinks(record)) add(name)
  for (const { target } of linksToRecords(record)) add(target)
  return [...names.values()].slice(0, MOST)
}
