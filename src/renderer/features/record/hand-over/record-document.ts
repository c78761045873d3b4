/** The record as a document for readers, made by the host as a plain export makes it; what is typed is saved first. */
import type { Output } from '../../../../shared/contract/index.ts'
import { exportLanguages, type ExportLanguage } from '../../../../shared/model/export-options.ts'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { client } from '../../../api/client.ts'
import { openRecords } from '../../../store/records.ts'
import { paperOf } from '../../editor/paper.ts'

/** Its own language where an export has words in it. */
const languageOf = ({ language }: AnyRecord): ExportLanguage => exportLanguages.find((known) => language.startsWith(known)) ?? 'en'

/** @throws AppError */
export async function recordDocument(record: AnyRecord, withhold: boolean): Promise<Output<'handOver.document'>> {
  await openRecords.flush(record.id)
  return client.call('handOver.document', { id: record.id, language: languageOf(record), withhold })
}

export interface RecordPaper extends Output<'handOver.document'> {
  /** Null when the text takes too long to lay out. */
  readonly paper: DocumentFragment | null
}

/** @throws AppError */
export async function recordPaper(
  record: AnyRecord,
  { styled, withhold }: { readonly styled: boolean; readonly withhold: boolean },
): Promise<RecordPaper> {
  const document = await recordDocument(record, withhold)
  return { ...document, paper: await paperOf(document.markdown, record, { styled }) }
}
