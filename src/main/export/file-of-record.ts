/** A record as the file that leaves, in the style that was chosen. */
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { plainDocument } from './plain-document.ts'
import { NO_FILES, type FileNames } from './property-values.ts'
import { recordFile } from './record-file.ts'

/** What a file depends on beside its record. */
export interface FileContext {
  readonly options: Pick<ExportOptions, 'links' | 'frontMatter' | 'attachments' | 'language'>
  readonly names: FileNames
  readonly attached: AttachmentFiles
  /** By code; needed without front matter. */
  readonly countryNames: ReadonlyMap<string, string>
}

/** The same record at the same place in the same context gives the same text. Not `isWhole`: something of it is withheld. */
export function fileOfRecord(record: AnyRecord, path: string, context: FileContext, isWhole = true): string {
  const { options, names, attached } = context
  if (options.frontMatter === 'none') return plainDocument(record, path, context)
  return recordFile(record, path, names, attached, options.links, options.attachments ? attached.namesIn(record) : NO_FILES, isWhole)
}
