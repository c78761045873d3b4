import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { isFiltered, sectionOf, type Section } from '../../parts/rows/sections.ts'
import type { RecordListState } from './data/use-record-list.ts'
import { useTotal } from './data/use-total.ts'
import styles from './list-footer.module.css'
import { useRowCommands } from './use-row-commands.tsx'

interface FooterCommandProps {
  /** Beside a record there is room for icons only: in words they would lie over the rows. */
  readonly layout: 'list' | 'table'
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
}

const FooterCommand = ({ layout, label, icon, onClick }: FooterCommandProps) =>
  layout === 'list' ? (
    <IconButton label={label} icon={icon} onClick={onClick} />
  ) : (
    <Button variant="quiet" icon={icon} onClick={onClick}>
      {label}
    </Button>
  )

interface ListFooterProps extends Pick<FooterCommandProps, 'layout'> {
  readonly section: Section
  readonly list: RecordListState
}

/** How many there are, how many fit, how many are chosen and what can be done with them: one line, so that no row moves. */
export function ListFooter({ section, layout, list }: ListFooterProps) {
  const { t } = useTranslation('lists')
  const { rows, filter, selection } = list
  const commands = useRowCommands(section, list)
  const all = useTotal(section, filter.contactType)
  const { kind } = sectionOf[section]
  const words = kind === 'contact' ? (filter.contactType ?? 'contact') : kind
  const counted = (count: number) => t(`count.${words}`, { count, formatted: formatNumber(count) })
  const found = rows.total ?? 0
  const chosen = selection.chosen.size

  return (
    <footer className={styles.footer}>
      {chosen > 0 ? (
        <>
          <span role="status" className={styles.chosen}>
            {t('chosen.count', { count: chosen, formatted: formatNumber(chosen) })}
          </span>
          {commands.map(({ label, icon, onSelect }) => (
            <FooterCommand key={label} layout={layout} label={label} icon={icon} onClick={onSelect} />
          ))}
          <FooterCommand layout={layout} label={t('chosen.clear')} icon={<X />} onClick={list.chooseNothing} />
        </>
      ) : rows.error !== null && rows.total !== null ? (
        <>
          <span role="alert">{formatError(rows.error)}</span>
          <Button variant="quiet" onClick={() => rows.refresh()}>
            {t('state.retry')}
          </Button>
        </>
      ) : (
        <span role="status">
          {rows.total === null
            ? ''
            : isFiltered(filter) && all !== undefined
              ? t('count.of', { found: formatNumber(found), all: counted(all) })
              : counted(found)}
        </span>
      )}
    </footer>
  )
}
