/** What may be exported from where the person stands, and the dialog that asks for the rest. */
import type { Input } from '../../../shared/contract/index.ts'
import type { ListQuery } from '../../../shared/contract/lists.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Search } from '../../store/search-address.ts'
import type { KindSection } from '../../store/navigation.ts'

export type ExportWhat =
  | { readonly what: 'everything' }
  | { readonly what: 'record'; readonly id: string; readonly kind: Kind; readonly title: string }
  /** Rows that were chosen together. */
  | { readonly what: 'records'; readonly ids: readonly string[] }
  /** The country's record and all that is known of it. */
  | { readonly what: 'country'; readonly code: string; readonly name: string }
  /** The list of a section, as it is filtered. `found`: records, as far as known. */
  | { readonly what: 'list'; readonly section: KindSection; readonly query: ListQuery; readonly found: number | null }
  | ({ readonly what: 'search'; readonly found: number | null } & Pick<Search, 'text' | 'filters'>)

/** Of a record: itself, and of a country its file. */
export function exportsOf(record: AnyRecord | RecordHead): ExportWhat[] {
  const { kind, id, title } = record
  const file: ExportWhat[] = record.kind === 'country' ? [{ what: 'country', code: record.code, name: title }] : []
  return [{ what: 'record', id, kind, title }, ...file]
}

/** As the contract says it. */
export function scopeOf(what: ExportWhat): Input<'export.preview'>['scope'] {
  switch (what.what) {
    case 'everything':
      return { what: 'everything' }
    case 'record':
      return { what: 'records', ids: [what.id] }
    case 'records':
      return { what: 'records', ids: [...what.ids] }
    case 'country':
      return { what: 'country', code: what.code }
    case 'list':
      return { what: 'list', query: what.query }
    case 'search':
      return { what: 'search', text: what.text, filters: what.filters }
  }
}
