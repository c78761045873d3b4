import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow as Row } from '../../../shared/contract/lists.ts'
import { mixedWords } from '../../../shared/text/mixed-script.ts'
import { classNames } from '../../ui/class-names.ts'
import { Flag } from '../../ui/flag.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './list-row.module.css'
import { MixedLetters } from './mixed-letters.tsx'
import { rowFacts, type RowWords } from './row-facts.ts'

interface ListRowProps {
  readonly row: Row
  /** A heading over the rows says the year. */
  readonly grouped: boolean
  readonly words: RowWords
}

/** One line of what it is, one of what tells it apart. */
export const ListRow = memo(function ListRow({ row, grouped, words }: ListRowProps) {
  const { t } = useTranslation('lists')
  const { title, date, spokenDate, tag, facts, flag, part } = rowFacts(row, grouped, words)
  const mixed = row.head.kind === 'contact' && mixedWords(title).length > 0
  return (
    <div className={classNames(styles.row, part && styles.part)}>
      <span className={styles.title} title={title}>
        {flag && <Flag alpha2={flag} />}
        <span className={styles.name}>{title}</span>
      </span>
      {date && (
        <span className={styles.date}>
          {spokenDate === date ? (
            date
          ) : (
            <>
              <span aria-hidden="true">{date}</span>
              <span className="visually-hidden">{spokenDate}</span>
            </>
          )}
        </span>
      )}
      <span className={styles.facts}>
        {part && <span className="visually-hidden">{t('row.part')}</span>}
        {tag && <Tag tone={tag.tone}>{tag.word}</Tag>}
        {mixed && <MixedLetters text={title} />}
        <span className={styles.text}>{facts.join(' · ')}</span>
      </span>
    </div>
  )
})
