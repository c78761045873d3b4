/** Reads everything in a workspace and says in words what stands. Writes nothing and takes no lock. */
import type { Kind } from '../../shared/model/common.ts'
import { kinds } from '../../shared/model/common.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { FileState } from './examine.ts'
import { examine, examineManifest, examineRecords } from './examine.ts'
import { fileNames, pathsIn, SCHEMA_VERSION } from './layout.ts'
import { assertHoldsWorkspace } from './open-workspace.ts'
import { findClash, RecordTable } from './record-table.ts'
import type { RecordsContent } from './records-file.ts'
import { isTemporaryName } from './replace-file.ts'
import { titleTaken } from './refusals.ts'
import { syncedBy } from './synced-folder.ts'

export interface CheckFinding {
  /** `problem`: something is lost or cannot be read. `notice`: worth knowing, nothing is wrong. */
  readonly level: 'ok' | 'notice' | 'problem'
  /** One English sentence or two. */
  readonly text: string
}

export interface CheckReport {
  /** No finding is a problem. */
  readonly sound: boolean
  readonly name: string
  readonly revision: number
  /** Records that can be read, those in the trash too. */
  readonly records: Readonly<Record<Kind, number>>
  readonly inTrash: number
  readonly findings: readonly CheckFinding[]
}

/** @throws AppError MISSING, NOT_A_WORKSPACE, NO_PERMISSION, IO. A damaged workspace is a report, not an error. */
export function checkWorkspace(folder: string, environment: Pick<WorkspaceEnvironment, 'files'>): Promise<CheckReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const { manifest, records } = await examine(files, paths)
    const findings: CheckFinding[] = [
      fileFinding(fileNames.manifest, manifest),
      ...recordFindings(records),
      previousFinding(fileNames.previousRecords, await examineRecords(files, paths.previousRecords)),
      previousFinding(fileNames.previousManifest, await examineManifest(files, paths.previousManifest)),
    ]
    const leftovers = (await files.list(folder)).filter(isTemporaryName).length
    if (leftovers > 0)
      findings.push({
        level: 'notice',
        text: `${leftovers} temporary files of interrupted saves lie there; the next opening removes them.`,
      })
    const product = await syncedBy(files, folder)
    if (product !== '')
      findings.push({ level: 'notice', text: `${product} synchronises this folder. Open the workspace on one device at a time.` })
    return {
      sound: findings.every(({ level }) => level !== 'problem'),
      name: manifest.content?.name ?? '',
      ...counted(records.content),
      findings,
    }
  })
}

function counted(content: RecordsContent | null): Pick<CheckReport, 'revision' | 'records' | 'inTrash'> {
  const records = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  let inTrash = 0
  for (const { head } of content?.records.values() ?? []) {
    records[head.kind] += 1
    if (head.trashedAt !== '') inTrash += 1
  }
  return { revision: content?.revision ?? 0, records, inTrash }
}

function fileFinding(file: string, { status, version, reason }: FileState<unknown>): CheckFinding {
  if (status !== 'sound') return { level: 'problem', text: `${file}: ${reason}` }
  if (version < SCHEMA_VERSION)
    return { level: 'notice', text: `${file} is of version ${version}; the next opening brings it to version ${SCHEMA_VERSION}.` }
  return { level: 'ok', text: `${file} is sound.` }
}

function recordFindings(state: FileState<RecordsContent>): CheckFinding[] {
  if (!state.content || state.content.problems.length === 0) return [fileFinding(fileNames.records, state), ...clashFindings(state.content)]
  const lines = state.content.problems.map(({ id, title, reason }) => {
    const which = title !== '' ? `“${title}”` : id !== '' ? `record ${id}` : 'the file'
    return { level: 'problem', text: `${fileNames.records}, ${which}: ${reason}` } as const
  })
  return [...(state.status === 'newer' ? [fileFinding(fileNames.records, state)] : []), ...lines, ...clashFindings(state.content)]
}

function clashFindings(content: RecordsContent | null): CheckFinding[] {
  const clash = content && findClash(new RecordTable(new Map()), content.records)
  return clash ? [{ level: 'problem', text: titleTaken(clash).message.replace(' Nothing was changed; choose another.', '') }] : []
}

function previousFinding(file: string, { status, reason, content }: FileState<unknown>): CheckFinding {
  if (status === 'missing') return { level: 'ok', text: `There is no ${file} yet.` }
  if (status === 'sound' && content) return { level: 'ok', text: `${file}, the state before the last save, is sound.` }
  return { level: 'notice', text: `${file}, the state before the last save, cannot be used: ${reason} The next save replaces it.` }
}
