/** `workspace.json`: which workspace this is, its settings, and which files hold its records. */
import { actionView } from '../../shared/contract/actions.ts'
import { savedSearch } from '../../shared/contract/search.ts'
import { count, instant, line } from '../../shared/model/common.ts'
import { z } from '../../shared/model/zod.ts'
import type { JsonCodec } from './atomic-json-adapter.ts'
import { parseSegmentName } from './journal/segment-head.ts'
import { DamagedFileError, parseObject, sealOf, utf8 } from './json-file.ts'
import { SCHEMA_VERSION } from './layout.ts'
import type { FormerManifest } from './migrations/former-manifest.ts'
import { readFormerManifest } from './migrations/former-manifest.ts'
import { planMigration } from './migrations/index.ts'
import type { WorkspaceSettings } from './port.ts'

export const MANIFEST_FORMAT = 'rapporteur-workspace'
/** Of one setting of the history, in days: a century. */
const MAX_DAYS = 36_500
export const MAX_SEARCHES = 200
export const MAX_VIEWS = 100

const fileName = z.string().refine((name) => parseSegmentName(name) !== undefined, 'A segment has another name.')
const sealedSegment = z.strictObject({
  name: fileName,
  bytes: count.min(1),
  frames: count.min(1),
  /** The sequence of its first frame and of its last. */
  first: count.min(1),
  last: count.min(1),
  /** The header CRC of its last frame. */
  link: count,
})
export type SealedSegment = z.output<typeof sealedSegment>

const settings = z.strictObject({
  history: z.strictObject({ allDays: count.max(MAX_DAYS), dailyDays: count.max(MAX_DAYS) }),
  backups: z.strictObject({ automatic: z.boolean(), secondPlace: z.string().max(4096) }),
  // what earlier versions of the application wrote has none of these
  searches: z.array(savedSearch).max(MAX_SEARCHES).readonly().default([]),
  actionViews: z.array(actionView).max(MAX_VIEWS).readonly().default([]),
})
export const DEFAULT_SETTINGS: WorkspaceSettings = {
  history: { allDays: 30, dailyDays: 365 },
  backups: { automatic: true, secondPlace: '' },
  searches: [],
  actionViews: [],
}
export const isWorkspaceSettings = (value: WorkspaceSettings): boolean => settings.safeParse(value).success

const manifest = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.uuid(),
  name: line.min(1).max(200),
  sample: z.boolean(),
  createdAt: instant,
  /** Another for every state that was restored or salvaged: what is derived from the state before does not fit it. */
  lineage: z.string().min(1).max(64),
  settings,
  /** Those that are written no more, in order. */
  segments: z.array(sealedSegment),
  /** The one that is appended to. */
  active: fileName,
  /** Files of the generation before that hold records erased since; the next sound opening lets them go. */
  discarded: z.array(fileName),
})
export type Manifest = z.output<typeof manifest>

export const isWorkspaceName = (name: string): boolean => manifest.shape.name.safeParse(name).success && name.trim() !== ''

/** What a newer version promises to keep, so that an older one can at least say which workspace it is. */
const anyManifest = z.looseObject({
  format: z.literal(MANIFEST_FORMAT),
  schemaVersion: count.min(1),
  sha256: z.string(),
  id: z.string().catch(''),
  name: z.string().catch(''),
  sample: z.boolean().catch(false),
})

export interface ManifestContent {
  readonly manifest: Manifest
  /** The version that the file has on the disk. */
  readonly version: number
}

/** The manifest of a version that this application does not know. */
export class NewerManifestError extends Error {
  override readonly name = 'NewerManifestError'
  readonly version: number
  readonly info: Pick<Manifest, 'id' | 'name' | 'sample'>

  constructor(version: number, info: Pick<Manifest, 'id' | 'name' | 'sample'>) {
    super('The manifest is of a newer version.')
    this.version = version
    this.info = info
  }
}

/** The manifest of a version before the journal; opening the workspace brings it up to date. */
export class FormerManifestError extends Error {
  override readonly name = 'FormerManifestError'
  readonly version: number
  readonly manifest: FormerManifest

  constructor(version: number, former: FormerManifest) {
    super('The manifest is of an older version.')
    this.version = version
    this.manifest = former
  }
}

/** @throws DamagedFileError, NewerManifestError, FormerManifestError */
export function readManifest(bytes: Uint8Array): ManifestContent {
  const raw = parseObject(bytes)
  const outline = anyManifest.safeParse(raw)
  if (!outline.success) throw new DamagedFileError('The file is not the description of a workspace.')
  const { schemaVersion: version, id, name, sample } = outline.data
  const plan = planMigration(version)
  if (plan.status === 'tooNew') throw new NewerManifestError(version, { id, name, sample })
  const { sha256, ...sealed } = raw
  if (sha256 !== sealOf(JSON.stringify(sealed))) throw new DamagedFileError('The checksum does not fit the content.')
  if (plan.status === 'migrate') throw new FormerManifestError(version, readFormerManifest(plan.steps, sealed))
  const checked = manifest.safeParse(sealed)
  if (!checked.success) throw new DamagedFileError('A field is missing or has a value that does not belong there.')
  return { manifest: checked.data, version }
}

export const manifestCodec: JsonCodec<Manifest> = {
  *encode(data) {
    yield utf8(`${JSON.stringify({ ...data, sha256: sealOf(JSON.stringify(data)) }, null, 2)}\n`)
  },
  decode: (bytes) => readManifest(bytes).manifest,
}

/** All segments in order, the active one last. */
export const segmentNames = ({ segments, active }: Pick<Manifest, 'segments' | 'active'>): readonly string[] => [
  ...segments.map(({ name }) => name),
  active,
]
