import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MirrorAnswer, MirrorConflict, MirrorStatus } from '../../../../shared/contract/mirror.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { useAppState } from '../../../store/session.ts'
import { showToast } from '../../../store/toasts.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import settings from '../settings.module.css'
import styles from './mirror.module.css'
import { EditedFile } from './edited-file.tsx'
import { settle } from './settle.ts'

const UNWANTED: ReadonlySet<MirrorConflict['what']> = new Set(['aboveLevel', 'unwanted', 'asideAbove', 'asideUnknown'])

/** Files that the mirror left alone, each with what can be done about it. */
export function MirrorConflicts({ status }: { readonly status: MirrorStatus }) {
  const { t } = useTranslation('mirror')
  const { capabilities } = useAppState()
  const [isBusy, setBusy] = useState(false)
  /** By path: why one was left as it is. */
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const [looking, setLooking] = useState<MirrorConflict | null>(null)
  const [removing, setRemoving] = useState<MirrorConflict | null>(null)
  const [isTakingAll, setTakingAll] = useState(false)
  const count = status.conflicts.length + status.moreConflicts
  if (count === 0) return null
  const attempt = (work: () => Promise<unknown>) => {
    setBusy(true)
    work()
      .catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }
  const say = (paths: readonly string[] | null, how: MirrorAnswer, seen: string | null = null) =>
    attempt(async () => {
      const came = await settle(paths, how, seen)
      setRefused(new Map(came.refused.map(({ path, reason }) => [path, reason])))
    })
  const isEdited = ({ what, id }: MirrorConflict) => (what === 'edited' || what === 'aboveLevel') && id !== null
  // set aside, it would stay in the folder
  const isUnwanted = ({ what }: MirrorConflict) => UNWANTED.has(what)
  return (
    <div>
      <h3 className={settings.label} id="mirror-conflicts">
        {t('conflicts.title', { count, number: formatNumber(count) })}
      </h3>
      <ul className={styles.list} aria-labelledby="mirror-conflicts">
        {status.conflicts.map((conflict) => {
          const { path, title, what, folder } = conflict
          const again = what === 'removed' ? 'writeAgain' : 'overwrite'
          return (
            <li key={path} className={styles.row}>
              <div className={styles.words}>
                <p className={styles.title}>
                  <bdi>{title}</bdi>
                </p>
                <p className={settings.quiet}>
                  {t(`conflicts.what.${what}`)} · <bdi className={styles.path}>{path}</bdi>
                </p>
                {refused.has(path) && <p className={settings.warning}>{refused.get(path)}</p>}
              </div>
              <div className={styles.answers}>
                {isEdited(conflict) && (
                  <Button disabled={isBusy} aria-label={t('conflicts.lookOf', { title })} onClick={() => setLooking(conflict)}>
                    {t('conflicts.look')}
                  </Button>
                )}
                {isUnwanted(conflict) ? (
                  <Button
                    variant="quiet"
                    disabled={isBusy}
                    aria-label={t('conflicts.removeOf', { title })}
                    onClick={() => setRemoving(conflict)}
                  >
                    {t('conflicts.remove')}
                  </Button>
                ) : (
                  <Button
                    variant="quiet"
                    disabled={isBusy}
                    aria-label={t(`conflicts.${again}Of`, { title })}
                    onClick={() => say([path], 'overwrite')}
                  >
                    {t(`conflicts.${again}`)}
                  </Button>
                )}
                {capabilities.reveal && (
                  <Button
                    variant="quiet"
                    aria-label={t('conflicts.revealOf', { title })}
                    onClick={() => attempt(() => client.call('host.reveal', { folder }))}
                  >
                    {t('conflicts.reveal')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {status.moreConflicts > 0 && (
        <p className={settings.quiet}>{t('conflicts.more', { count: status.moreConflicts, number: formatNumber(status.moreConflicts) })}</p>
      )}
      {count > 1 && (
        <div className={styles.all}>
          {status.options.frontMatter === 'obsidian' && status.conflicts.some(isEdited) && (
            <Button disabled={isBusy} onClick={() => setTakingAll(true)}>
              {t('conflicts.takeInAll')}
            </Button>
          )}
          {!status.conflicts.every(isUnwanted) && (
            <Button disabled={isBusy} onClick={() => say(null, 'overwrite')}>
              {t('conflicts.overwriteAll')}
            </Button>
          )}
        </div>
      )}
      {looking && (
        <EditedFile
          conflict={looking}
          onAnswer={(how, seen) => {
            if (how === 'remove') setRemoving(looking)
            else say([looking.path], how, seen)
            setLooking(null)
          }}
          onClose={() => setLooking(null)}
        />
      )}
      <ConfirmDialog
        open={isTakingAll}
        title={t('conflicts.takeInAllTitle')}
        message={t('conflicts.takeInAllMessage')}
        confirmLabel={t('conflicts.takeInAllDo')}
        onConfirm={() => {
          setTakingAll(false)
          say(null, 'takeIn')
        }}
        onCancel={() => setTakingAll(false)}
      />
      <ConfirmDialog
        open={removing !== null}
        title={t('conflicts.removeTitle', { title: removing?.title ?? '' })}
        message={t('conflicts.removeMessage', { path: removing?.path ?? '' })}
        confirmLabel={t('conflicts.removeDo')}
        tone="bad"
        onConfirm={() => {
          if (removing) say([removing.path], 'remove')
          setRemoving(null)
        }}
        onCancel={() => setRemoving(null)}
      />
    </div>
  )
}
