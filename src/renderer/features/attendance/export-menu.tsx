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
import { tableOf, type MatrixRow, type TableWords } from './matrix-view.ts'

type Matrix = Output<'attendance.matrix'>

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
  const save = async (fileOf: (name: string, classified: string, table: ReturnType<typeof tableOf>) => Omit<TextFile, 'name'>) => {
    try {
      const matrix = await client.call('attendance.matrix', { ...asked, upTo: level.upTo })
      const { withheld } = matrix
      const leftOut = withheld > 0 && t('withheld', { count: withheld, formatted: formatNumber(withheld) })
      const classified = [t('classified', { level: t(`fields:classification.${matrix.classification}`) }), leftOut]
        .filter(Boolean)
        .join(' ')
      const name = [t('title'), matrix.body?.title, asked.year].filter(Boolean).join(' ')
      await saveText({ name, ...fileOf(name, classified, tableOf(matrix.meetings, shownRows(matrix), words)) })
      if (leftOut) showToast({ message: leftOut })
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  const csv = () =>
    save((_name, classified, { head, cells }) => ({
      text: csvOf([[classified, ...head.slice(1).map(() => '')], head, ...cells]),
      type: 'text/csv',
    }))
  const markdown = () =>
    save((name, classified, { head, cells }) => ({
      text: `# ${name}\n\n${classified}\n\n${markdownTable(head, cells, ['left', 'right', 'right', 'right'])}`,
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
