import { Download, FolderInput, FolderSearch, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { navigate } from '../../store/navigation.ts'
import { flushAll } from '../../store/records.ts'
import { setAppState, useAppState, useWorkspace } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'
import { useSavedText } from './use-saved-text.ts'

const report = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })

async function closeWorkspace(unsavedMessage: (count: number) => string): Promise<void> {
  const unsaved = await flushAll()
  // what could not be saved lives in this window only: closing would cost it
  if (unsaved.length > 0) {
    showToast({ message: unsavedMessage(unsaved.length), tone: 'bad' })
    return
  }
  const app = await client.call('workspace.close', {})
  navigate('/', { replace: true })
  setAppState(app)
}

/** The open workspace: its name, where it lies, and the way out of it. */
export function WorkspaceSection() {
  const { t } = useTranslation('settings')
  const workspace = useWorkspace()
  const { capabilities } = useAppState()
  const name = useSavedText(
    workspace?.name ?? '',
    async (value) => setAppState(await client.call('workspace.rename', { name: value })),
    t('workspace.nameMissing'),
  )
  return (
    <section className={styles.section} aria-labelledby="settings-workspace">
      <h2 id="settings-workspace" className={styles.heading}>
        {t('workspace.title')}
      </h2>
      <SavedField label={t('workspace.name')} text={name} disabled={workspace?.readOnly !== null} />
      <div>
        <p className={styles.label}>{t('workspace.location')}</p>
        <p className={styles.location}>{workspace?.location}</p>
        {workspace?.syncedBy && <p className={styles.warning}>{t('workspace.synced', { product: workspace.syncedBy })}</p>}
      </div>
      <div className={styles.buttons}>
        {capabilities.reveal && (
          <Button icon={<FolderSearch />} onClick={() => void client.call('host.reveal', { folder: null }).catch(report)}>
            {t('workspace.reveal')}
          </Button>
        )}
        <Button icon={<Download />} onClick={() => openDialog({ name: 'export' })}>
          {t('workspace.export')}
        </Button>
        {workspace?.readOnly === null && (
          <Button icon={<FolderInput />} onClick={() => navigate('/import')}>
            {t('workspace.import')}
          </Button>
        )}
        <Button icon={<LogOut />} onClick={() => void closeWorkspace((count) => t('workspace.unsaved', { count })).catch(report)}>
          {t('workspace.close')}
        </Button>
      </div>
    </section>
  )
}
