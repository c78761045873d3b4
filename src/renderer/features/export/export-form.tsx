import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { formatError } from '../../api/format-error.ts'
import { chooseFolder } from '../../parts/dialogs/choose-folder.ts'
import { FolderRow } from '../../parts/folders/folder-row.tsx'
import type { Search } from '../../store/search-address.ts'
import { useWorkspace } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './export.module.css'
import { startExport, useExportJob } from './export-job.ts'

/** Where the export goes, and what its folder is called. */
export function ExportForm({ search }: { readonly search: Pick<Search, 'text' | 'filters'> | undefined }) {
  const { t } = useTranslation('export')
  const workspace = useWorkspace()
  /** Of the export that was stopped or failed just now. */
  const place = useExportJob((state) => state.place)
  const [folder, setFolder] = useState<FolderInfo | null>(place?.folder ?? null)
  const [name, setName] = useState(
    () =>
      // the name of a folder holds no marks of direction
      place?.name ?? t(search ? 'foundName' : 'defaultName', { workspace: workspace?.name ?? '', interpolation: { escapeValue: false } }),
  )
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
      await startExport({ folder, name: name.trim() }, search)
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
      <FolderRow
        location={folder?.location ?? t('noFolder')}
        action={t(folder ? 'chooseOther' : 'choose')}
        disabled={false}
        // what is missing; with it, the name is next
        autoFocus={!folder}
        onChoose={() => void choose()}
      />
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
