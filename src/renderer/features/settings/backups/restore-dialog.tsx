import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo, BackupPreview } from '../../../../shared/contract/backups.ts'
import { client } from '../../../api/client.ts'
import { hostReason } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { formatInstant, formatNumber } from '../../../i18n/dates.ts'
import { flushAll } from '../../../store/records.ts'
import { showToast } from '../../../store/toasts.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KindIcon } from '../../../parts/records/kind-icons.tsx'
import styles from './backups.module.css'

const groups = ['older', 'back', 'toTrash'] as const

/** What went wrong: for a backup the host's own sentence says which file and what to do. */

/** Says what restoring would change, record by record, before anything is changed. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupInfo; readonly onClose: () => void }) {
  const { t } = useTranslation('backups')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const choice = { name: backup.name, place: backup.place }
  const when = formatInstant(backup.at)
  const { data, error } = useQuery('backups.preview', choice)
  const differs = data !== undefined && (data.filesBack > 0 || groups.some((group) => data[group].count > 0))

  const restore = async () => {
    setWorking(true)
    setFailure(undefined)
    try {
      const unsaved = await flushAll()
      if (unsaved.length > 0) {
        setFailure(t('restore.unsaved', { count: unsaved.length }))
        return
      }
      const { revision, changed, filesBack } = await client.call('backups.restore', choice)
      if (revision === null && filesBack > 0)
        showToast({ message: t('restore.filesDone', { count: filesBack, number: formatNumber(filesBack) }) })
      else if (revision === null) showToast({ message: t('restore.same') })
      else offerUndo({ revision, label: t('restore.done', { count: changed, number: formatNumber(changed), when }), place: '/settings' })
      onClose()
    } catch (cause) {
      setFailure(hostReason(cause))
    } finally {
      setWorking(false)
    }
  }
  const problem = failure ?? (error && hostReason(error))

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !working) onClose()
      }}
      title={t('restore.title', { when })}
      description={t('restore.safe')}
      footer={
        <>
          <Button onClick={onClose} disabled={working}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" disabled={!differs || working} onClick={() => void restore()}>
            {t(working ? 'restore.working' : 'restore.confirm')}
          </Button>
        </>
      }
    >
      {!data && !error && (
        <p role="status" className={styles.reading}>
          {t('restore.reading')}
        </p>
      )}
      {data && !differs && <p role="status">{t('restore.nothing')}</p>}
      {data && data.filesBack > 0 && <p>{t('restore.filesBack', { count: data.filesBack, number: formatNumber(data.filesBack) })}</p>}
      {data && data.missingFiles > 0 && (
        <p role="status">{t('restore.missingFiles', { count: data.missingFiles, number: formatNumber(data.missingFiles) })}</p>
      )}
      {data && groups.map((group) => data[group].count > 0 && <Group key={group} group={group} records={data[group]} />)}
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}

interface GroupProps {
  readonly group: (typeof groups)[number]
  readonly records: BackupPreview['older']
}

function Group({ group, records: { count, first } }: GroupProps) {
  const { t } = useTranslation('backups')
  return (
    <details className={styles.group}>
      <summary>{t(`restore.${group}`, { count, number: formatNumber(count) })}</summary>
      <ul className={styles.titles}>
        {first.map(({ id, kind, title }) => (
          <li key={id}>
            <KindIcon kind={kind} /> {title}
          </li>
        ))}
        {count > first.length && <li>{t('restore.more', { number: formatNumber(count - first.length) })}</li>}
      </ul>
    </details>
  )
}
