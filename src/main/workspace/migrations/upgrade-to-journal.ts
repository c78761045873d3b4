/** Brings a workspace of version 1 or 2 into the journal. The old files are kept in `backups/`. */
import { AppError } from '../../../shared/errors.ts'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName, segmentHeadOf, segmentName } from '../journal/segment-head.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import type { PendingFrame } from '../journal/segment-writer.ts'
import { SegmentWriter } from '../journal/segment-writer.ts'
import type { WorkspacePaths } from '../layout.ts'
import { SCHEMA_VERSION } from '../layout.ts'
import type { Manifest, SealedSegment } from '../manifest-file.ts'
import { DEFAULT_SETTINGS, MANIFEST_FORMAT, manifestCodec, segmentNames } from '../manifest-file.ts'
import { namesIn } from '../read-if-there.ts'
import { removeIfThere, replaceFile } from '../replace-file.ts'
import { sealedAs, SEGMENT_BYTES } from '../workspace-journal.ts'
import type { FormerManifest } from './former-manifest.ts'
import type { FormerRecords } from './former-records.ts'
import { keepOriginals, setSegmentsAside } from './keep-originals.ts'

/** How much is appended at once. */
const BATCH_BYTES = 4 * 1024 * 1024

/**
 * The caller holds the lock and has found both files sound. The manifest decides which version the workspace has, so
 * that an upgrade that was interrupted is begun again, and one that reached the manifest is only tidied up.
 */
export async function upgradeToJournal(
  paths: WorkspacePaths,
  former: FormerManifest,
  content: FormerRecords,
  environment: WorkspaceEnvironment,
): Promise<void> {
  const files = filesOf(environment)
  await keepOriginals(files, paths)
  await clearSegments(files, paths, content.revision, environment)
  const { id, name, sample, createdAt } = former
  const written = await writeSegments(paths, { workspace: id, lineage: environment.newId() }, content, environment)
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id,
    name,
    sample,
    createdAt,
    lineage: written.lineage,
    settings: DEFAULT_SETTINGS,
    segments: written.segments,
    active: written.active,
    discarded: [],
  }
  await assertSame(files, paths, manifest, content)
  await replaceFile(files, paths.manifest, manifestCodec.encode(manifest), {
    verify: async (temporary) => {
      const found = await examineManifest(files, temporary)
      if (found.status !== 'sound' || JSON.stringify(found.content) !== JSON.stringify(manifest)) throw notTheSame()
    },
  })
}

/** An earlier attempt may have left segments. Those that hold later changes are of a workspace that was put back by hand. */
async function clearSegments(files: FileSystem, paths: WorkspacePaths, revision: number, environment: WorkspaceEnvironment): Promise<void> {
  const names = await namesIn(files, paths.segments)
  if (names.length === 0) return
  if (await hasLaterChanges(files, paths, names, revision)) await setSegmentsAside(paths, names, environment)
  else for (const name of names) await removeIfThere(files, paths.segment(name))
}

async function hasLaterChanges(files: FileSystem, paths: WorkspacePaths, names: readonly string[], revision: number): Promise<boolean> {
  for (const name of names) {
    if (!parseSegmentName(name)) continue
    const file = await files.openForReading(paths.segment(name))
    try {
      for await (const item of scanSegment(file, { headersOnly: true }))
        if (item.type === 'frame' && item.frame.header.revision > revision) return true
    } finally {
      await file.close()
    }
  }
  return false
}

async function writeSegments(
  paths: WorkspacePaths,
  { workspace, lineage }: { readonly workspace: string; readonly lineage: string },
  { revision, records }: FormerRecords,
  environment: WorkspaceEnvironment,
): Promise<Pick<Manifest, 'lineage' | 'segments' | 'active'>> {
  const files = filesOf(environment)
  const limit = environment.segmentBytes ?? SEGMENT_BYTES
  const segments: SealedSegment[] = []
  const begin = (first: number, after: { readonly sequence: number; readonly link: number } | null) => {
    const head = segmentHeadOf({ workspace, lineage, first, revision, after })
    return SegmentWriter.create(files, paths.segment(segmentName(first, 0)), head)
  }
  await files.createFolder(paths.segments)
  let writer = await begin(1, null)
  let active = segmentName(1, 0)
  try {
    for (const batch of batchesOf(records, revision, Math.min(BATCH_BYTES, limit))) {
      if (writer.frames > 1 && writer.size >= limit) {
        const { size, sequence, link, frames } = writer
        segments.push(sealedAs(active, { size, sequence, link, frames }))
        await writer.close()
        writer = await begin(sequence + 1, { sequence, link })
        active = segmentName(sequence + 1, 0)
      }
      await writer.append(batch)
    }
  } finally {
    await writer.close()
  }
  await files.syncFolder(paths.folder)
  return { lineage, segments, active }
}

function* batchesOf(records: FormerRecords['records'], revision: number, limit: number): Iterable<readonly PendingFrame[]> {
  let batch: PendingFrame[] = []
  let bytes = 0
  for (const { json } of records.values()) {
    // the one version that there is: nobody typed it just now
    batch.push({ kind: 'C', last: true, revision, payload: json })
    bytes += json.length
    if (bytes < limit) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/** Reads back everything: the old files go out of use when the manifest is in place. */
async function assertSame(files: FileSystem, paths: WorkspacePaths, manifest: Manifest, { records }: FormerRecords): Promise<void> {
  const expected = records.values()
  for (const name of segmentNames(manifest)) {
    const file = await files.openForReading(paths.segment(name))
    try {
      for await (const item of scanSegment(file, { yieldEvery: 200 })) {
        if (item.type === 'damage') throw notTheSame()
        if (item.frame.header.kind === 'S') continue
        const record = expected.next().value
        if (!record || Buffer.compare(record.json, item.frame.payload) !== 0) throw notTheSame()
      }
    } finally {
      await file.close()
    }
  }
  if (expected.next().done !== true) throw notTheSame()
}

const notTheSame = () =>
  new AppError(
    'IO',
    'The upgraded files did not read back as they were written, so the upgrade was called off. The old files are untouched; check the disk, then open the workspace again.',
  )
