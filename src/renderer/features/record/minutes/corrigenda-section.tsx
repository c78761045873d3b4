import { useTranslation } from 'react-i18next'
import { useQuery } from '../../../api/use-query.ts'
import { useOpenRecords } from '../../../store/records.ts'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { CorrigendumEntry } from './corrigendum-entry.tsx'
import styles from './minutes.module.css'

/** What was corrected after adoption: Corr.1, Corr.2 … each with its date, reason, fingerprint and words. */
export function CorrigendaSection({ id }: { readonly id: string }) {
  const { t } = useTranslation('minutes')
  const count = useOpenRecords(({ [id]: entry }) => (entry?.record?.kind === 'meeting' ? entry.record.corrigenda.length : 0))
  const { data } = useQuery('meetings.adoptedVersions', count > 0 ? { id } : null, {
    dependsOn: 'records',
    kinds: ['meeting'],
    keepPrevious: false,
  })
  if (count === 0) return null
  return (
    <section aria-label={t('corrigenda')} className={styles.section}>
      <SectionTitle count={count}>{t('corrigenda')}</SectionTitle>
      <ol className={styles.list}>
        {data?.slice(1).map((version, index) => (
          <CorrigendumEntry key={version.number} id={id} version={version} before={data[index]?.rev ?? null} />
        ))}
      </ol>
    </section>
  )
}
