import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { chooseFolder } from '../../parts/dialogs/choose-folder.ts'
import { FolderRow } from '../../parts/folders/folder-row.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'
import { SyncedNote } from './synced-note.tsx'
import { useOpenWorkspace } from './use-open-workspace.ts'

export interface CreateFormProps {
  readonly folder: FolderInfo
  readonly sample: boolean
  readonly onBack: () => void
}

/** What a folder cannot be used for, as a key of `start:unfit`; undefined when it can. */
const unfit = (folder: FolderInfo) =>
  !folder.writable ? 'notWritable' : folder.holds === 'workspace' ? 'workspace' : folder.holds === 'nothing' ? undefined : 'notEmpty'

/** Name and folder of a new workspace. */
export function CreateForm({ folder: first, sample, onBack }: CreateFormProps) {
  const { t } = useTranslation('start')
  const [folder, setFolder] = useState(first)
  const [name, setName] = useState(sample ? t('sampleName') : first.name)
  const [missing, setMissing] = useState(false)
  const { busy, error, run, create } = useOpenWorkspace()
  const problem = unfit(folder)

  const submit = () => {
    setMissing(name.trim() === '')
    if (name.trim() !== '' && !problem) void run(() => create(folder, name.trim(), sample))
  }
  const change = () =>
    run(async () => {
      setFolder((await chooseFolder('create')) ?? folder)
    })

  return (
    <form
      className={styles.card}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className={styles.step}>{sample ? t('sample.title') : t('create.title')}</h2>
      {sample && <p className={styles.lead}>{t('sample.explained')}</p>}
      <TextField
        label={t('workspaceName')}
        value={name}
        onChange={setName}
        error={missing ? t('workspaceNameMissing') : undefined}
        maxLength={200}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        autoFocus
      />
      <FolderRow label={t('folder')} location={folder.location} action={t('changeFolder')} disabled={busy} onChoose={() => void change()} />
      {folder.syncedBy && <SyncedNote product={folder.syncedBy} />}
      {(problem ?? error) && (
        <p role="alert" className={styles.error}>
          {problem ? t(`unfit.${problem}`) : error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onBack} disabled={busy}>
          {t('back')}
        </Button>
        <Button variant="primary" type="submit" disabled={busy || problem !== undefined}>
          {busy ? t('creating') : sample ? t('createSample') : t('createButton')}
        </Button>
      </div>
    </form>
  )
}
