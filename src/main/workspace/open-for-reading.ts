/** Opens a workspace without a lock and without writing anything: beside a writer, or to show what is left of it. */
import { basename } from 'node:path'
import { ColumnsFile } from './columns/columns-file.ts'
import { DerivedFolder } from './columns/derived-folder.ts'
import { damagedError, damagedManifest, newerError } from './damaged-error.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { ManifestState } from './examine.ts'
import { examineManifest } from './examine.ts'
import { heldWorkspace } from './held-workspace.ts'
import { JournalWorkspace } from './journal-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames } from './layout.ts'
import type { JournalDamage, LoadedJournal } from './load-journal.ts'
import { loadJournal } from './load-journal.ts'
import type { Manifest } from './manifest-file.ts'
import { segmentNames } from './manifest-file.ts'
import { damagedFormer, examineFormerRecords, isFormer } from './migrations/examine-former.ts'
import type { Workspace, WorkspaceProblem } from './port.ts'
import { readNewer } from './read-newer.ts'
import { SegmentFiles } from './segment-files.ts'
import { aheadOf, strayFiles } from './stray-files.ts'

export interface ReadingOptions {
  /** Shows what can be read of a damaged or newer workspace instead of refusing it. */
  readonly whatIsLeft: boolean
}

/** How often a writer beside us may replace what is being read. */
const TRIES = 5

/** @throws AppError DAMAGED, NEWER_FORMAT */
export async function openForReading(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  options: ReadingOptions,
): Promise<Workspace> {
  const files = filesOf(environment)
  const found = await examineManifest(files, paths.manifest)
  if (await isFormer(files, paths, found)) return readFormer(paths, environment, found, options)
  if (found.status === 'newer') {
    if (!options.whatIsLeft) throw newerError(found.version)
    return heldWorkspace({ ...found.info, readOnly: 'newerFormat' }, await readNewer(files, paths), environment)
  }
  if (found.status === 'sound') return readJournal(paths, environment, found.content, [], options, TRIES)
  const previous = await examineManifest(files, paths.previousManifest)
  const { reason } = found
  if (!options.whatIsLeft || previous.status !== 'sound')
    throw await damagedManifest(reason, previous, new ColumnsFile(files, paths.derived))
  return readJournal(paths, environment, previous.content, [{ file: fileNames.manifest, id: '', title: '', reason }], options, 0)
}

async function readFormer(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  found: ManifestState,
  { whatIsLeft }: ReadingOptions,
): Promise<Workspace> {
  const files = filesOf(environment)
  const records = await examineFormerRecords(files, paths.records)
  const isSound = found.status === 'former' && records.status === 'sound'
  if (!records.content || (!isSound && !whatIsLeft)) throw await damagedFormer(files, paths, found, records)
  const problems: WorkspaceProblem[] =
    found.status !== 'former'
      ? [{ file: fileNames.manifest, id: '', title: '', reason: found.reason }, ...records.content.problems]
      : [...records.content.problems]
  const info = found.status === 'former' ? found.former : { id: '', name: basename(paths.folder), sample: false }
  return heldWorkspace({ ...info, readOnly: isSound ? 'permission' : 'damaged' }, { ...records.content, problems }, environment)
}

async function readJournal(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  manifest: Manifest,
  problems: readonly WorkspaceProblem[],
  options: ReadingOptions,
  tries: number,
): Promise<Workspace> {
  const files = filesOf(environment)
  const columnsFile = new ColumnsFile(files, paths.derived)
  const loaded = await loadJournal({ files, paths, columnsFile, newId: environment.newId }, manifest)
  const damages = [...loaded.damages, ...aheadOf(await strayFiles(files, paths, manifest))]
  if (damages.length > 0 && tries > 0) {
    const now = await examineManifest(files, paths.manifest)
    // a writer beside us has begun or rewritten segments since
    if (now.status === 'sound' && JSON.stringify(now.content) !== JSON.stringify(manifest))
      return readJournal(paths, environment, now.content, problems, options, tries - 1)
  }
  if (damages.length > 0 && !options.whatIsLeft) throw damagedError(damages, loaded.columns.recordCount)
  const source = new SegmentFiles(files, paths.segment)
  const missing = new Set(damages.map(({ file }) => file))
  await source.openAll(segmentNames(manifest).filter((name) => !missing.has(name)))
  return opened({ paths, manifest, loaded, source, problems: [...problems, ...problemsOf(damages)] }, environment)
}

interface ReadingParts {
  readonly paths: WorkspacePaths
  readonly manifest: Manifest
  readonly loaded: LoadedJournal
  readonly source: SegmentFiles
  readonly problems: readonly WorkspaceProblem[]
}

function opened({ paths, manifest, loaded, source, problems }: ReadingParts, environment: WorkspaceEnvironment): Workspace {
  const { columns, revision } = loaded
  const from = { workspace: manifest.id, lineage: manifest.lineage, rowsEpoch: columns.rowsEpoch }
  const derived = new DerivedFolder(filesOf(environment), paths.derived, from)
  return new JournalWorkspace(
    {
      manifest,
      columns,
      revision,
      source,
      // nothing is written without the lock
      derived: { read: (name, version) => derived.read(name, version), write: async () => undefined, close: () => derived.close() },
      journal: null,
      lock: null,
      readOnly: problems.length > 0 ? 'damaged' : 'permission',
      problems,
      notices: [],
    },
    environment,
  )
}

/** One for each record that is touched; one for the file where none can be named. */
const problemsOf = (damages: readonly JournalDamage[]): WorkspaceProblem[] =>
  damages.flatMap(({ file, reason, touched }) =>
    touched.length === 0 ? [{ file, id: '', title: '', reason }] : touched.map(({ id, title }) => ({ file, id, title, reason })),
  )
