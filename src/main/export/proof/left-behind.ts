import type { ExportOptions } from '../../../shared/model/export-options.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { ATTACHMENTS_KEY, propertiesOf, valueAt } from '../properties.ts'

/** Foreign keys of front matter, together: there may be any number of them. */
export const FOREIGN_KEYS = 'extra'
/** No export carries it: nobody has issued it (docs/adopted-document.md). */
export const DRAFT_CORRIGENDUM = 'draft-corrigendum'

/** Which fields the options of an export do not carry, and how many records have them. */
export class LeftBehind {
  readonly counts = new Map<string, number>()
  readonly #options: Pick<ExportOptions, 'frontMatter' | 'attachments'>

  constructor(options: Pick<ExportOptions, 'frontMatter' | 'attachments'>) {
    this.#options = options
  }

  add(record: AnyRecord): void {
    if (record.kind === 'meeting' && record.draftCorrigendum) this.#count(DRAFT_CORRIGENDUM)
    if (!this.#options.attachments && record.attachments.length > 0) this.#count(ATTACHMENTS_KEY)
    if (this.#options.frontMatter !== 'none') return
    for (const { key, path } of propertiesOf[record.kind]) if (!isEmpty(valueAt(record, path))) this.#count(key)
    if (Object.keys(record.extra).length > 0) this.#count(FOREIGN_KEYS)
  }

  #count(field: string): void {
    this.counts.set(field, (this.counts.get(field) ?? 0) + 1)
  }
}

const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
