import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Author } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { formatInstant, formatNumber } from '../../i18n/dates.ts'
import css from './inspector.module.css'

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Who made the record and changed it last, and what identifies it. */
export function DetailsTab({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation(['inspector', 'fields', 'common'])
  const by = (at: string, { name, device }: Author) => (
    <>
      <time dateTime={at}>{formatInstant(at)}</time>
      <small>{device ? t('inspector:byOn', { name, device }) : name}</small>
    </>
  )
  return (
    <dl className={css['facts']}>
      <Fact name={t('fields:label.created')}>{by(record.createdAt, record.createdBy)}</Fact>
      <Fact name={t('fields:label.updated')}>{by(record.updatedAt, record.updatedBy)}</Fact>
      {record.trashed && <Fact name={t('inspector:trashed')}>{by(record.trashed.at, record.trashed.by)}</Fact>}
      <Fact name={t('inspector:version')}>{formatNumber(record.rev)}</Fact>
      <Fact name={t('fields:label.classification')}>{t(`common:classification.${record.classification}`)}</Fact>
      {record.distribution && <Fact name={t('fields:label.distribution')}>{record.distribution}</Fact>}
      {record.aliases.length > 0 && <Fact name={t('fields:label.aliases')}>{record.aliases.join(' · ')}</Fact>}
      <Fact name={t('inspector:id')}>
        <span className={css['id']}>{record.id}</span>
      </Fact>
    </dl>
  )
}
