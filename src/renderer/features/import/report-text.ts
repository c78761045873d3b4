/** What an import left out and settled, as lines to read and as a text to keep. */
import type { ImportReport } from '../../../shared/contract/jobs.ts'

export interface ReportLine {
  readonly file: string
  readonly words: string
}

export const reportLines = (report: ImportReport, what: 'refused' | 'remarks'): readonly ReportLine[] =>
  what === 'refused'
    ? report.refused.map(({ file, reason }) => ({ file, words: reason }))
    : report.remarks.map(({ file, remark }) => ({ file, words: remark }))

/** A line a file, the path first: it can be sorted and searched. */
export const reportText = (title: string, lines: readonly ReportLine[], more: string): string =>
  [title, '', ...lines.map(({ file, words }) => `${file}: ${words}`), ...(more === '' ? [] : [more]), ''].join('\n')
