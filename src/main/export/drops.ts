/** What a choice of options leaves out, said before and after. */
import type { ExportReport } from '../../shared/contract/jobs.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'

export function dropsOf(
  { frontMatter, attachments }: Pick<ExportOptions, 'frontMatter' | 'attachments'>,
  { records, files }: { readonly records: number; readonly files: number },
): ExportReport['drops'] {
  return [
    ...(frontMatter === 'none' && records > 0 ? [{ code: 'properties' as const, count: records }] : []),
    ...(!attachments && files > 0 ? [{ code: 'attachments' as const, count: files }] : []),
  ]
}
