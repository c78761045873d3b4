import { useTranslation } from 'react-i18next'
import styles from './search-guide.module.css'

/** Rows of the guide: what is explained, and a query that shows it. */
const rows = [
  { what: 'words', en: ['baimenov alikhan', 'Байменов'], ru: ['Байменов Алихан', 'baimenov'] },
  { what: 'phrase', en: ['"Chairman of the Steering Committee"'], ru: ['"Chairman of the Steering Committee"'] },
  { what: 'kind', en: ['kind:contact', 'kind:minutes'], ru: ['вид:контакт', 'вид:протокол'] },
  { what: 'country', en: ['country:KAZ', 'country:"Republic of Korea"'], ru: ['страна:KAZ', 'страна:"Республика Корея"'] },
  { what: 'tag', en: ['tag:meritocracy'], ru: ['метка:meritocracy'] },
  { what: 'is', en: ['is:draft', 'is:adopted', 'is:overdue'], ru: ['статус:черновик', 'статус:принято', 'статус:просрочено'] },
  { what: 'has', en: ['has:action', 'has:attachment'], ru: ['есть:поручение', 'есть:файл'] },
  {
    what: 'date',
    en: ['after:2023-05', 'before:2019', 'date:2019-02..2023-05'],
    ru: ['после:2023-05', 'до:2019', 'дата:2019-02..2023-05'],
  },
  { what: 'in', en: ['in:title meritocracy'], ru: ['в:название meritocracy'] },
  { what: 'owner', en: ['owner:secretariat'], ru: ['ответственный:secretariat'] },
  { what: 'without', en: ['meritocracy -kind:study'], ru: ['meritocracy -вид:исследование'] },
  { what: 'either', en: ['Estonia OR Georgia'], ru: ['Эстония ИЛИ Грузия'] },
] as const

/** The language of the search, each part with examples that can be tried. */
export function SearchGuide({ onExample }: { readonly onExample: (text: string) => void }) {
  const { t, i18n } = useTranslation('search')
  const language = i18n.language === 'ru' ? 'ru' : 'en'
  return (
    <div className={styles.guide}>
      <div className={styles.page}>
        <h2 className={styles.title}>{t('guide.title')}</h2>
        <p className={styles.text}>{t('guide.text')}</p>
        <dl className={styles.rows}>
          {rows.map(({ what, [language]: examples }) => (
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
