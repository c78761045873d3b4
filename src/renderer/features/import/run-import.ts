/** What the person does with an import, step by step. */
import type { Job } from '../../../shared/contract/jobs.ts'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import { hostReason } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import { addressNow, navigate } from '../../store/navigation.ts'
import { flushAll } from '../../store/records.ts'
import { showToast } from '../../store/toasts.ts'
import { commandState, leftOfCommand, onCommands, rememberUndo, undoCommand } from '../../store/undo-commands.ts'
import { lookAgain } from './change-plan.ts'
import { failed, keptImport, takePlan, useImport, type ImportSource } from './session.ts'

export const IMPORT_ADDRESS = '/import'

const isWatched = () => addressNow().startsWith(IMPORT_ADDRESS)

/** Said when nobody looks at the page. */
function tell(message: string, tone: 'good' | 'bad'): void {
  if (!isWatched())
    showToast({ message, tone, duration: 15_000, action: { label: i18n.t('import:show'), run: () => navigate(IMPORT_ADDRESS) } })
}

const dropPlan = (): void => {
  const { plan } = useImport.getState()
  // one that the host has let go already is dropped too
  if (plan)
    client.call('import.drop', { plan: plan.plan }).catch((error: unknown) => console.warn('A plan of an import was not dropped.', error))
}

function ended(job: Job): void {
  const { name } = useImport.getState()
  if (job.state === 'cancelled') {
    useImport.setState({ job: null, notice: i18n.t(job.kind === 'import' ? 'import:stopped' : 'import:readingStopped') })
    return
  }
  if (job.state === 'failed') {
    const problem = hostReason(job.error ? new AppError(job.error.code, job.error.message, job.error.details) : null)
    useImport.setState({ job: null, problem })
    tell(problem, 'bad')
    return
  }
  if (job.plan !== undefined && job.kind === 'read') {
    const { reading } = useImport.getState()
    dropPlan()
    void loadPlan(job.plan, reading).then(() => tell(i18n.t('import:readToast', { name: reading }), 'good'))
    return
  }
  const { imported } = job
  useImport.setState({ job: null, result: imported ? job : null, problem: '' })
  if (!imported) return
  const count = imported.created + imported.updated
  if (imported.revision !== null)
    rememberUndo({
      revision: imported.revision,
      key: job.id,
      place: IMPORT_ADDRESS,
      label: i18n.t('import:undoLabel', { count, number: formatNumber(count), name }),
    })
  tell(i18n.t('import:doneToast', { count, number: formatNumber(count) }), 'good')
}

async function loadPlan(id: string, name: string): Promise<void> {
  try {
    takePlan(await client.call('import.plan', { plan: id }))
    useImport.setState({ job: null, result: null, problem: '', name, reading: '', choosing: false })
  } catch (error) {
    useImport.setState({ job: null })
    failed(error)
  }
}

function follow(job: Job): void {
  const { job: now } = useImport.getState()
  if (now?.id !== job.id || now.state !== 'running') return
  if (job.state === 'running') useImport.setState({ job })
  else ended(job)
}

let listening = false

async function watch(job: Job): Promise<void> {
  if (!listening) client.on('jobs.progressed', follow)
  listening = true
  useImport.setState({ job: { ...job, state: 'running' } })
  // it may have ended between the answer and this line
  follow(await client.call('jobs.get', { id: job.id }))
}

/** Reads what was chosen; what was read before is given up when it has been. */
export async function readSource({ handle, name }: ImportSource): Promise<void> {
  useImport.setState({ reading: name, choosing: true, problem: '', notice: '' })
  try {
    await watch(await client.call('import.read', { source: handle }))
  } catch (error) {
    useImport.setState({ job: null, problem: hostReason(error) })
  }
}

/** Another folder is looked for. What was found, and what came of it, is given up when that one has been read. */
export const startOver = (): void => useImport.setState({ choosing: true, problem: '', notice: '' })

export const backToPlan = (): void => useImport.setState({ choosing: false, problem: '', notice: '' })

export async function startImport(): Promise<void> {
  const { plan } = useImport.getState()
  if (!plan) return
  useImport.setState({ problem: '', notice: '' })
  try {
    // what is typed in an open record goes first, so that it is not taken for a change of somebody else
    await flushAll()
    await watch(await client.call('import.start', { plan: plan.plan }))
  } catch (error) {
    failed(error)
  }
}

export async function stopJob(): Promise<void> {
  const { job } = useImport.getState()
  if (!job) return
  try {
    await client.call('jobs.cancel', { id: job.id })
  } catch (error) {
    failed(error)
  }
}

export async function takeImportBack(): Promise<void> {
  const { result } = useImport.getState()
  if (result) await undoCommand(result.id)
}

// by its button, by key or from the menu: what was found is there again, to be corrected and taken in anew
onCommands(() => {
  const { result } = useImport.getState()
  if (!result || commandState(result.id) !== 'redoable') return
  lookAgain()
  const left = leftOfCommand(result.id)
  const notice = left === 0 ? i18n.t('import:takenBack') : i18n.t('import:takenBackBut', { count: left, number: formatNumber(left) })
  useImport.setState({ result: null, notice })
})

/** After a reload: goes on where the window was. */
export async function resumeImport(): Promise<void> {
  const kept = keptImport()
  const { plan, job } = useImport.getState()
  if (!kept || plan || job) return
  if (kept.plan !== null) await loadPlan(kept.plan, kept.name)
  if (kept.job === null) return
  try {
    useImport.setState({ name: kept.name, reading: kept.reading })
    await watch(await client.call('jobs.get', { id: kept.job }))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') failed(error)
  }
}
