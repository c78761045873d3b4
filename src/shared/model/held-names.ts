/** The one rule for which names a record holds. */
import { linkKey } from '../text/link-key.ts'
import type { RecordHead } from './head.ts'

const keysByHead = new WeakMap<RecordHead, readonly string[]>()

/**
 * The link keys that a record holds while it is not in the trash: that of its title, then those of its aliases. Each
 * belongs to one record of a workspace. Columns do not change, so they are worked out once for each.
 */
export function nameKeys(head: RecordHead): readonly string[] {
  let keys = keysByHead.get(head)
  if (!keys) {
    keys = [linkKey(head.title), ...head.aliases.map(linkKey)]
    keysByHead.set(head, keys)
  }
  return keys
}
