import { FolderX, Lock, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { BackupChoice } from '../../../shared/contract/backups.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatInstant, formatNumber } from '../../i18n/dates.ts'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { RestoreDialog } from '../../parts/restore/restore-dialog.tsx'
import { setAppState, useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { BackupDialog } from './backup-dialog.tsx'
import { DamageAccount } from './damage-account.tsx'
import { damagedFiles, isLossless, lastBackup, plannedRescue, previousCopy, recommended, type PlannedRescue } from './problem-details.ts'
import styles from './problem.module.css'
import { hostWords } from '../../i18n/host-words.ts'

type Problem = Extract<WorkspaceState, { status: 'problem' }>
type Remedy = Problem['remedies'][number]

const icons: Partial<Record<ErrorCode, LucideIcon>> = { LOCKED: Lock, NO_PERMISSION: Lock, MISSING: FolderX, NOT_A_WORKSPACE: FolderX }

/** `exportReadable` is opening read-only with the export's dialog at once; `makeAnew` needs nothing of the folder that is there. */
type Offer = Remedy | 'exportReadable' | 'makeAnew'

/** The order in which remedies are offered: the harmless ones first. */
const order: readonly Offer[] = [
  'retry',
  'openReadOnly',
  'exportReadable',
  'restorePrevious',
  'salvage',
  'restoreBackup',
  'makeAnew',
  'reveal',
  'chooseAnother',
]

/** Asked about first, because they write. */
const ASKED = { restorePrevious: 'restore', salvage: 'salvage' } as const
type Asked = keyof typeof ASKED
/** What was there is gone, or cannot be relied on. */
const LOST: ReadonlySet<ErrorCode> = new Set(['MISSING', 'NOT_A_WORKSPACE', 'DAMAGED', 'IO'])
const isAsked = (offer: Offer): offer is Asked => offer in ASKED

/** Of no use where no record can be read. */
const NEEDS_RECORDS: ReadonlySet<Offer> = new Set<Offer>(['salvage', 'openReadOnly', 'exportReadable'])
/** They make a whole workspace again. */
const REPAIRS: ReadonlySet<Offer> = new Set<Offer>(['salvage', 'restoreBackup', 'restorePrevious', 'makeAnew'])

function salvageExplained(t: TFunction<'problem'>, rescue: PlannedRescue): string {
  const all = { count: rescue.records, number: formatNumber(rescue.records) }
  if (isLossless(rescue)) return t('salvage.keepsAll', all)
  const back = rescue.older.length + rescue.lost.length
  return back === 0 ? t('salvage.keeps', all) : t('salvage.keepsBut', all)
}

/** Codes that say little without the host's own sentence. */
const vague: ReadonlySet<ErrorCode> = new Set(['IO', 'INTERNAL', 'UNSUPPORTED', 'INVALID_INPUT', 'NO_PERMISSION'])

/** A workspace that does not open: what is wrong, what is certain, what can be done. */
export function ProblemPage({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('problem')
  const { capabilities } = useAppState()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [asking, setAsking] = useState<Asked | 'restoreBackup' | 'makeAnew' | null>(null)
  const Icon = icons[problem.code] ?? TriangleAlert
  const isOffered = (offer: Offer) => {
    // where its own backups can be put in place, that keeps more
    if (offer === 'makeAnew') return LOST.has(problem.code) && !problem.remedies.includes('restoreBackup')
    return problem.remedies.includes(offer === 'exportReadable' ? 'openReadOnly' : offer)
  }
  const rescue = plannedRescue(problem.details)
  const backup = lastBackup(problem.details)
  const first = recommended(problem.details)
  const possible = order.filter(
    (offer) => isOffered(offer) && (offer !== 'reveal' || capabilities.reveal) && !(rescue?.records === 0 && NEEDS_RECORDS.has(offer)),
  )
  // what keeps most, then the other ways to have it whole again, then the rest
  const rank = (offer: Offer) => (offer === first ? 0 : REPAIRS.has(offer) ? 1 : 2)
  const offered = problem.code === 'DAMAGED' ? possible.toSorted((one, other) => rank(one) - rank(other)) : possible
  const files = damagedFiles(problem.details)
  const isDamaged = problem.code === 'DAMAGED'
  const isWhole = rescue !== null && isLossless(rescue)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const previous = previousCopy(problem.details)

  const apply = async (offer: Exclude<Offer, 'makeAnew'>, backup?: BackupChoice) => {
    if (offer !== 'restoreBackup') setAsking(null)
    setBusy(true)
    setError(undefined)
    try {
      const remedy = offer === 'exportReadable' ? 'openReadOnly' : offer
      const app = await client.call('workspace.remedy', { remedy, ...(backup ? { backup } : {}) })
      setAsking(null)
      setAppState(app)
      if (offer === 'exportReadable' && app.workspace.status === 'open') openDialog({ name: 'export' })
    } catch (cause) {
      // of a backup and of a rescue the host's own sentence says more than the code
      setError(cause instanceof AppError && (backup || offer === 'salvage') ? hostWords(cause.message) : formatError(cause))
    } finally {
      setBusy(false)
    }
  }
  const choose = (offer: Offer) => {
    setError(undefined)
    if (offer === 'restoreBackup' || offer === 'makeAnew' || isAsked(offer)) setAsking(offer)
    else void apply(offer)
  }

  const explained = (offer: Offer): string => {
    if (offer === 'restorePrevious' && previous)
      return t('restore.from', { count: previous.records, number: formatNumber(previous.records), when: formatInstant(previous.savedAt) })
    if (offer === 'salvage' && rescue) return salvageExplained(t, rescue)
    if (offer === 'restoreBackup' && backup)
      return t('backup.last', { count: backup.records, number: formatNumber(backup.records), when: formatInstant(backup.at) })
    return t(`explained.${offer}`)
  }

  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="problem-title">
        <Icon />
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} id="problem-title" className={styles.title}>
            {isDamaged && rescue?.records === 0 ? t('damage.title') : t([`title.${problem.code}`, 'title.other'])}
          </h1>
          <p className={styles.location}>{problem.location}</p>
          {isDamaged ? (
            <DamageAccount details={problem.details} />
          ) : (
            <>
              <p role="alert">{formatError(new AppError(problem.code, problem.message, problem.details))}</p>
              {files.length > 0 && (
                <ul className={styles.files}>
                  {files.map(({ file, reason }) => (
                    <li key={`${file} ${reason}`}>
                      {file && <strong>{file}</strong>} {reason}
                    </li>
                  ))}
                </ul>
              )}
              {vague.has(problem.code) && <p className={styles.detail}>{hostWords(problem.message)}</p>}
            </>
          )}
          {error && asking === null && (
            <p role="alert" className={styles.error}>
              {error}
            </p>
          )}
          <dl className={styles.remedies}>
            {offered.map((remedy, index) => (
              <div key={remedy} className={styles.remedy}>
                <dt>
                  <Button variant={index === 0 ? 'primary' : 'ghost'} disabled={busy} onClick={() => choose(remedy)}>
                    {t(`remedy.${remedy}`)}
                  </Button>
                </dt>
                <dd>{explained(remedy)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      {asking === 'restoreBackup' && (
        <BackupDialog
          working={busy}
          failure={error}
          onRestore={(backup) => void apply('restoreBackup', backup)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'makeAnew' && <RestoreDialog onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'restoreBackup' && asking !== 'makeAnew' && (
        <ConfirmDialog
          open
          title={t(`${ASKED[asking]}.title`)}
          message={t(asking === 'salvage' && isWhole ? 'salvage.whole' : `${ASKED[asking]}.message`)}
          confirmLabel={t(`remedy.${asking}`)}
          onConfirm={() => void apply(asking)}
          onCancel={() => setAsking(null)}
        />
      )}
    </main>
  )
}
