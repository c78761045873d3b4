import { Check, CircleAlert, GitCompareArrows, LoaderCircle, Lock, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/errors.ts'
import { formatError } from '../../../api/format-error.ts'
import { useConnection } from '../../../store/connection.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import styles from './page.module.css'
import { useTitleDraft } from './title-draft.ts'

/** What has become of the last edit: an icon and a word, and where it is not saved what to do. */
export function SaveState({ id, readOnly }: { readonly id: string; readonly readOnly: boolean }) {
  const { t } = useTranslation(['record', 'fields', 'frame'])
  const status = useOpenRecords((records) => records[id]?.status ?? 'saved')
  const error = useOpenRecords((records) => records[id]?.error ?? null)
  const refused = useOpenRecords((records) => Object.keys(records[id]?.draft ?? {}).join(' '))
  const title = useTitleDraft(id)
  const hasStopped = useConnection(({ stopped, refused: isRefused }) => stopped || isRefused)
  // an application that is started again opens a window of its own: trying again from here leads nowhere
  const isCutOff = error?.code === 'DISCONNECTED' && hasStopped
  const fields = refused.split(' ').filter(Boolean)
  const names = fields.map((field) => t(`fields:label.${field}`)).join(', ')
  const because = !error
    ? ''
    : error.code === 'INVALID_INPUT' && names
      ? names
      : t(`save.because.${error.code}`, { defaultValue: t('save.because.INTERNAL') })
  const words = (failure: AppError) => {
    if (isCutOff) return `${t('frame:lostHost.stopped')} ${t('frame:lostHost.unsaved')}`
    return failure.code === 'INVALID_INPUT' ? t('save.fix', { fields: names }) : formatError(failure)
  }
  return (
    <span
      className={styles.state}
      data-state={status !== 'saved' ? status : title ? (title === 'refused' ? 'failed' : 'dirty') : readOnly ? 'locked' : status}
      title={because}
    >
      <span role="status" className={styles.word}>
        {status === 'saved' && readOnly && (
          <>
            <Lock />
            {t('save.readOnly')}
          </>
        )}
        {status === 'saved' && title === 'typed' && (
          <>
            <PencilLine />
            {t('save.editing')}
          </>
        )}
        {status === 'saved' && title === 'refused' && (
          <>
            <CircleAlert />
            {t('save.failed', { because: t('fields:label.title') })}
          </>
        )}
        {status === 'saved' && !readOnly && title === null && (
          <>
            <Check />
            {t('save.saved')}
          </>
        )}
        {(status === 'saving' || status === 'dirty') && (
          <>
            <LoaderCircle />
            {t('save.saving')}
          </>
        )}
        {status === 'failed' && (
          <>
            <CircleAlert />
            {t('save.failed', { because })}
          </>
        )}
        {status === 'conflict' && (
          <>
            <GitCompareArrows />
            {t('save.conflict')}
          </>
        )}
      </span>
      {status === 'failed' && error && (
        <Popover label={t('save.what')} align="end" trigger={<Button variant="quiet">{t('save.what')}</Button>}>
          <div className={styles.remedy}>
            <p>{words(error)}</p>
            {!isCutOff && (
              <div className={styles.buttons}>
                <Button variant="primary" onClick={() => void openRecords.flush(id)}>
                  {t('common:retry')}
                </Button>
                <Button onClick={() => openRecords.discard(id, fields)}>{t('save.discard')}</Button>
              </div>
            )}
          </div>
        </Popover>
      )}
    </span>
  )
}
