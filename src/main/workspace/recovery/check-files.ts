/** Looks at the files beside the journal: what does not belong there, what can be made again, backups, attachments. */
import { AppError } from '../../../shared/errors.ts'
import { AttachmentStore } from '../attachments/attachment-store.ts'
import { ownBackups } from '../backups/index.ts'
import { ColumnsFile } from '../columns/columns-file.ts'
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import type { Manifest } from '../manifest-file.ts'
import { segmentNames } from '../manifest-file.ts'
import { namesIn } from '../read-if-there.ts'
import { isTemporaryName } from '../replace-file.ts'
import { syncedBy } from '../synced-folder.ts'
import type { CheckFinding } from '../check-workspace.ts'

const notice = (text: string): CheckFinding => ({ level: 'notice', text })

/** Files in the folder of the segments that no manifest names. */
export async function checkSegmentsFolder(
  files: FileSystem,
  paths: WorkspacePaths,
  manifest: Manifest,
  previous: Manifest | null,
): Promise<CheckFinding[]> {
  const listed = new Set([...segmentNames(manifest), ...(previous ? segmentNames(previous) : [])])
  const others = (await namesIn(files, paths.segments)).filter((name) => name !== 'acknowledged' && !listed.has(name)).toSorted()
  return others.map((name) => {
    if (isTemporaryName(name)) return notice(`segments/${name} was left by an interrupted rewriting; the next opening removes it.`)
    if (parseSegmentName(name)) return notice(`segments/${name} is of an older or an unfinished state and is not used.`)
    return notice(`segments/${name} is not a file of this workspace. It is not used; move it elsewhere.`)
  })
}

export async function checkDerived(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<CheckFinding[]> {
  const names = await namesIn(files, paths.derived)
  if (names.length === 0) return [notice('There are no derived files; the next opening makes them and takes longer.')]
  const kept = await new ColumnsFile(files, paths.derived).read()
  const fits = kept?.stamp.workspace === manifest.id && kept.stamp.lineage === manifest.lineage
  return [
    fits
      ? { level: 'ok', text: 'The derived files belong to this state.' }
      : notice('The derived files are stale; the next opening makes them anew and takes longer.'),
  ]
}

export async function checkBackups(files: FileSystem, folder: string, workspace: string): Promise<CheckFinding[]> {
  const { backups, damaged } = await ownBackups(files, folder).list()
  const latest = backups.find(({ file }) => file.workspace.id === workspace)
  const findings = damaged.map((name) => notice(`backups/${name} cannot be read.`))
  findings.push(
    latest
      ? { level: 'ok', text: `The latest of ${backups.length} backups is of ${latest.file.at}.` }
      : notice('There is no backup in this folder yet.'),
  )
  return findings
}

/** `named`: hashes, each with the title of a record that names it. */
export async function checkAttachments(files: FileSystem, folder: string, named: ReadonlyMap<string, string>): Promise<CheckFinding[]> {
  const store = new AttachmentStore(folder, { files })
  const findings: CheckFinding[] = []
  for (const [sha256, title] of named) {
    try {
      await store.verify(sha256)
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'MISSING' && error.code !== 'DAMAGED')) throw error
      const state = error.code === 'MISSING' ? 'is missing' : 'is not what was added'
      findings.push({ level: 'problem', text: `“${title}”: an attached file ${state} (attachments/${sha256.slice(0, 2)}/${sha256}).` })
    }
  }
  if (named.size > 0 && findings.length === 0) findings.push({ level: 'ok', text: `${named.size} attached files are sound.` })
  return findings
}

export async function checkSurroundings(files: FileSystem, folder: string): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = []
  const leftovers = (await files.list(folder)).filter(isTemporaryName).length
  if (leftovers > 0) findings.push(notice(`${leftovers} temporary files of interrupted saves lie there; the next opening removes them.`))
  const product = await syncedBy(files, folder)
  if (product !== '') findings.push(notice(`${product} synchronises this folder. Open the workspace on one device at a time.`))
  return findings
}
