import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { readableValue } from '../../parts/records/readable-value.ts'
import { useValueWords } from '../../parts/records/use-value-words.ts'
import { SectionTitle } from '../../ui/section-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFieldLabel } from '../../parts/changes/field-label.ts'
import { saidFields } from './said-fields.ts'
import css from './version.module.css'

/** A version as it was, without a mark, to be read and copied from. */
export function WholeVersion({ id, rev }: { readonly id: string; readonly rev: number }) {
  const { t } = useTranslation(['history', 'fields'])
  const words = useValueWords()
  const labelOf = useFieldLabel()
  const { data, error, loading } = useQuery('history.version', { id, rev })
  if (error) return <p className={css['article']}>{formatError(error)}</p>
  if (!data) return loading ? <Skeleton lines={8} /> : null
  const fields = saidFields(data)
  return (
    <article className={css['article']}>
      <h1 className={css['title']}>{data.title}</h1>
      <p className={css['facts']}>{data.updatedBy.device ? t('byOn', data.updatedBy) : data.updatedBy.name}</p>
      {fields.length > 0 && (
        <dl className={css['fields']}>
          {fields.map(([field, value]) => (
            <div key={field} className={css['field']}>
              <dt>{labelOf(field)}</dt>
              <dd>{readableValue(field, value, words)}</dd>
            </div>
          ))}
        </dl>
      )}
      {data.body !== '' && (
        <section aria-label={t('fields:label.body')}>
          <SectionTitle>{t('fields:label.body')}</SectionTitle>
          <div className={css['text']}>{data.body}</div>
        </section>
      )}
    </article>
  )
}
