import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mixedWords } from '../../../shared/text/mixed-script.ts'
import styles from './mixed-letters.module.css'

/** Says which letters of a name are of another alphabet than the word they stand in; nothing when none are. */
export function MixedLetters({ text }: { readonly text: string }) {
  const { t } = useTranslation('lists')
  const [first] = mixedWords(text)
  if (!first) return null
  return (
    <span className={styles.mixed}>
      <TriangleAlert aria-hidden="true" />
      {t(`mixed.${first.script}`, { count: first.letters.length, letters: first.letters.join(', ') })}
    </span>
  )
}
