import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { chooseFolder } from '../dialogs/choose-folder.ts'
import { FolderRow } from '../folders/folder-row.tsx'
import { FoundList, type ChosenBackup } from './found-list.tsx'
import { RestoreProgress } from './restore-progress.tsx'
import styles from './restore.module.css'
import type { Restoring } from './use-restore.ts'
import { hostWords } from '../../i18n/host-words.ts'

export interface RestoreFormProps {
  /** The folder with the backups, when it has been chosen already. */
  readonly from?: FolderInfo | undefined
  readonly backLabel: string
  readonly onBack: () => void
  readonly restoring: Restoring
}

/** What a folder cannot be used for, as a key of `restore:unfit`; undefined when it can. */
const unfit = (folder: FolderInfo) => {
  if (!folder.writable) return 'notWritable'
  if (folder.holds === 'workspace') return 'workspace'
  return folder.holds === 'nothing' ? undefined : 'notEmpty'
}

/** A workspace made anew: from which folder, which backup, into which folder; how far it is, and what went wrong. */
export function RestoreForm({ from: first, backLabel, onBack, restoring }: RestoreFormProps) {
  const { t } = useTranslation('restore')
  const [from, setFrom] = useState(first)
  const [choice, setChoice] = useState<ChosenBackup | null>(null)
  const [otherFolder, setOtherFolder] = useState<FolderInfo | null>(null)
  const { data, error: lookError, refetch } = useQuery('restore.find', from ? { folder: from.handle } : null, { keepPrevious: false })
  const { job, busy, error, attempt, restore } = restoring

  const found = (data ?? []).filter(({ backups }) => backups.length > 0)
  const chosen = choice ?? firstOf(found)
  const into = otherFolder ?? chosen?.found.proposed ?? null
  const unfitness = into && unfit(into)

  const chooseFrom = () =>
    attempt(async () => {
      const folder = await chooseFolder('restore')
      if (!folder) return
      setChoice(null)
      setFrom(folder)
      // the same one again: its disk may be there now
      refetch()
    })
  const chooseInto = () => attempt(async () => setOtherFolder((await chooseFolder('create')) ?? otherFolder))

  if (job) return <RestoreProgress job={job} />
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen && into && !unfitness) void restore({ folder: chosen.found.folder, name: chosen.backup.name, into: into.handle })
      }}
    >
      <FolderRow
        label={t('from')}
        location={from?.location ?? t('noFolder')}
        action={from ? t('change') : t('choose')}
        disabled={busy}
        autoFocus
        onChoose={() => void chooseFrom()}
      />
      {from && !data && !lookError && <p role="status">{t('looking')}</p>}
      {data && found.length === 0 && (
        <p role="alert" className={styles.error}>
          {t(data.length === 0 ? 'none' : 'noneWhole')}
        </p>
      )}
      <FoundList found={found} chosen={chosen} disabled={busy} onChoose={setChoice} />
      {chosen && (
        <FolderRow
          label={t('into')}
          location={into?.location ?? t('noFolder')}
          action={into ? t('change') : t('choose')}
          disabled={busy}
          onChoose={() => void chooseInto()}
        />
      )}
      {into?.syncedBy && (
        <p role="note" className={styles.warning}>
          {t('synced', { product: into.syncedBy })}
        </p>
      )}
      <Problem text={error ?? (lookError && hostWords(lookError.message)) ?? (unfitness ? t(`unfit.${unfitness}`) : undefined)} />
      <div className={styles.buttons}>
        <Button onClick={onBack} disabled={busy}>
          {backLabel}
        </Button>
        <Button variant="primary" type="submit" disabled={busy || !chosen || !into || unfitness !== undefined}>
          {t(busy ? 'opening' : 'restore')}
        </Button>
      </div>
    </form>
  )
}

function firstOf([found]: readonly ChosenBackup['found'][]): ChosenBackup | null {
  const backup = found?.backups[0]
  return found && backup ? { found, backup } : null
}

function Problem({ text }: { readonly text: string | undefined }) {
  return (
    text && (
      <p role="alert" className={styles.error}>
        {text}
      </p>
    )
  )
}
