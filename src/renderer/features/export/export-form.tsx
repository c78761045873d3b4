import { Folder } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { formatError } from '../../api/format-error.ts'
import { chooseFolder } from '../../parts/dialogs/choose-folder.ts'
import type { Search } from '../../store/search-address.ts'
import { useWorkspace } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './export.module.css'
import { startExport } from './export-job.ts'

/** Where the export goes, and what its folder is called. */
export function ExportForm({ search }: { readonly search: Pick<Search, 'text' | 'filters'> | undefined }) {
  const { t } = useTranslation('export')
  const workspace = useWorkspace()
  const [folder, setFolder] = useState<FolderInfo | null>(null)
  const [name, setName] = useState(() => t(search ? 'foundName' : 'defaultName', { workspace: workspace?.name ?? '' }))
  const [error, setError] = useState<string>()
  const [starting, setStarting] = useState(false)

  const choose = async () => {
    setError(undefined)
    try {
      setFolder((await chooseFolder('export')) ?? folder)
    } catch (cause) {
      setError(formatError(cause))
    }
  }
  const start = async () => {
    if (!folder || name.trim() === '') return
    setStarting(true)
    setError(undefined)
    try {
      await startExport(folder.handle, name.trim(), search)
    } catch (cause) {
      setError(formatError(cause))
    } finally {
      setStarting(false)
    }
  }
  const problem = folder && !folder.writable ? t('notWritable') : error

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <div className={styles.folder}>
        <Folder />
        <span className={styles.location} title={folder?.location}>
          {folder ? folder.location : t('noFolder')}
        </span>
        <Button onClick={() => void choose()}>{folder ? t('chooseOther') : t('choose')}</Button>
      </div>
      <TextField
        label={t('name')}
        hint={t(search ? 'foundNameHint' : 'nameHint')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="off"
      />
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" disabled={!folder?.writable || name.trim() === '' || starting}>
          {t('start')}
        </Button>
      </div>
    </form>
  )
}
