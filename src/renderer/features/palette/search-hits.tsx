import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { formatDatesIn, formatNumber } from '../../i18n/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { PaletteGroup, PaletteOption } from './palette-option.tsx'
import styles from './palette.module.css'

export interface SearchHitsProps {
  readonly groups: Output<'search.query'>['groups']
  /** The first are the best. */
  readonly ranked: boolean
  /** The id of the one that is chosen; empty when none of them is. */
  readonly selected: string
}

/** Drawn anew only when it is another hit or the choice comes to it or leaves it. */
const HitOption = memo(function HitOption({ hit, selected }: { readonly hit: SearchHit; readonly selected: boolean }) {
  return (
    <PaletteOption value={hit.id} selected={selected}>
      <KindIcon kind={hit.kind} />
      <div className={styles.words}>
        <p className={styles.line}>
          <strong className={styles.name}>
            <MarkedText text={hit.title} ranges={hit.titleRanges} />
          </strong>{' '}
          <span className={styles.detail}>{formatDatesIn(hit.detail)}</span>
        </p>
        {hit.snippet && !hit.title.includes(hit.snippet) && (
          <small className={styles.snippet}>
            <MarkedText text={hit.snippet} ranges={hit.snippetRanges} />
          </small>
        )}
      </div>
      <span className={styles.enter} aria-hidden="true">
        <Kbd>↵</Kbd>
      </span>
    </PaletteOption>
  )
})

/** What was found, by kind, with the words marked. */
export const SearchHits = memo(function SearchHits({ groups, ranked, selected }: SearchHitsProps) {
  const { t } = useTranslation('palette')
  return groups.map((group) => (
    <PaletteGroup
      key={group.kind}
      heading={
        <>
          {t(`common:kinds.${group.kind}`)}
          {group.total > group.hits.length && (
            <span className={styles.more}>
              {t(ranked ? 'bestOf' : 'firstOf', { shown: group.hits.length, total: formatNumber(group.total) })}
            </span>
          )}
        </>
      }
    >
      {group.hits.map((hit, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- another answer is other words in the same rows: new rows would cost many times that
        <HitOption key={place} hit={hit} selected={hit.id === selected} />
      ))}
    </PaletteGroup>
  ))
})
