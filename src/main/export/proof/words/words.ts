/** The words of the report that lies beside an export's files, in each language of an export. */
import type { ExportLoss } from '../../../../shared/contract/jobs.ts'
import type { ExportOptions } from '../../../../shared/model/export-options.ts'

export interface ReportWords {
  readonly title: (workspace: string) => string
  readonly intro: string
  readonly yes: string
  readonly no: string
  readonly about: Readonly<
    Record<'workspace' | 'revision' | 'scope' | 'level' | 'upTo' | 'layout' | 'links' | 'frontMatter' | 'attachments' | 'language', string>
  >
  /** By the first word of a scope's key. */
  readonly scope: Readonly<Record<string, string>>
  readonly country: (code: string) => string
  readonly layout: Readonly<Record<ExportOptions['layout'], string>>
  readonly links: Readonly<Record<ExportOptions['links'], string>>
  readonly frontMatter: Readonly<Record<ExportOptions['frontMatter'], string>>
  readonly language: string
  readonly contents: string
  readonly count: string
  readonly attachedFiles: string
  readonly withheld: string
  readonly withheldIntro: string
  readonly withheldRecords: string
  readonly withheldPassages: string
  readonly withheldFiles: string
  readonly leftBehind: string
  readonly leftBehindIntro: string
  readonly never: string
  readonly field: string
  readonly records: string
  readonly foreignKeys: string
  readonly damaged: string
  readonly damagedIntro: string
  readonly proof: string
  readonly recordsRead: string
  /** Documents for readers: their fields are words only. */
  readonly documentsRead: string
  /** `asWritten`: not all of the records left. */
  readonly found: Readonly<Record<'same' | 'asWritten' | 'losses', string>>
  readonly provenRecords: string
  readonly provenDocuments: string
  readonly provenFiles: string
  readonly losses: string
  readonly digest: string
  readonly digestIntro: string
  readonly file: string
  readonly record: string
  readonly problem: string
  readonly wholeFile: string
  readonly problems: Readonly<Record<ExportLoss['problem'], string>>
  readonly more: (count: number) => string
  readonly foreign: string
  readonly foreignIntro: string
}
