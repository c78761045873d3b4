import { useTranslation } from 'react-i18next'
import styles from './search-guide.module.css'

/** Rows of the guide: what is explained, and a query that shows it. */
const rows = [
  { what: 'words', examples: ['baimenov alikhan', 'Байменов'] },
  { what: 'phrase', examples: ['"Chairman of the Steering Committee"'] },
  { what: 'kind', examples: ['kind:contact', 'kind:minutes'] },
  { what: 'country', examples: ['country:KAZ', 'country:"Republic of Korea"'] },
  { what: 'tag', examples: ['tag:meritocracy'] },
  { what: 'is', examples: ['is:draft', 'is:adopted', 'is:overdue'] },
  { what: 'has', examples: ['has:action', 'has:attachment'] },
  { what: 'date', examples: ['after:2023-05', 'before:2019', 'date:2019-02..2023-05'] },
  { what: 'in', examples: ['in:title meritocracy'] },
  { what: 'owner', examples: ['owner:secretariat'] },
  { what: 'without', examples: ['meritocracy -kind:study'] },
  { what: 'either', examples: ['Estonia OR Georgia'] },
] as const

/** The language of the search, each part with examples that can be tried. */
export function SearchGuide({ onExample }: { readonly onExample: (text: string) => void }) {
  const { t } = useTranslation('search')
  return (
    <div className={styles.guide}>
      <div className={styles.page}>
        <h2 className={styles.title}>{t('guide.title')}</h2>
        <p className={styles.text}>{t('guide.text')}</p>
        <dl className={styles.rows}>
          {rows.map(({ what, examples }) => (
            <div key={what} className={styles.row}>
              <dt className={styles.what}>{t(`guide.${what}`)}</dt>
              <dd className={styles.examples}>
                {examples.map((example) => (
                  <button key={example} type="button" className={styles.example} onClick={() => onExample(example)}>
                    {example}
                  </button>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
