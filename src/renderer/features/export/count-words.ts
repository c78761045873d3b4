/** What an export keeps back and leaves out, in sentences: the same before it is made and after. */
import type { TFunction } from 'i18next'
import type { ExportReport, WithheldCounts } from '../../../shared/contract/jobs.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { formatNumber } from '../../i18n/dates.ts'

type Words = TFunction<readonly ['export', 'common']>

const counted = (key: string, count: number, t: Words, more: Readonly<Record<string, string>> = {}): string[] =>
  count > 0 ? [t(key, { count, number: formatNumber(count), ...more })] : []

/** `mayBeMore`: passages are not counted before the export is made. */
export const withheldWords = (
  { records, passages, files }: WithheldCounts,
  upTo: Classification,
  t: Words,
  mayBeMore = false,
): string[] => [
  ...counted('withheld.records', records, t, { level: t(`common:classification.${upTo}`) }),
  ...counted('withheld.passages', passages, t),
  ...counted('withheld.files', files, t),
  ...(mayBeMore ? [t('withheld.mayBeMore', { level: t(`common:classification.${upTo}`) })] : []),
  ...(records + passages + files === 0 && !mayBeMore ? [t('withheld.nothing')] : []),
]

export const dropWords = (drops: ExportReport['drops'], t: Words): string[] =>
  drops.flatMap(({ code, count }) => counted(`drops.${code}`, count, t))
