import { FolderX, Lock, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatInstant, formatNumber } from '../../i18n/dates.ts'
import { setAppState, useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { damagedFiles, previousCopy } from './problem-details.ts'
import styles from './problem.module.css'

type Problem = Extract<WorkspaceState, { status: 'problem' }>
type Remedy = Problem['remedies'][number]

const icons: Partial<Record<ErrorCode, LucideIcon>> = { LOCKED: Lock, NO_PERMISSION: Lock, MISSING: FolderX, NOT_A_WORKSPACE: FolderX }

/** The order in which remedies are offered: the harmless ones first. */
const order: readonly Remedy[] = ['retry', 'openReadOnly', 'restorePrevious', 'reveal', 'chooseAnother']

/** Codes that say little without the host's own sentence. */
const vague: ReadonlySet<ErrorCode> = new Set(['IO', 'INTERNAL', 'UNSUPPORTED', 'INVALID_INPUT', 'NO_PERMISSION'])

/** A workspace that does not open: what is wrong, what is certain, what can be done. */
export function ProblemPage({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('problem')
  const { capabilities } = useAppState()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [confirming, setConfirming] = useState(false)
  const Icon = icons[problem.code] ?? TriangleAlert
  const offered = order.filter((remedy) => problem.remedies.includes(remedy) && (remedy !== 'reveal' || capabilities.reveal))
  const files = damagedFiles(problem.details)
  const previous = previousCopy(problem.details)

  const apply = async (remedy: Remedy) => {
    setConfirming(false)
    setBusy(true)
    setError(undefined)
    try {
      setAppState(await client.call('workspace.remedy', { remedy }))
    } catch (cause) {
      setError(formatError(cause))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="problem-title">
        <Icon />
        <div className={styles.words}>
          <h1 id="problem-title" className={styles.title}>
            {t([`title.${problem.code}`, 'title.other'])}
          </h1>
          <p className={styles.location}>{problem.location}</p>
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
          {problem.code === 'DAMAGED' ? (
            <p>{t('keepCopy')}</p>
          ) : (
            vague.has(problem.code) && <p className={styles.detail}>{problem.message}</p>
          )}
          {error && (
            <p role="alert" className={styles.error}>
              {error}
            </p>
          )}
          <dl className={styles.remedies}>
            {offered.map((remedy, index) => (
              <div key={remedy} className={styles.remedy}>
                <dt>
                  <Button
                    variant={index === 0 ? 'primary' : 'ghost'}
                    disabled={busy}
                    onClick={() => (remedy === 'restorePrevious' ? setConfirming(true) : void apply(remedy))}
                  >
                    {t(`remedy.${remedy}`)}
                  </Button>
                </dt>
                <dd>
                  {remedy === 'restorePrevious' && previous
                    ? t('restore.from', {
                        count: previous.records,
                        number: formatNumber(previous.records),
                        when: formatInstant(previous.savedAt),
                      })
                    : t(`explained.${remedy}`)}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <ConfirmDialog
        open={confirming}
        title={t('restore.title')}
        message={t('restore.message')}
        confirmLabel={t('remedy.restorePrevious')}
        onConfirm={() => void apply('restorePrevious')}
        onCancel={() => setConfirming(false)}
      />
    </main>
  )
}
