/** What an import left out and settled, as lines to read and as a text to keep. */
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { hostWords } from '../../i18n/host-words.ts'

export interface ReportLine {
  readonly file: string
  readonly words: string
}

export type ReportPart = 'refused' | 'remarks' | 'ignored'

export function reportLines(report: ImportReport, what: ReportPart): readonly ReportLine[] {
  switch (what) {
    case 'refused':
      return report.refused.map(({ file, reason }) => ({ file, words: hostWords(reason) }))
    case 'remarks':
      return report.remarks.map(({ file, remark }) => ({ file, words: hostWords(remark) }))
    case 'ignored':
      return report.ignoredFiles.map((file) => ({ file, words: '' }))
  }
}

/** How many more there are than the report names. */
export const unnamed = (report: ImportReport, what: ReportPart): number =>
  ({ refused: report.moreRefused, remarks: report.moreRemarks, ignored: report.ignored - report.ignoredFiles.length })[what]

/** A line a file, the path first: it can be sorted and searched. */
export const reportText = (title: string, lines: readonly ReportLine[], more: string): string =>
  [title, '', ...lines.map(({ file, words }) => (words === '' ? file : `${file}: ${words}`)), ...(more === '' ? [] : [more]), ''].join('\n')
