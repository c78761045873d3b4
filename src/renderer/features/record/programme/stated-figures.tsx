import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import styles from './programme.module.css'

/** Figures as their source states them: they are no sums of the rows. */
export function StatedFigures({ figures }: { readonly figures: MeetingRecord['statedFigures'] }) {
  const { t } = useTranslation('programme')
  const sources = [...new Set(figures.map(({ source }) => source))].filter(Boolean)
  return (
    <section aria-label={t('stated')} className={styles.stated}>
      <p>
        <b>{t('stated')}</b> <small>{t('statedApart')}</small>
      </p>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sources.length > 0 && <small>{t('source', { source: sources.join('; ') })}</small>}
    </section>
  )
}
