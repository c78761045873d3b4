import { Hourglass, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { formatError } from '../../api/format-error.ts'
import { RowsView } from '../../parts/rows/rows-view.tsx'
import type { Selection } from '../../parts/rows/selection.ts'
import { openHit } from '../../parts/search/open-hit.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { selectionOf, selections, type Found } from './found-rows.ts'
import { HitRow } from './hit-row.tsx'
import { SearchNotes } from './search-notes.tsx'
import styles from './search-page.module.css'

interface SearchResultsProps {
  readonly found: Found
  /** Nothing to show for more than 200 ms. */
  readonly slow: boolean
  readonly text: string
  /** A hit is about to be opened. */
  readonly onLeaving: () => void
  /** The keys go to the box; letters that were typed go with them. */
  readonly onBox: (typed: string | null) => void
  /** What stands there when nothing was found. */
  readonly nothing: ReactNode
}

/** A hit with its details and the words around a find. */
const ROW_HEIGHT = 66

const targetOf = ({ id }: SearchHit) => ({ id, rev: 0 })

/** The hits, or why there are none. */
export function SearchResults({ found, slow, text, onLeaving, onBox, nothing }: SearchResultsProps) {
  const { t } = useTranslation('search')
  const { key, rows, answer } = found
  const selection = useStore(selections, (all) => selectionOf(all, key))
  const onSelection = (change: (now: Selection) => Selection) => {
    const now = selectionOf(selections.getState(), key)
    const next = change(now)
    if (next !== now) selections.setState({ [key]: next })
  }

  if (rows.total === null) {
    if (rows.error !== null)
      return (
        <div role="alert" className={styles.state}>
          <EmptyState
            icon={<TriangleAlert />}
            title={t('failed')}
            text={formatError(rows.error)}
            actions={<Button onClick={() => rows.refresh()}>{t('common:retry')}</Button>}
          />
        </div>
      )
    return (
      <div role="status" className={styles.state}>
        {slow && (
          <>
            <span className="visually-hidden">{t('searching')}</span>
            <Skeleton lines={8} />
          </>
        )}
      </div>
    )
  }
  return (
    <>
      {answer && <SearchNotes answer={answer} text={text} />}
      {rows.total === 0 ? (
        <div className={styles.state}>
          {answer?.partial ? <EmptyState icon={<Hourglass />} title={t('nothingYet')} text={t('nothingYetHint')} /> : nothing}
        </div>
      ) : (
        <RowsView
          key={key}
          label={t('results')}
          layout="list"
          rows={rows}
          targetOf={targetOf}
          rowHeight={ROW_HEIGHT}
          renderRow={(hit) => <HitRow hit={hit} />}
          placeholder={<div className={styles.placeholder}>{t('loadingRow')}</div>}
          selection={selection}
          onSelection={onSelection}
          onOpen={(hit) => {
            onLeaving()
            openHit(hit, answer?.searchedFor?.text ?? text)
          }}
          onEscape={() => onBox(null)}
          onType={onBox}
          top={found.top}
          onTop={found.remember}
        />
      )}
    </>
  )
}
