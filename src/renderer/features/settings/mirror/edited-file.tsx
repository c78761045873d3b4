import { useTranslation } from 'react-i18next'
import type { MirrorAnswer, MirrorConflict } from '../../../../shared/contract/mirror.ts'
import { formatError } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { FieldChanges } from '../../../parts/changes/field-changes.tsx'
import { TextChanges } from '../../../parts/changes/text-changes.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import settings from '../settings.module.css'
import styles from './mirror.module.css'

export interface EditedFileProps {
  readonly conflict: MirrorConflict
  /** `seen`: what was compared. */
  readonly onAnswer: (how: MirrorAnswer, seen: string | null) => void
  readonly onClose: () => void
}

/** What a file that was edited in the folder says otherwise than its record, and what is to become of it. */
export function EditedFile({ conflict, onAnswer, onClose }: EditedFileProps) {
  const { t } = useTranslation(['mirror', 'history', 'fields'])
  const { path, title, what } = conflict
  const { data, error } = useQuery('mirror.compare', { path }, { dependsOn: 'records' })
  const body = data?.fields.find(({ field }) => field === 'body')
  const words = data
    ? [
        data.added > 0 && t('history:added', { count: data.added, formatted: formatNumber(data.added) }),
        data.removed > 0 && t('history:removed', { count: data.removed, formatted: formatNumber(data.removed) }),
      ].filter(Boolean)
    : []
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      reading
      title={t('compare.title', { title })}
      description={t(data?.of === 'file' ? 'compare.file' : 'compare.record')}
      footer={
        <>
          {what === 'aboveLevel' ? (
            <Button onClick={() => onAnswer('remove', null)}>{t('conflicts.remove')}</Button>
          ) : (
            <Button onClick={() => onAnswer('overwrite', null)}>{t('conflicts.overwrite')}</Button>
          )}
          <Button variant="primary" disabled={!data || data.refused !== null} onClick={() => onAnswer('takeIn', data?.seen ?? null)}>
            {t('conflicts.takeIn')}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{formatError(error)}</p>}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <>
          {data.refused !== null && <p className={settings.warning}>{t('compare.refused', { reason: data.refused })}</p>}
          {words.length > 0 && <p className={settings.quiet}>{words.join(', ')}</p>}
          {data.coarse && <p className={settings.quiet}>{t('history:coarse')}</p>}
          {data.fields.length === 0 && <p>{t('compare.same')}</p>}
          <FieldChanges fields={data.fields.filter((change) => change !== body)} />
          {body?.type === 'text' && (
            <section aria-label={t(data.of === 'file' ? 'compare.text' : 'fields:label.body')} className={styles.compared}>
              <TextChanges pieces={body.pieces} />
            </section>
          )}
        </>
      )}
    </Dialog>
  )
}
