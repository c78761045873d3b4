import { CornerLeftUp, FileArchive, HardDrive, Folder, FolderPlus, FolderOpen } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo, FolderPurpose } from '../../../shared/contract/app.ts'
import type { ArchiveInfo } from '../../../shared/contract/import.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Location } from '../../ui/location.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './folder-dialog.module.css'
import { NewFolderForm } from './new-folder-form.tsx'

export interface FolderDialogProps {
  readonly purpose: FolderPurpose
  readonly onAnswer: (folder: FolderInfo | null) => void
  /** Given: the zip files of a folder are listed and may be chosen. */
  readonly onArchive?: ((archive: ArchiveInfo) => void) | undefined
}

/** The page's own folder dialog, for hosts whose system dialog a page cannot open. Folders travel as handles. */
export function FolderDialog({ purpose, onAnswer, onArchive }: FolderDialogProps) {
  const { t } = useTranslation('folders')
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  /** Null: the places to start from; undefined: where it begins. */
  const [place, setPlace] = useState<string | null>()
  const [active, setActive] = useState(-1)
  const [naming, setNaming] = useState(false)
  const begin = useQuery('folders.begin', { purpose })
  const shown = place === undefined && begin.settled ? (begin.data?.folder?.handle ?? null) : place
  const { data, error, loading, refetch } = useQuery('folders.list', shown === undefined ? null : { folder: shown })
  const folders = data?.folders ?? []
  const archives = onArchive ? (data?.archives ?? []) : []
  const marked = folders[active]
  const archive = archives[active - folders.length]
  const chosen = marked ?? archive ?? data?.folder ?? null
  const listed = folders.length + archives.length
  const answer = () => {
    const from = data?.folder ?? marked
    // the choice holds all the same
    if (from) client.call('folders.remember', { purpose, folder: from.handle }).catch(() => undefined)
    if (archive) onArchive?.(archive)
    else onAnswer(marked ?? data?.folder ?? null)
  }

  const enter = (folder: string | null) => {
    setPlace(folder)
    setActive(-1)
    setNaming(false)
    list.current?.focus()
  }
  const move = (index: number) => {
    setActive(index)
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = listed - 1
    const to = { ArrowDown: Math.min(last, active + 1), ArrowUp: Math.max(0, active - 1), Home: 0, End: last }[event.key]
    if (to !== undefined && last >= 0) move(to)
    else if ((event.key === 'Enter' || event.key === 'ArrowRight') && marked) enter(marked.handle)
    else if (event.key === 'Enter' && archive) answer()
    else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && data?.folder) enter(data.parent)
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onAnswer(null)
      }}
      title={t(`title.${purpose}`)}
      description={t(`hint.${purpose}`)}
      footer={
        <>
          {/* what is read from is there already */}
          {purpose !== 'import' && (
            <Button
              className={styles.create}
              variant="quiet"
              icon={<FolderPlus />}
              disabled={!data?.folder?.writable || naming}
              onClick={() => setNaming(true)}
            >
              {t('newFolder')}
            </Button>
          )}
          <Button onClick={() => onAnswer(null)}>{t('common:cancel')}</Button>
          <Button variant="primary" disabled={!chosen} onClick={answer}>
            {chosen ? t(archive ? 'chooseArchive' : 'choose', { name: chosen.name }) : t('chooseNone')}
          </Button>
        </>
      }
    >
      <div className={styles.place}>
        <IconButton label={t('places')} icon={<HardDrive />} disabled={!data?.folder} onClick={() => enter(null)} />
        <IconButton label={t('up')} icon={<CornerLeftUp />} disabled={!data?.folder} onClick={() => enter(data?.parent ?? null)} />
        <span className={styles.location} title={data?.folder?.location}>
          {data?.folder ? <Location path={data.folder.location} /> : t('places')}
        </span>
      </div>
      {/* the list has the focus, its rows are named by aria-activedescendant */}
      <div
        ref={list}
        role="listbox"
        aria-label={data?.folder?.name ?? t('places')}
        aria-activedescendant={marked || archive ? `${listId}-${active}` : undefined}
        tabIndex={0}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {(loading || begin.loading) && <Skeleton lines={5} />}
        {folders.map((folder, index) => (
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list has the focus and the keys
          <div
            key={folder.handle}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-label={folder.name}
            className={styles.folder}
            onClick={() => setActive(index)}
            onDoubleClick={() => enter(folder.handle)}
          >
            {folder.holds === 'workspace' ? <FolderOpen /> : <Folder />}
            <span className={styles.name}>{folder.name}</span>
            {folder.holds === 'workspace' && <Tag tone="good">{t('workspace')}</Tag>}
            {folder.holds === 'backups' && <Tag tone="good">{t('backups')}</Tag>}
            {folder.syncedBy && <Tag tone="warn">{folder.syncedBy}</Tag>}
          </div>
        ))}
        {archives.map(({ handle, name }, index) => (
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list has the focus and the keys
          <div
            key={handle}
            id={`${listId}-${folders.length + index}`}
            role="option"
            aria-selected={folders.length + index === active}
            aria-label={name}
            className={styles.folder}
            onClick={() => setActive(folders.length + index)}
            onDoubleClick={answer}
          >
            <FileArchive />
            <span className={styles.name}>{name}</span>
          </div>
        ))}
        {data && listed === 0 && (
          // a list box without any option is none to a screen reader
          <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className={styles.nothing}>
            {t(onArchive ? 'emptyOfArchives' : 'empty')}
          </div>
        )}
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          {formatError(error)}
        </p>
      )}
      {naming && data?.folder && (
        <NewFolderForm
          create={async (name) => {
            const made = await client.call('folders.create', { parent: data.folder?.handle ?? '', name })
            enter(made.handle)
            refetch()
          }}
          onCancel={() => setNaming(false)}
        />
      )}
    </Dialog>
  )
}
