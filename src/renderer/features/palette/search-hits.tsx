import { Command } from 'cmdk'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { formatDatesIn, formatNumber } from '../../i18n/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import styles from './palette.module.css'

export interface SearchHitsProps {
  readonly groups: Output<'search.query'>['groups']
  /** The first are the best. */
  readonly ranked: boolean
  readonly onOpen: (id: string) => void
}

/** What was found, by kind, with the words marked. */
export const SearchHits = memo(function SearchHits({ groups, ranked, onOpen }: SearchHitsProps) {
  const { t } = useTranslation('palette')
  return groups.map((group) => (
    <Command.Group
      key={group.kind}
      className={styles.group}
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
        <Command.Item key={place} value={hit.id} className={styles.hit} onSelect={() => onOpen(hit.id)}>
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
        </Command.Item>
      ))}
    </Command.Group>
  ))
})
