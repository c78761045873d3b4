import { ArchiveRestore, FolderOpen, FolderPlus, GraduationCap, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { client } from '../../api/client.ts'
import { chooseFolder } from '../../parts/dialogs/choose-folder.ts'
import { CreateForm } from './create-form.tsx'
import { RecentWorkspaces } from './recent-workspaces.tsx'
import { RestoreStep } from './restore-step.tsx'
import styles from './start.module.css'
import { SyncWarning } from './sync-warning.tsx'
import { useOpenWorkspace } from './use-open-workspace.ts'

interface ChoiceProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly disabled: boolean
  readonly autoFocus?: boolean | undefined
  /** It led to something that failed or was given up: the keys come back to it. */
  readonly takesBack: boolean
  readonly onClick: () => void
}

function Choice({ icon: Icon, title, text, disabled, autoFocus, takesBack, onClick }: ChoiceProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!takesBack) return
    // a dialog that closes gives the focus back a moment later, to a button that could not take it yet
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [takesBack])
  return (
    <button ref={button} type="button" className={styles.choice} disabled={disabled} autoFocus={autoFocus} onClick={onClick}>
      <Icon />
      <span>
        <strong>{title}</strong>
        <small className={styles.choiceText}>{text}</small>
      </span>
    </button>
  )
}

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'create'; readonly folder: FolderInfo; readonly sample: boolean }
  | { readonly name: 'synced'; readonly folder: FolderInfo }
  | { readonly name: 'restore'; readonly folder: FolderInfo }

/** Try the sample, create a workspace, open one, restore one from a backup. */
export function WorkspaceChoice({ takesFocus }: { readonly takesFocus: boolean }) {
  const { t } = useTranslation('start')
  const [step, setStep] = useState<Step>({ name: 'choose' })
  const [returned, setReturned] = useState(false)
  const { busy, error, by, run, open, forget } = useOpenWorkspace()
  const takesBack = (choice: string) => !busy && by === choice

  const sample = () =>
    run(async () => {
      setStep({ name: 'create', folder: await client.call('folders.propose', { name: t('sampleFolder') }), sample: true })
    }, 'sample')
  const create = () =>
    run(async () => {
      const folder = await chooseFolder('create')
      if (!folder) return
      if (folder.holds === 'workspace') await open(folder)
      else setStep({ name: 'create', folder, sample: false })
    }, 'create')
  const openExisting = () =>
    run(async () => {
      const folder = await chooseFolder('open')
      if (!folder) return
      // nothing is made without a question: an empty folder leads to the form that creates
      if (folder.holds === 'nothing') setStep({ name: 'create', folder, sample: false })
      else if (folder.holds === 'backups') setStep({ name: 'restore', folder })
      else if (folder.syncedBy) setStep({ name: 'synced', folder })
      else await open(folder)
    }, 'open')
  const restore = () =>
    run(async () => {
      const folder = await chooseFolder('restore')
      if (folder) setStep({ name: 'restore', folder })
    }, 'restore')
  const back = () => {
    forget()
    setReturned(true)
    setStep({ name: 'choose' })
  }

  if (step.name === 'create') return <CreateForm folder={step.folder} sample={step.sample} onBack={back} />
  if (step.name === 'restore') return <RestoreStep folder={step.folder} onBack={back} />
  if (step.name === 'synced')
    return <SyncWarning folder={step.folder} busy={busy} error={error} onContinue={() => void run(() => open(step.folder))} onBack={back} />
  return (
    <>
      <div className={styles.choices}>
        <Choice
          icon={GraduationCap}
          title={t('sample.title')}
          text={t('sample.text')}
          disabled={busy}
          autoFocus={takesFocus || returned}
          takesBack={takesBack('sample')}
          onClick={() => void sample()}
        />
        <Choice
          icon={FolderPlus}
          title={t('create.title')}
          text={t('create.text')}
          disabled={busy}
          takesBack={takesBack('create')}
          onClick={() => void create()}
        />
        <Choice
          icon={FolderOpen}
          title={t('open.title')}
          text={t('open.text')}
          disabled={busy}
          takesBack={takesBack('open')}
          onClick={() => void openExisting()}
        />
        <Choice
          icon={ArchiveRestore}
          title={t('restore.title')}
          text={t('restore.text')}
          disabled={busy}
          takesBack={takesBack('restore')}
          onClick={() => void restore()}
        />
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <RecentWorkspaces disabled={busy} onOpen={(folder) => void run(() => open(folder), 'open')} />
    </>
  )
}
