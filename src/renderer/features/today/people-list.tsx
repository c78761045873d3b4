import { useTranslation } from 'react-i18next'
import type { Suggestion } from '../../../shared/contract/lists.ts'
import styles from './today-page.module.css'

interface PeopleListProps {
  readonly id: string
  readonly people: readonly Suggestion[]
  readonly active: number
  readonly onTake: (index: number) => void
}

/** Who may be meant by what stands behind an `@`; the keys stay with the line. */
export function PeopleList({ id, people, active, onTake }: PeopleListProps) {
  const { t } = useTranslation('today')
  return (
    <div id={id} role="listbox" aria-label={t('capture.people')} className={styles.people}>
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.person}
          // keeps the focus in the line
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          onKeyDown={() => undefined}
        >
          {person.title} <small>{person.detail}</small>
        </div>
      ))}
    </div>
  )
}
