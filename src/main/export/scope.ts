/** Which records an export is of, in words that its list of files may hold: a selection or a search could name what is secret. */
import { createHash } from 'node:crypto'
import type { ExportScope } from '../../shared/contract/export.ts'

export interface Scope {
  /** The same for the same choice: a folder is brought up to date by an export of its own scope alone. */
  readonly key: string
  /** The ids of the records; undefined for all. Those in the trash do not leave in any case. */
  readonly ids: ReadonlySet<string> | undefined
}

export const EVERYTHING: Scope = { key: 'everything', ids: undefined }

const hashed = (text: string) => createHash('sha256').update(text).digest('hex')

export function scopeKey(scope: ExportScope): string {
  switch (scope.what) {
    case 'everything':
      return EVERYTHING.key
    case 'records':
      return `records ${hashed([...new Set(scope.ids)].toSorted().join('\n'))}`
    case 'country':
      return `country ${scope.code}`
    case 'list': {
      const { sort: _order, ...chosen } = scope.query
      return `list ${hashed(inOrder(chosen))}`
    }
    case 'search':
      return `search ${hashed(inOrder({ text: scope.text.trim(), ...scope.filters }))}`
  }
}

/** The same text for the same choice, in whatever order it was made. */
const inOrder = (choice: Readonly<Record<string, unknown>>) =>
  JSON.stringify(
    Object.entries(choice)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String).toSorted() : value])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
