import { FileQuestion, FileWarning } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/errors.ts'
import type { Kind } from '../../../../shared/model/common.ts'
import { formatError } from '../../../api/format-error.ts'
import { runCommand } from '../../../parts/commands/commands.ts'
import { showSettings } from '../../../parts/places/settings-section.ts'
import { useOpenAgain } from '../../../parts/recovery/use-open-again.ts'
import { goBack, navigate, sectionOf } from '../../../store/navigation.ts'
import { openRecords } from '../../../store/records.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'

/** The bytes of its last save are not those that were written: trying again does not help, these do. */
function DamagedRecord({ title }: { readonly title: string }) {
  const { t } = useTranslation('record')
  const { busy, openAgain } = useOpenAgain()
  return (
    <EmptyState
      icon={<FileWarning />}
      title={title === '' ? t('missing.unread') : t('missing.damaged', { title })}
      text={t('missing.damagedText')}
      actions={
        <>
          <Button variant="primary" onClick={() => runCommand('record.history')}>
            {t('missing.history')}
          </Button>
          <Button onClick={() => showSettings('backups')}>{t('missing.backups')}</Button>
          <Button disabled={busy} onClick={() => void openAgain()}>
            {t('missing.rescue')}
          </Button>
        </>
      }
    />
  )
}

/** In place of a record that is not there, or that could not be read. */
export function MissingRecord({ kind, id, error }: { readonly kind: Kind; readonly id: string; readonly error: AppError }) {
  const { t } = useTranslation(['record', 'frame'])
  const section = sectionOf(kind)
  const gone = error.code === 'NOT_FOUND'
  const { title } = error.details
  if (error.code === 'DAMAGED') return <DamagedRecord title={typeof title === 'string' ? title : ''} />
  const again = () => {
    void openRecords.open(id)
    openRecords.release(id)
  }
  return (
    <EmptyState
      icon={<FileQuestion />}
      title={t(gone ? 'missing.title' : 'missing.unread')}
      text={gone ? t('missing.text') : formatError(error)}
      actions={
        <>
          <Button onClick={goBack}>{t('bar.back')}</Button>
          {gone ? (
            <Button variant="primary" onClick={() => navigate(`/${section}`)}>
              {t('missing.toSection', { section: t(`frame:section.${section}`) })}
            </Button>
          ) : (
            <Button variant="primary" onClick={again}>
              {t('common:retry')}
            </Button>
          )}
        </>
      }
    />
  )
}
