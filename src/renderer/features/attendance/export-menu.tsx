import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { markdownTable } from '../../../shared/markdown/table.ts'
import { csvOf } from '../../../shared/text/csv.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { saveText, type TextFile } from '../../parts/files/save-text.ts'
import { useLevel } from '../../parts/files/use-level.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { markWords } from './mark-icon.tsx'
import { sheetOf, tableOf, type MatrixRow, type Table, type TableWords } from './matrix-view.ts'

type Matrix = Output<'attendance.matrix'>

/** What is said of a file beside its table. */
interface About {
  readonly name: string
  readonly level: string
  readonly withheld: number
  /** Level and number in words. */
  readonly sentence: string
}

interface ExportMenuProps {
  readonly asked: Input<'attendance.matrix'>
  readonly shownRows: (matrix: Matrix) => readonly MatrixRow[]
  readonly disabled: boolean
}

/** The matrix as a file, up to a level of classification: for a spreadsheet, or as a table in a text. */
export function ExportMenu({ asked, shownRows, disabled }: ExportMenuProps) {
  const { t } = useTranslation(['attendance', 'fields'])
  const level = useLevel()
  const words: TableWords = {
    name: t(asked.by === 'country' ? 'country' : 'person'),
    attended: t('attended'),
    of: t('of'),
    share: t('share'),
    mark: (mark) => (mark === '-' ? '' : t(`mark.${markWords[mark]}`)),
  }
  const save = async (fileOf: (about: About, table: Table) => Omit<TextFile, 'name'>) => {
    try {
      const matrix = await client.call('attendance.matrix', { ...asked, upTo: level.upTo })
      const { withheld } = matrix
      const leftOut = withheld > 0 && t('withheld', { count: withheld, formatted: formatNumber(withheld) })
      const classified = t(`fields:classification.${matrix.classification}`)
      const name = [t('title'), matrix.body?.title, asked.year].filter(Boolean).join(' ')
      const told = leftOut ? [leftOut] : []
      const sentence = [t('classified', { level: classified }), ...told].join(' ')
      await saveText(
        { name, ...fileOf({ name, level: classified, withheld, sentence }, tableOf(matrix.meetings, shownRows(matrix), words)) },
        told,
      )
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  const csv = () =>
    save(({ level, withheld }, table) => ({
      text: csvOf(sheetOf(table, [t('fields:label.classification'), level], [t('leftOut'), String(withheld)])),
      type: 'text/csv',
    }))
  const markdown = () =>
    save(({ name, sentence }, { head, cells }) => ({
      text: `# ${name}\n\n${sentence}\n\n${markdownTable(head, cells, ['left', 'right', 'right', 'right'])}`,
      type: 'text/markdown',
    }))
  return (
    <Menu
      trigger={
        <Button icon={<Download />} disabled={disabled}>
          {t('save')}
        </Button>
      }
      items={[
        { label: t('saveCsv'), onSelect: () => void csv() },
        { label: t('saveMarkdown'), onSelect: () => void markdown() },
        ...level.items,
      ]}
    />
  )
}
