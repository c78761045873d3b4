/** The check of a workspace of a version before the journal: the next opening brings it up to date, if it is sound. */
import type { Kind } from '../../../shared/model/common.ts'
import { kinds } from '../../../shared/model/common.ts'
import type { CheckFinding, CheckReport } from '../check-workspace.ts'
import type { ManifestState } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, SCHEMA_VERSION } from '../layout.ts'
import type { FormerRecordsState } from '../migrations/examine-former.ts'
import { examineFormerRecords } from '../migrations/examine-former.ts'
import { checkSurroundings } from './check-files.ts'

export async function checkFormer(files: FileSystem, paths: WorkspacePaths, manifest: ManifestState): Promise<CheckReport> {
  const state = await examineFormerRecords(files, paths.records)
  const previous = await examineFormerRecords(files, paths.previousRecords)
  const records = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  let inTrash = 0
  for (const { head } of state.content?.records.values() ?? []) {
    records[head.kind] += 1
    if (head.trashedAt !== '') inTrash += 1
  }
  const findings: CheckFinding[] = [
    manifest.status === 'former'
      ? {
          level: 'notice',
          text: `The workspace is of version ${manifest.version}; the next opening brings it to version ${SCHEMA_VERSION}.`,
        }
      : { level: 'problem', text: `${fileNames.manifest}: ${manifest.reason}` },
    ...recordsFindings(state),
    previousFinding(previous),
    ...(await checkSurroundings(files, paths.folder)),
  ]
  return {
    sound: findings.every(({ level }) => level !== 'problem'),
    name: manifest.status === 'former' ? manifest.former.name : '',
    revision: state.content?.revision ?? 0,
    records,
    inTrash,
    findings,
  }
}

function recordsFindings({ content, reason, status }: FormerRecordsState): CheckFinding[] {
  if (status === 'sound') return [{ level: 'ok', text: `${fileNames.records} is sound.` }]
  if (!content) return [{ level: 'problem', text: `${fileNames.records}: ${reason}` }]
  return content.problems.map((problem) => {
    const which = problem.title !== '' ? `“${problem.title}”` : problem.id !== '' ? `Record ${problem.id}` : ''
    return { level: 'problem', text: `${which === '' ? fileNames.records : `${which} (${fileNames.records})`}: ${problem.reason}` }
  })
}

function previousFinding({ status, reason }: FormerRecordsState): CheckFinding {
  const file = fileNames.previousRecords
  if (status === 'missing') return { level: 'ok', text: `There is no ${file} yet.` }
  if (status === 'sound') return { level: 'ok', text: `${file}, the state before the last save, is sound.` }
  return { level: 'notice', text: `${file}, the state before the last save, cannot be used: ${reason}` }
}
