import { Plus, Search, SearchX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { plainTitle } from '../../parts/search/plain-title.ts'
import { navigate } from '../../store/navigation.ts'
import { searchAddress, searchOf } from '../../store/search-address.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { isFiltered, sectionOf, type Section } from '../../parts/rows/sections.ts'
import type { RecordListState } from './data/use-record-list.ts'
import styles from './list-state.module.css'

interface ListStateProps {
  readonly section: Section
  readonly list: RecordListState
}

/** What stands in place of the rows: waiting, failed, none at all, none that fits. `null` when there are rows. */
export function ListState({ section, list }: ListStateProps) {
  const { t } = useTranslation('lists')
  const { rows, filter, slow, readOnly } = list
  const { kind } = sectionOf[section]
  const { contactType } = filter
  const create = (title = '') => askNewRecord(kind, title, contactType ? { contactType } : {})

  if (rows.error !== null && rows.total === null) {
    return (
      <div className={styles.state} role="alert">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('state.failedTitle')}
          text={formatError(rows.error)}
          actions={<Button onClick={() => rows.refresh()}>{t('state.retry')}</Button>}
        />
      </div>
    )
  }
  if (rows.total === null) {
    return (
      <div className={styles.state} role="status">
        {slow && (
          <>
            <span className="visually-hidden">{t('state.loading')}</span>
            <Skeleton lines={8} />
          </>
        )}
      </div>
    )
  }
  if (rows.total > 0) return null
  if (isFiltered(filter)) {
    const text = filter.text.trim()
    const title = plainTitle(text)
    return (
      <div className={styles.state}>
        <EmptyState
          icon={<SearchX />}
          title={t('state.nothingTitle')}
          text={text ? t('state.nothingText', { text }) : t('state.nothingConditions')}
          actions={
            <>
              <Button onClick={list.clearFilter}>{t('state.clear')}</Button>
              {text && (
                <Button icon={<Search />} onClick={() => navigate(searchAddress(searchOf(text)) ?? '/search')}>
                  {t('state.everywhere')}
                </Button>
              )}
              {title !== null && !readOnly && kind !== 'country' && (
                <Button icon={<Plus />} onClick={() => create(title)}>
                  {t('state.create', { text: title })}
                </Button>
              )}
            </>
          }
        />
      </div>
    )
  }
  const words = kind === 'contact' ? (contactType ?? 'contact') : kind
  return (
    <div className={styles.state}>
      <EmptyState
        icon={<KindIcon kind={kind} contactType={contactType ?? 'person'} />}
        title={t(`empty.${words}.title`)}
        text={t(`empty.${words}.text`)}
        actions={
          !readOnly && (
            <>
              <Button variant="primary" icon={<Plus />} onClick={() => create()}>
                {t(`empty.${words}.action`)}
              </Button>
              {kind !== 'country' && <Button onClick={() => navigate('/import')}>{t('empty.import')}</Button>}
            </>
          )
        }
      />
    </div>
  )
}
