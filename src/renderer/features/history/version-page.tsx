import { History, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { useCommand } from '../../parts/commands/commands.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { openRecords } from '../../store/records.ts'
import { useReadOnly } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pills } from '../../ui/pills.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FieldChanges } from './field-changes.tsx'
import { TextChanges } from './text-changes.tsx'
import { TitleTakenDialog } from './title-taken-dialog.tsx'
import { useRestore } from './use-restore.ts'
import css from './version.module.css'
import { VersionBar } from './version-bar.tsx'

type Beside = 'before' | 'current'

export interface VersionPageProps {
  readonly kind: Kind
  readonly id: string
  readonly rev: number
}

/** An earlier version in the record's place, read only: what was done in it, or what was done since. */
export function VersionPage({ kind, id, rev }: VersionPageProps) {
  const { t } = useTranslation(['history', 'record', 'fields'])
  const [beside, setBeside] = useState<Beside>('before')
  const [whole, setWhole] = useState(false)
  const writable = useReadOnly() === null
  useEffect(() => {
    // what is typed in the record goes on being saved, and the window keeps its name
    void openRecords.open(id)
    return () => openRecords.release(id)
  }, [id])
  const { data, error, settled, loading } = useQuery('history.compare', { id, rev, beside, whole }, { dependsOn: 'records' })
  const version = data && [data.to, data.from].find((side) => side?.rev === rev)
  const savedAt = version?.at ?? ''
  const restore = useRestore(kind, id, rev, settled ? data : undefined, savedAt)
  const restorable = settled && data !== undefined && data.obstacle === null && writable
  useCommand('record.restoreVersion', () => void restore.run(), { enabled: restorable })

  if (error) {
    return (
      <>
        <VersionBar kind={kind} id={id} savedAt="" compared={undefined} />
        <EmptyState
          icon={<History />}
          title={t('gone')}
          text={formatError(error)}
          actions={<Button onClick={() => navigate(recordAddress(kind, id))}>{t('back')}</Button>}
        />
      </>
    )
  }
  if (!data || !version) return loading ? <Skeleton lines={8} /> : null

  const title = data.fields.find(({ field }) => field === 'title')
  const body = data.fields.find(({ field }) => field === 'body')
  const others = data.fields.filter((change) => change !== title && change !== body)
  const words = [
    data.added > 0 && t('added', { count: data.added, formatted: formatNumber(data.added) }),
    data.removed > 0 && t('removed', { count: data.removed, formatted: formatNumber(data.removed) }),
  ].filter(Boolean)
  return (
    <>
      <VersionBar kind={kind} id={id} savedAt={savedAt} compared={data} />
      <div className={css['what']}>
        <Pills<Beside>
          label={t('beside.label')}
          value={beside}
          options={[
            { value: 'before', label: t('beside.before') },
            { value: 'current', label: t('beside.current') },
          ]}
          onChange={setBeside}
        />
        <Checkbox label={t('whole')} checked={whole} onChange={setWhole} />
        <span className={css['space']} />
        {data.obstacle !== null && <p className={css['obstacle']}>{t(`obstacle.${data.obstacle}`)}</p>}
        {data.obstacle === null && writable && (
          <Button variant="primary" icon={<RotateCcw />} disabled={!restorable || restore.busy} onClick={() => void restore.run()}>
            {t('restore')}
          </Button>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, by key too */}
      <div className={css['scroll']} tabIndex={0} role="region" aria-label={t('comparison')} aria-busy={!settled}>
        <article className={css['article']}>
          <h1 className={css['title']}>{title?.type === 'text' ? <TextChanges pieces={title.pieces} /> : data.title}</h1>
          <p className={css['facts']}>
            {version.by.device ? t('byOn', version.by) : version.by.name}
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
      </div>
      {restore.clash && (
        <TitleTakenDialog
          clash={restore.clash}
          current={data.current.title}
          busy={restore.busy}
          onChoose={(chosen) => void restore.run(chosen)}
          onClose={restore.giveUp}
        />
      )}
    </>
  )
}
