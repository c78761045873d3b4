import { Download, ListFilter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../parts/commands/commands.ts'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { useMediaQuery } from '../../parts/places/use-media-query.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { QueryBox } from '../../parts/search/query-box.tsx'
import { useAsking } from '../../parts/search/query-problems.ts'
import { isFiltered, noFilters, searchAddress, sorts } from '../../store/search-address.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { Facets } from './facets.tsx'
import { foundOf, foundRows, moveToFirst, selectionOf, selections } from './found-rows.ts'
import { NothingFound } from './nothing-found.tsx'
import { SaveSearch } from './save-search.tsx'
import { SearchFooter } from './search-footer.tsx'
import { SearchGuide } from './search-guide.tsx'
import styles from './search-page.module.css'
import { SearchResults } from './search-results.tsx'
import { useAnswerCompleted } from './use-answer-completed.ts'
import { useSearch } from './use-search.ts'

/** Everything a search finds, and what it could be narrowed by. */
export function SearchPage() {
  const { t } = useTranslation('search')
  const { search, change, settle } = useSearch()
  const box = useRef<HTMLInputElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const [problemLine, setProblemLine] = useState<HTMLDivElement | null>(null)
  const narrow = useMediaQuery('(max-width: 859px)')
  const { text, filters, sort } = search
  // of a text of which nothing can be taken it is said why, and nothing is found or not found
  const asking = useAsking(text) || isFiltered(filters)
  const asked = foundRows(search)
  const { rows, current, slow } = usePagedRows(asked.rows)
  const shown = foundOf(rows) ?? asked
  useAnswerCompleted(shown)

  // who comes back from a hit goes on in the rows
  const [returned] = useState(() => selectionOf(selections.getState(), asked.key).cursor !== null)
  useEffect(() => {
    if (!returned) box.current?.focus()
  }, [returned])
  const toBox = (typed: string | null = null) => {
    box.current?.focus()
    if (typed !== null) change({ text: text + typed })
  }
  const toRows = () => {
    if (moveToFirst(shown)) page.current?.querySelector<HTMLElement>('[data-rows]')?.focus()
  }
  const askAgain = () => {
    box.current?.focus()
    box.current?.select()
  }
  useCommand('record.find', askAgain)
  // who is here already keeps what was typed and ticked
  useCommand('search.page', askAgain)
  const exportable = asking && (rows.total ?? 0) > 0
  const exportFound = () =>
    openDialog({ name: 'export', what: [{ what: 'search', text, filters, found: shown.answer?.partial ? null : rows.total }] })
  useCommand('search.export', exportFound, { enabled: exportable })

  const facets = (
    <Facets
      facets={asking ? shown.answer?.facets : undefined}
      filters={filters}
      onChange={(part) => change({ filters: { ...filters, ...part } })}
    />
  )
  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <QueryBox
          ref={box}
          className={styles.box}
          label={t('box')}
          placeholder={t('placeholder')}
          value={text}
          onChange={(next) => change({ text: next })}
          onLeave={toRows}
          maxLength={10_000}
          problemsIn={problemLine}
          foundNothing={current && rows.total === 0}
          takesKeys={!returned}
        />
        <span className={styles.space} />
        {narrow && asking && (
          <Popover label={t('narrow')} align="end" trigger={<IconButton label={t('narrow')} icon={<ListFilter />} />}>
            {facets}
          </Popover>
        )}
        <Select
          label={t('sort')}
          hideLabel
          className={styles.sort}
          value={sort}
          options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          onChange={(next) => change({ sort: next })}
        />
        <SaveSearch search={search} disabled={!asking || searchAddress(search) === null} />
        <IconButton label={t('export')} icon={<Download />} disabled={!exportable} onClick={exportFound} />
      </PageBar>
      <div ref={setProblemLine} aria-live="polite" />
      {asking ? (
        <div className={styles.columns}>
          {!narrow && (
            <aside aria-label={t('narrow')} className={styles.facets}>
              {facets}
            </aside>
          )}
          <div className={styles.found}>
            <SearchResults
              found={shown}
              slow={slow}
              text={text}
              onLeaving={settle}
              onBox={toBox}
              nothing={<NothingFound search={search} onSearch={change} onClear={() => change({ filters: noFilters })} />}
            />
            <SearchFooter found={shown} />
          </div>
        </div>
      ) : (
        <SearchGuide
          onExample={(example) => {
            change({ text: example })
            toBox()
          }}
        />
      )}
    </div>
  )
}
