/** Markdown of other programs, and our own, into the open workspace: read, shown, corrected, taken in. */
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { importMethods } from '../../../shared/contract/import.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { makeTable } from '../../import/make-table.ts'
import { MappingRules } from '../../import/mapping-rules.ts'
import type { Standing } from '../../import/name-claims.ts'
import { proposeMapping } from '../../import/propose-mapping.ts'
import { readSource } from '../../import/read-source.ts'
import { runImport } from '../../import/run-import.ts'
import { openSource } from '../../import/open-source.ts'
import type { ImportSource } from '../../import/source.ts'
import { readOnlyError } from '../../workspace/refusals.ts'
import type { AttachmentParts } from '../attachments/attachment-parts.ts'
import { describeArchive } from '../folders/archives.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import type { JobRunner, JobWork } from '../jobs/job-runner.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { ImportPlan } from './import-plan.ts'
import type { ImportPlans } from './import-plans.ts'
import { refuseOwnFolder } from './own-folder.ts'

interface Parts {
  readonly context: ServiceContext
  readonly runner: JobRunner
  readonly attachments: AttachmentParts
  readonly plans: ImportPlans
}

const standingIn = ({ workspace, index }: OpenWorkspace): Standing => ({
  head: (id) => workspace.head(id),
  holder: (name) => index.target(name),
  country: (code) => index.country(code),
  read: (id) => workspace.read(id),
})

async function withSource<T>(path: string, work: (source: ImportSource) => Promise<T>): Promise<T> {
  const source = await openSource(path)
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}

interface Control {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

const tableOf = (plan: ImportPlan, mapping: ImportMapping, source: ImportSource, open: OpenWorkspace, control: Control) =>
  makeTable({
    source,
    briefs: plan.read.briefs,
    rules: new MappingRules(mapping),
    decisions: plan.decisions,
    standing: standingIn(open),
    ...control,
  })

export function importService({ context, runner, attachments, plans }: Parts): Service<typeof importMethods> {
  const { session, folders, desktop, author, clock, newId } = context
  /** The import of each plan that runs. */
  const running = new Map<string, string>()

  const withPlan = <T>(id: string, client: string, work: (plan: ImportPlan, open: OpenWorkspace) => Promise<T>) =>
    session.use((open) => work(plans.find(id, client, open), open))

  return {
    'import.chooseArchive': async (_input, { client }) => {
      if (desktop.capabilities.folderDialog !== 'native')
        throw new AppError('UNSUPPORTED', 'Files are chosen in another way here. Nothing was changed.')
      const path = await desktop.chooseArchive(client)
      return path === null ? null : withFolderErrors(() => describeArchive(folders, resolve(path)))
    },

    'import.read': async ({ source: handle }, { client }) => {
      const path = await withFolderErrors(() => realpath(folders.folder(handle)))
      return session.use(async (open) => {
        await refuseOwnFolder(path, open.folder)
        const run: JobWork['run'] = (control) =>
          withSource(path, async (source) => {
            const read = await readSource(source, control)
            const mapping = proposeMapping(
              read.folders.map((folder) => folder.path),
              read.keys,
            )
            const plan = new ImportPlan({ id: newId(), path, read, mapping })
            plan.remap(mapping, await tableOf(plan, mapping, source, open, control))
            plans.add(plan, client, open)
            return { report: null, folder: null, plan: plan.id }
          })
        const { job, ended } = runner.start({ kind: 'read', run }, client)
        // the workspace stays open until the job has ended; closing it stops the job first
        session.hold(ended)
        return job
      })
    },

    'import.plan': ({ plan: id }, { client }) => withPlan(id, client, async (plan) => plan.show()),

    'import.map': ({ plan: id, mapping }, { client }) =>
      withPlan(id, client, async (plan, open) => {
        refuseWhileRunning(running, id)
        await withSource(plan.path, async (source) => plan.remap(mapping, await tableOf(plan, mapping, source, open, {})))
        return plan.show()
      }),

    'import.rows': ({ plan: id, from, count, only, text }, { client }) =>
      withPlan(id, client, async (plan) => plan.window({ only, text }, from, count)),

    'import.decide': ({ plan: id, paths, action, only, text }, { client }) =>
      withPlan(id, client, async (plan, open) => {
        refuseWhileRunning(running, id)
        plan.decide(paths, action, { only, text })
        await plan.settle(standingIn(open))
        return plan.show()
      }),

    'import.start': ({ plan: id }, { client }) =>
      withPlan(id, client, async (plan, open) => {
        const already = running.get(id)
        if (already !== undefined) return runner.get(already, client)
        if (open.workspace.readOnly !== null) throw readOnlyError(open.workspace.readOnly)
        const by = author()
        // as it was seen when it was started, whatever a correction that is under way makes of it
        const seen = { read: plan.read, mapping: plan.mapping, decisions: new Map(plan.decisions), seen: plan.compared, rows: plan.rows }
        const run: JobWork['run'] = async ({ signal, onProgress }) => {
          // what is there now must be there afterwards, whatever goes wrong
          if (open.workspace.revision > 0) await open.backups.make('import', { signal })
          try {
            const { report, records } = await withSource(plan.path, (source) =>
              runImport({
                source,
                ...seen,
                store: attachments.keeper.storeOf(open),
                now: new Date(clock()).toISOString(),
                author: by,
                newId,
                signal,
                onProgress,
                transact: (work) => open.change(by, client, work, { kind: 'command' }),
              }),
            )
            plan.done(records)
            return { report: null, folder: null, imported: report }
          } catch (error) {
            // contents that were copied for it are named by nothing
            attachments.keeper.collect()
            throw error
          }
        }
        const { job, ended } = runner.start({ kind: 'import', run }, client)
        running.set(id, job.id)
        void ended.finally(() => running.delete(id))
        session.hold(ended)
        return job
      }),

    'import.drop': async ({ plan: id }, { client }) => {
      plans.drop(id, client)
      return {}
    },
  }
}

/** What is being taken in is not corrected any more. @throws AppError INVALID_INPUT */
function refuseWhileRunning(running: ReadonlyMap<string, string>, id: string): void {
  if (running.has(id)) throw new AppError('INVALID_INPUT', 'This import is under way. Nothing was changed; wait for its end, or stop it.')
}
