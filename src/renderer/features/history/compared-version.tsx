import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/contract/history.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { SectionTitle } from '../../ui/section-title.tsx'
import { FieldChanges } from '../../parts/changes/field-changes.tsx'
import { TextChanges } from '../../parts/changes/text-changes.tsx'
import css from './version.module.css'

export interface ComparedVersionProps {
  readonly compared: Comparison
  /** The one of both that is looked at. */
  readonly version: Comparison['to']
  readonly beside: 'before' | 'current'
}

/** What differs between two versions, marked where it stands. */
export function ComparedVersion({ compared: data, version, beside }: ComparedVersionProps) {
  const { t } = useTranslation(['history', 'fields'])
  const title = data.fields.find(({ field }) => field === 'title')
  const body = data.fields.find(({ field }) => field === 'body')
  const others = data.fields.filter((change) => change !== title && change !== body)
  const words = [
    data.added > 0 && t('added', { count: data.added, formatted: formatNumber(data.added) }),
    data.removed > 0 && t('removed', { count: data.removed, formatted: formatNumber(data.removed) }),
  ].filter(Boolean)
  return (
    <article className={css['article']}>
      <h1 className={css['title']}>{title?.type === 'text' ? <TextChanges pieces={title.pieces} /> : data.title}</h1>
      <p className={css['facts']}>
        <bdi>{version.by.device ? t('byOn', version.by) : version.by.name}</bdi>
        {words.length > 0 && ` · ${words.join(', ')}`}
      </p>
      {data.from === null && beside === 'before' && <p className={css['facts']}>{t('nothingBefore')}</p>}
      {data.coarse && <p className={css['facts']}>{t('coarse')}</p>}
      {data.fields.length === 0 && <p className={css['facts']}>{t('nothingDiffers')}</p>}
      <FieldChanges fields={others} />
      {body?.type === 'text' && (
        <section aria-label={t('fields:label.body')}>
          <SectionTitle>{t('fields:label.body')}</SectionTitle>
          <div className={css['text']}>
            <TextChanges pieces={body.pieces} />
          </div>
        </section>
      )}
    </article>
  )
}
