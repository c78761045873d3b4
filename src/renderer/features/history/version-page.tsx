import { History, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommand } from '../../parts/commands/commands.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { openRecords } from '../../store/records.ts'
import { useReadOnly } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pills } from '../../ui/pills.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ComparedVersion } from './compared-version.tsx'
import { TitleTakenDialog } from './title-taken-dialog.tsx'
import { useRestore } from './use-restore.ts'
import css from './version.module.css'
import { VersionBar } from './version-bar.tsx'
import { WholeVersion } from './whole-version.tsx'

type Beside = 'before' | 'current'
/** Beside what the version is shown, or by itself. */
type Shown = Beside | 'itself'

export interface VersionPageProps {
  readonly kind: Kind
  readonly id: string
  readonly rev: number
}

/** An earlier version in the record's place, read only: what was done in it, or what was done since. */
export function VersionPage({ kind, id, rev }: VersionPageProps) {
  const { t } = useTranslation(['history', 'record', 'fields'])
  const [shown, setShown] = useState<Shown>('before')
  const beside: Beside = shown === 'current' ? 'current' : 'before'
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

  return (
    <>
      <VersionBar kind={kind} id={id} savedAt={savedAt} compared={data} />
      <div className={css['what']}>
        <Pills<Shown>
          label={t('beside.label')}
          value={shown}
          options={[
            { value: 'before', label: t('beside.before') },
            { value: 'current', label: t('beside.current') },
            { value: 'itself', label: t('beside.itself') },
          ]}
          onChange={setShown}
        />
        {shown !== 'itself' && <Checkbox label={t('whole')} checked={whole} onChange={setWhole} />}
        <span className={css['space']} />
        {data.obstacle !== null && <p className={css['obstacle']}>{t(`obstacle.${data.obstacle}`)}</p>}
        {data.obstacle === null && writable && (
          <Button variant="primary" icon={<RotateCcw />} disabled={!restorable || restore.busy} onClick={() => void restore.run()}>
            {t('restore')}
          </Button>
        )}
      </div>
      <div
        className={css['scroll']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, by key too
        tabIndex={0}
        role="region"
        aria-label={t(shown === 'itself' ? 'asItWas' : 'comparison')}
        aria-busy={!settled}
      >
        {shown === 'itself' ? <WholeVersion id={id} rev={rev} /> : <ComparedVersion compared={data} version={version} beside={beside} />}
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
