import { ExternalLink, Link, SquareArrowOutUpRight, X } from 'lucide-react'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { copyLink } from '../../parts/clipboard/copy-link.ts'
import { openInWindow } from '../../parts/places/open-window.ts'
import type { MenuPlace } from '../../parts/rows/rows-view.tsx'
import type { Section } from '../../parts/rows/sections.ts'
import { recordAddress } from '../../store/navigation.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import type { RecordListState } from './data/use-record-list.ts'
import styles from './row-menu.module.css'
import { useRowCommands } from './use-row-commands.tsx'

/** Where the menu of a row is asked for. */
export function useRowMenu() {
  const [place, setPlace] = useState<MenuPlace>({ x: 0, y: 0 })
  const [open, setOpen] = useState(false)
  const ask = (_row: unknown, at: MenuPlace) => {
    setPlace(at)
    setOpen(true)
  }
  return { place, open, setOpen, ask }
}

interface RowMenuProps {
  readonly section: Section
  readonly list: RecordListState
  readonly menu: ReturnType<typeof useRowMenu>
  /** The rows in it get the focus back. */
  readonly frame: RefObject<HTMLDivElement | null>
}

/** The commands of the row under the pointer, or of all that are chosen when it is one of them. */
export function RowMenu({ section, list, menu, frame }: RowMenuProps) {
  const { t } = useTranslation('lists')
  const { selection, targetRow: row } = list
  const commands = useRowCommands(section, list)
  const chosen = selection.chosen.size
  const ofOne: readonly MenuItem[] = row
    ? [
        { label: t('row.open'), icon: <SquareArrowOutUpRight />, movesFocus: true, onSelect: () => list.open(row) },
        {
          label: t('row.newWindow'),
          icon: <ExternalLink />,
          onSelect: () => void openInWindow(recordAddress(row.head.kind, row.head.id)),
        },
        { label: t('row.copyLink'), icon: <Link />, onSelect: () => void copyLink(row.head.title) },
        'separator',
        ...commands,
      ]
    : []
  const ofChosen: readonly MenuItem[] = [
    { heading: t('chosen.count', { count: chosen, formatted: formatNumber(chosen) }) },
    ...commands,
    'separator',
    { label: t('chosen.clear'), icon: <X />, onSelect: list.chooseNothing },
  ]
  return (
    <Menu
      open={menu.open}
      onOpenChange={menu.setOpen}
      align="start"
      items={chosen > 0 ? ofChosen : ofOne}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          aria-label={t('row.commands')}
          className={styles.place}
          style={{ left: menu.place.x, top: menu.place.y }}
          onFocus={() => frame.current?.querySelector<HTMLElement>('[data-rows]')?.focus({ preventScroll: true })}
        />
      }
    />
  )
}
