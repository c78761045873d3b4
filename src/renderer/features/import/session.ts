/** The import of this window. It outlives its page: reading goes on, and what was found is there again when one comes back. */
import { create } from 'zustand'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { AppError } from '../../../shared/errors.ts'
import { hostReason } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { useSession } from '../../store/session.ts'
import { refreshPlanRows } from './plan-rows.ts'

/** A folder or an archive that was chosen. */
export interface ImportSource {
  readonly handle: string
  readonly name: string
}

export interface ImportSession {
  /** Of what the plan was read from. */
  readonly name: string
  /** Of what is being read; what was found before waits until it has been. */
  readonly reading: string
  /** Reading or importing. */
  readonly job: Job | null
  /** The import of the plan, when it has ended well. It stays until another source has been read. */
  readonly result: Job | null
  readonly plan: ImportPlan | null
  /** As the person has it now; the plan follows. */
  readonly mapping: ImportMapping | null
  /** The plan is on its way after a change. */
  readonly changing: boolean
  /** What went wrong last, in whole sentences; and what came to pass as it was asked for. */
  readonly problem: string
  readonly notice: string
  /** The person looks for another folder. */
  readonly choosing: boolean
}

export const nothingYet: ImportSession = {
  name: '',
  reading: '',
  job: null,
  result: null,
  plan: null,
  mapping: null,
  changing: false,
  problem: '',
  notice: '',
  choosing: false,
}

export const useImport = create<ImportSession>(() => nothingYet)

export type ImportStep = 'choose' | 'reading' | 'check' | 'importing' | 'done'

export function stepOf({ job, result, plan, choosing }: Pick<ImportSession, 'job' | 'result' | 'plan' | 'choosing'>): ImportStep {
  if (job?.state === 'running') return job.kind === 'import' ? 'importing' : 'reading'
  if (choosing) return 'choose'
  return result ? 'done' : plan ? 'check' : 'choose'
}

/** `mapping`: what the person has changed since. */
export const takePlan = (plan: ImportPlan, mapping: ImportMapping = plan.mapping): void => {
  useImport.setState({ plan, mapping })
  refreshPlanRows()
}

/** The host does not have it any more: there is nothing to go back to. */
export function failed(error: unknown): void {
  const isGone = error instanceof AppError && error.code === 'NOT_FOUND'
  if (isGone) useImport.setState({ ...nothingYet, problem: i18n.t('import:expired') })
  else useImport.setState({ problem: hostReason(error) })
}

const KEPT = 'rapporteur.import'

const workspaceNow = () => {
  const workspace = useSession.getState().app?.workspace
  return workspace?.status === 'open' ? workspace.id : null
}

export interface KeptImport {
  readonly workspace: string
  readonly name: string
  readonly reading: string
  readonly plan: string | null
  readonly job: string | null
}

/** For a reload of the window: the host has the rest. */
useImport.subscribe(({ name, reading, plan, job, result }) => {
  const workspace = workspaceNow()
  const kept: KeptImport | null =
    workspace !== null && (plan || job || result)
      ? { workspace, name, reading, plan: plan?.plan ?? null, job: (job ?? result)?.id ?? null }
      : null
  if (kept) sessionStorage.setItem(KEPT, JSON.stringify(kept))
  else sessionStorage.removeItem(KEPT)
})

/** What was under way in this workspace before the window was loaded again. */
export function keptImport(): KeptImport | null {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as KeptImport | null
  return kept !== null && kept.workspace === workspaceNow() ? kept : null
}

let workspace = workspaceNow()
useSession.subscribe(() => {
  const now = workspaceNow()
  if (now === workspace) return
  workspace = now
  // its plan has gone with the workspace
  useImport.setState(nothingYet, true)
})
