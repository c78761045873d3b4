import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import styles from './export.module.css'

/** So many stand in the sentence; more are a list below it. */
const IN_SENTENCE = 5

export interface NamedFilesProps {
  readonly words: 'damaged' | 'kept' | 'foreign'
  readonly tone: 'bad' | 'warn' | 'plain'
  readonly files: readonly string[]
  /** That are counted and not named. */
  readonly more?: number | undefined
}

/** What happened to some files, and which they are. */
export function NamedFiles({ words, tone, files, more = 0 }: NamedFilesProps) {
  const { t } = useTranslation('export')
  const count = files.length + more
  if (count === 0) return null
  const counted = { count, number: formatNumber(count) }
  const sentence = count <= IN_SENTENCE ? t(words, { ...counted, files: files.join('; ') }) : t(`${words}Listed`, counted)
  return (
    <>
      <p className={styles[tone]}>
        {tone !== 'plain' && <TriangleAlert />}
        {sentence}
      </p>
      {count > IN_SENTENCE && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keys (WCAG 2.1.1)
        <div role="region" aria-label={sentence} tabIndex={0} className={styles.names}>
          <ul>
            {files.map((file) => (
              <li key={file}>
                <bdi>{file}</bdi>
              </li>
            ))}
            {more > 0 && <li>{t('loss.more', { count: more, number: formatNumber(more) })}</li>}
          </ul>
        </div>
      )}
    </>
  )
}
