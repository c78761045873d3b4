import { ChevronDown, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import styles from './plan-table.module.css'
import { decisions } from './row-choices.ts'
import { useImport } from './session.ts'

interface TableFooterProps {
  /** Rows that are shown; null while that is not known. */
  readonly total: number | null
  readonly chosen: number
  /** Of the chosen rows; of all that are shown where none is chosen. */
  readonly onDecide: (decision: ImportAction) => void
  readonly onChooseNone: () => void
}

/** How many rows there are and are chosen, and what can be decided of them together. */
export function TableFooter({ total, chosen, onDecide, onChooseNone }: TableFooterProps) {
  const { t } = useTranslation('import')
  const changing = useImport((session) => session.changing)
  const count = chosen > 0 ? chosen : (total ?? 0)
  const figures = { count, number: formatNumber(count) }
  return (
    <footer className={styles.footer}>
      <span role="status">
        {total === null ? '' : changing ? t('table.changing') : chosen > 0 ? t('table.chosen', figures) : t('table.count', figures)}
      </span>
      <span className={styles.space} />
      {chosen > 0 && (
        <Button variant="quiet" icon={<X />} onClick={onChooseNone}>
          {t('table.chooseNone')}
        </Button>
      )}
      {count > 0 && (
        <Menu
          trigger={
            <Button>
              {t(chosen > 0 ? 'table.decideChosen' : 'table.decideShown', figures)}
              <ChevronDown />
            </Button>
          }
          items={[
            { heading: t('table.decideHint') },
            ...decisions.map((decision) => ({ label: t(`decide.${decision}`), onSelect: () => onDecide(decision) })),
          ]}
        />
      )}
    </footer>
  )
}
