/** What the names in a meeting's list mean in a workspace. */
import { linkKey } from '../../../shared/text/link-key.ts'
import type { RecordIndex } from '../record-index.ts'

/** For `attendanceOf`; remembers the names that it was asked. */
export function meantBy(index: RecordIndex) {
  const names = new Map<string, string>()
  const known = new Map<string, string>()
  const made = (name: string) => {
    const key = linkKey(name)
    const id = key === '' ? '' : (index.target(name)?.id ?? key)
    if (id !== '' && !names.has(id)) names.set(id, name)
    return id
  }
  return {
    /** What makes two names the same person's: the contact that they mean, else the name itself. */
    keyOf: (name: string) => {
      const key = known.get(name) ?? made(name)
      known.set(name, key)
      return key
    },
    /** The name of a key. */
    nameOf: (key: string) => index.head(key)?.title ?? names.get(key) ?? key,
    representedBy: (name: string) => {
      const head = index.target(name)
      return head?.kind === 'contact' ? head.represents : undefined
    },
  }
}
