import { useTranslation } from 'react-i18next'
import type { MirrorStatus } from '../../../../shared/contract/mirror.ts'
import { formatInstant, formatNumber } from '../../../i18n/dates.ts'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import backups from '../backups/backups.module.css'
import settings from '../settings.module.css'
import { hostWords } from '../../../i18n/host-words.ts'

/** In one line whether the folder is equal to the workspace, and since when. */
export function MirrorStanding({ status }: { readonly status: MirrorStatus }) {
  const { t } = useTranslation('mirror')
  const { state, at, problem, progress } = status
  const count = status.conflicts.length + status.moreConflicts
  const when = at === '' ? '' : formatInstant(at)
  const words = () => {
    switch (state) {
      case 'off':
        return ''
      case 'writing':
        return t('state.writing')
      case 'stopped':
        return t('state.stopped', { reason: hostWords(problem?.message ?? '') })
      case 'waiting':
        return t(at === '' ? 'state.waiting' : 'state.waitingAt', { when })
      case 'current':
        return count > 0 ? t('state.currentBut', { count, number: formatNumber(count), when }) : t('state.current', { when })
    }
  }
  return (
    <>
      <p role="status" className={state === 'stopped' ? settings.warning : undefined}>
        {words()}
      </p>
      {progress && (
        <div className={backups.progress}>
          <ProgressBar label={t('progress')} value={progress.done} max={progress.total} />
          <span className={backups.figures}>
            {t('progressOf', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
          </span>
        </div>
      )}
    </>
  )
}
