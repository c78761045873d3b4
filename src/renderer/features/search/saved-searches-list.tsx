import { Bookmark, Ellipsis, Pencil, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { forgetSearch, renameSearch, useSavedSearches, type CountedSearch } from '../../parts/search/saved-searches.ts'
import { SearchNameForm } from '../../parts/search/search-name-form.tsx'
import { useAddress } from '../../store/navigation.ts'
import { searchAddress } from '../../store/search-address.ts'
import { useReadOnly } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './saved-searches-list.module.css'

/** Where the keyboard goes on when an entry goes: the next one, the one before, else the link that stands before the list. */
function neighbourOf(entry: HTMLElement | null): HTMLElement | undefined {
  const links = [...(entry?.closest('nav')?.querySelectorAll('a') ?? [])]
  const own = links.findIndex((link) => entry?.contains(link))
  return entry?.nextElementSibling ? links[own + 1] : links[own - 1]
}

/** One kept search: opened by a click or Enter, renamed with F2, forgotten with Delete, both in its menu too. */
function SavedSearch({ search, current }: { readonly search: CountedSearch; readonly current: boolean }) {
  const { t } = useTranslation('frame')
  const writable = useReadOnly() === null
  const [menu, setMenu] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const entry = useRef<HTMLLIElement>(null)
  const { total } = search
  const forget = async () => {
    const next = neighbourOf(entry.current)
    if (!(await forgetSearch(search))) return
    // who went elsewhere meanwhile stays there
    if (document.activeElement === document.body || entry.current?.contains(document.activeElement)) next?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // its menu is drawn elsewhere, and has keys of its own
    if (!writable || !(event.target instanceof Node) || !entry.current?.contains(event.target)) return
    if (event.code === 'F2') setRenaming(true)
    else if (event.code === 'Delete') void forget()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const row = (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys and the other mouse button of the link inside
    <li
      ref={entry}
      className={styles.row}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        if (!writable) return
        event.preventDefault()
        setMenu(true)
      }}
    >
      <PlaceLink address={searchAddress(search) ?? '/search'} current={current} className={styles.link} title={search.text}>
        <Bookmark />
        <span className={styles.name}>{search.name}</span>
        {total !== null && (
          <span className={styles.count}>
            <span aria-hidden="true">{formatNumber(total)}</span>
            <span className="visually-hidden">, {t('saved.counted', { count: total, number: formatNumber(total) })}</span>
          </span>
        )}
      </PlaceLink>
      {writable && (
        <Menu
          align="start"
          open={menu}
          onOpenChange={setMenu}
          trigger={<IconButton className={styles.more} label={t('saved.more', { name: search.name })} icon={<Ellipsis />} size="small" />}
          items={[
            { label: t('saved.rename'), icon: <Pencil />, shortcut: 'F2', opensDialog: true, onSelect: () => setRenaming(true) },
            { label: t('saved.forget'), icon: <X />, shortcut: 'Del', onSelect: () => void forget() },
          ]}
        />
      )}
    </li>
  )
  return (
    <Popover
      anchored
      label={t('saved.rename')}
      open={renaming}
      onOpenChange={setRenaming}
      // there is no trigger that could take the focus back; who clicked elsewhere is there
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        if (document.activeElement === document.body) entry.current?.querySelector('a')?.focus()
      }}
      trigger={row}
    >
      <SearchNameForm
        name={search.name}
        onName={async (name) => {
          await renameSearch(search, name)
          setRenaming(false)
        }}
      />
    </Popover>
  )
}

/** The kept searches in the sidebar; nothing while there are none. */
export function SavedSearchesList() {
  const { t } = useTranslation('frame')
  const searches = useSavedSearches()
  const address = useAddress()
  if (searches.length === 0) return null
  return (
    <section aria-labelledby="saved-searches" className={styles.section}>
      <h2 id="saved-searches" className={styles.title}>
        {t('saved.title')}
      </h2>
      <ul>
        {searches.map((search) => (
          <SavedSearch key={search.id} search={search} current={searchAddress(search) === address} />
        ))}
      </ul>
    </section>
  )
}
