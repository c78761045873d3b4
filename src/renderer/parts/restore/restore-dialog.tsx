import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { hostReason } from '../../api/format-error.ts'
import { navigate } from '../../store/navigation.ts'
import { setAppState, useSession } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RestoreForm } from './restore-form.tsx'
import { openRestored } from './run-restore.ts'
import { useRestore } from './use-restore.ts'

/** Makes a workspace anew beside the one that is open, or does not open, and goes on in it. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('restore')
  const restoring = useRestore(async (job: Job) => {
    // it stays over the workspace that is left: what is typed there from now on would be lost; with it the dialog goes
    const stop = useSession.subscribe(({ app }) => {
      if (app?.workspace.status === 'opening') onClose()
    })
    try {
      const app = await openRestored(job)
      navigate('/', { replace: true })
      setAppState(app)
    } catch (error) {
      showToast({ message: t('notOpened', { reason: hostReason(error) }), tone: 'bad', duration: 60_000 })
    } finally {
      stop()
      onClose()
    }
  })
  // a job that nobody sees must not open anything later
  const close = () => {
    if (!restoring.busy) onClose()
  }
  return (
    <Dialog open onOpenChange={close} title={t('title')} description={t('explained')}>
      <RestoreForm backLabel={t('common:cancel')} onBack={onClose} restoring={restoring} />
    </Dialog>
  )
}
