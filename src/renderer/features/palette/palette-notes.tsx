import { useTranslation } from 'react-i18next'
import type { SearchedFor, SearchHit } from '../../../shared/contract/search.ts'
import { CompletionItems } from '../../parts/search/completion-items.tsx'
import { spelledAs } from '../../parts/search/spelled-as.ts'
import type { Completion } from '../../parts/search/use-completion.ts'
import styles from './palette.module.css'

interface PaletteNotesProps {
  readonly completion: Completion
  /** What could not be taken of the text. */
  readonly sentence: string | undefined
  /** Other words were searched for than these. */
  readonly searchedFor: SearchedFor | undefined
  readonly hits: readonly SearchHit[]
  readonly text: string
}

/** One line under the field: what may stand at the caret, what could not be taken, what was searched for instead. */
export function PaletteNotes({ completion, sentence, searchedFor, hits, text }: PaletteNotesProps) {
  const { t } = useTranslation('palette')
  if (completion.items.length > 0)
    return (
      <div className={styles.note}>
        <CompletionItems completion={completion} layout="row" />
      </div>
    )
  const said = sentence ?? (searchedFor && t(`searchedFor.${searchedFor.how}`, { text, other: spelledAs(searchedFor.text, hits) }))
  return (
    <div aria-live="polite" className={said === undefined ? undefined : styles.note}>
      {said}
    </div>
  )
}
