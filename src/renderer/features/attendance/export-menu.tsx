import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { markdownTable } from '../../../shared/markdown/table.ts'
import { csvOf } from '../../../shared/text/csv.ts'
import { saveText } from '../../parts/files/save-text.ts'
import type { AttendanceView } from '../../store/attendance-address.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { markWords } from './mark-icon.tsx'
import { tableOf, type MatrixRow, type TableWords } from './matrix-view.ts'

interface ExportMenuProps {
  readonly matrix: Output<'attendance.matrix'> | undefined
  readonly rows: readonly MatrixRow[]
  readonly view: AttendanceView
}

/** The matrix as a file: for a spreadsheet, or as a table in a text. */
export function ExportMenu({ matrix, rows, view }: ExportMenuProps) {
  const { t } = useTranslation('attendance')
  const name = [t('title'), matrix?.body?.title, view.year].filter(Boolean).join(' ')
  const words: TableWords = {
    name: t(view.by === 'country' ? 'country' : 'person'),
    attended: t('attended'),
    of: t('of'),
    share: t('share'),
    mark: (mark) => (mark === '-' ? '' : t(`mark.${markWords[mark]}`)),
  }
  const table = () => tableOf(matrix?.meetings ?? [], rows, words)
  const csv = () => {
    const { head, cells } = table()
    return saveText({ name, text: csvOf([head, ...cells]), type: 'text/csv' })
  }
  const markdown = () => {
    const { head, cells } = table()
    return saveText({
      name,
      text: `# ${name}\n\n${markdownTable(head, cells, ['left', 'right', 'right', 'right'])}`,
      type: 'text/markdown',
    })
  }
  return (
    <Menu
      trigger={
        <Button icon={<Download />} disabled={rows.length === 0}>
          {t('save')}
        </Button>
      }
      items={[
        { label: t('saveCsv'), onSelect: () => void csv() },
        { label: t('saveMarkdown'), onSelect: () => void markdown() },
      ]}
    />
  )
}
