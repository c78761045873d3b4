/** Opens a workspace without a lock and without writing anything: beside a writer, or to show what is left of it. */
import { basename } from 'node:path'
import { ColumnsFile } from './columns/columns-file.ts'
import { DerivedFolder } from './columns/derived-folder.ts'
import { damagedError, damagedManifest, newerError } from './damaged-error.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
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
import { rebuildManifest } from './recovery/rebuild-manifest.ts'
import type { Workspace, WorkspaceProblem } from './port.ts'
import { readNewer } from './read-newer.ts'
import { SegmentFiles } from './segment-files.ts'
import type { SeenFile } from './stray-files.ts'
import { aheadOf, lookAround, strayFiles } from './stray-files.ts'

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
  const seen = await lookAround(files, paths)
  const found = await examineManifest(files, paths.manifest)
  if (await isFormer(files, paths, found)) return readFormer(paths, environment, found, options)
  if (found.status === 'newer') {
    if (!options.whatIsLeft) throw newerError(found.version)
    return heldWorkspace({ ...found.info, readOnly: 'newerFormat' }, await readNewer(files, paths), environment)
  }
  if (found.status === 'sound') return readBeside(paths, environment, { seen, manifest: found.content }, options)
  const { reason } = found
  if (!options.whatIsLeft) throw damagedManifest(reason)
  const { content: previous } = await examineManifest(files, paths.previousManifest)
  const { newId, clock } = environment
  // made again in memory, as salvaging would: the one before it may not name the latest records
  const { manifest } = await rebuildManifest(files, paths, previous, { newId, instant: instantOf(clock) })
  const problems = [{ file: fileNames.manifest, id: '', title: '', reason }]
  return shown(paths, environment, await readJournal(paths, environment, { seen, manifest }), problems)
}

/** What was found on the disk, in this order; see `lookAround`. */
interface FoundFiles {
  readonly seen: readonly SeenFile[]
  readonly manifest: Manifest
}

/** Perhaps beside a writer, who may rewrite segments and let go of those of before while we read. */
async function readBeside(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  first: FoundFiles,
  { whatIsLeft }: ReadingOptions,
): Promise<Workspace> {
  const files = filesOf(environment)
  let found = first
  for (let tries = 1; ; tries += 1) {
    const read = await readJournal(paths, environment, found)
    if (read.damages.length > 0 && tries < TRIES) {
      const seen = await lookAround(files, paths)
      const now = await examineManifest(files, paths.manifest)
      if (now.status === 'sound' && JSON.stringify(now.content) !== JSON.stringify(found.manifest)) {
        await read.source.close()
        found = { seen, manifest: now.content }
        continue
      }
    }
    if (read.damages.length === 0 || whatIsLeft) return shown(paths, environment, read, [])
    await read.source.close()
    throw damagedError(read.damages, read.loaded.columns.recordCount)
  }
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

interface JournalRead {
  readonly manifest: Manifest
  readonly loaded: LoadedJournal
  readonly damages: readonly JournalDamage[]
  /** With every file open that was read: it may be gone later. */
  readonly source: SegmentFiles
}

async function readJournal(paths: WorkspacePaths, environment: WorkspaceEnvironment, { seen, manifest }: FoundFiles): Promise<JournalRead> {
  const files = filesOf(environment)
  const source = new SegmentFiles(files, paths.segment)
  const gone: JournalDamage[] = []
  for (const name of segmentNames(manifest)) {
    // the journal's own reading says what was in it
    if (!(await source.openIfThere(name))) gone.push({ file: name, reason: 'The file is missing.', touched: [] })
  }
  const columnsFile = new ColumnsFile(files, paths.derived)
  const loaded = await loadJournal({ files, paths, columnsFile, newId: environment.newId }, manifest)
  const found = [...loaded.damages, ...aheadOf(strayFiles(seen, manifest))]
  const damages = [...found, ...gone.filter(({ file }) => !found.some((damage) => damage.file === file))]
  return { manifest, loaded, damages, source }
}

function shown(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  { manifest, loaded, damages, source }: JournalRead,
  known: readonly WorkspaceProblem[],
): Workspace {
  const { columns, revision } = loaded
  const problems = [...known, ...problemsOf(damages)]
  const from = { workspace: manifest.id, lineage: manifest.lineage, rowsEpoch: columns.rowsEpoch }
  const derived = new DerivedFolder(filesOf(environment), paths.derived, from)
  return new JournalWorkspace(
    {
      manifest,
      columns,
      revision,
      source,
      // nothing is written without the lock
      derived: {
        read: (name, version) => derived.read(name, version),
        write: async () => undefined,
        place: (name, version) => {
          const place = derived.place(name, version)
          return place && { ...place, isWritable: false }
        },
        close: () => derived.close(),
      },
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
