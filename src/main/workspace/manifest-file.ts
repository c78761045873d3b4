/** `workspace.json`: which workspace this is. */
import { count, instant, line } from '../../shared/model/common.ts'
import { z } from '../../shared/model/zod.ts'
import type { JsonCodec } from './atomic-json-adapter.ts'
import { DamagedFileError, parseObject, sealOf, utf8 } from './json-file.ts'
import { SCHEMA_VERSION } from './layout.ts'
import { migrateManifest, planMigration } from './migrations/index.ts'

export const MANIFEST_FORMAT = 'rapporteur-workspace'

const manifest = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.uuid(),
  name: line.min(1).max(200),
  sample: z.boolean(),
  createdAt: instant,
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
  readonly manifest: Manifest

  constructor(version: number, manifest: Manifest) {
    super('The manifest is of a newer version.')
    this.version = version
    this.manifest = manifest
  }
}

/** @throws DamagedFileError, NewerManifestError */
export function readManifest(bytes: Uint8Array): ManifestContent {
  const raw = parseObject(bytes)
  const outline = anyManifest.safeParse(raw)
  if (!outline.success) throw new DamagedFileError('The file is not the description of a workspace.')
  const { schemaVersion: version, id, name, sample } = outline.data
  const plan = planMigration(version)
  if (plan.status === 'tooNew') {
    const known: Manifest = { format: MANIFEST_FORMAT, schemaVersion: SCHEMA_VERSION, id, name, sample, createdAt: '' }
    throw new NewerManifestError(version, known)
  }
  const { sha256, ...sealed } = raw
  if (sha256 !== sealOf(JSON.stringify(sealed))) throw new DamagedFileError('The checksum does not fit the content.')
  const current = plan.status === 'migrate' ? { ...migrateManifest(plan.steps, sealed), schemaVersion: SCHEMA_VERSION } : sealed
  const checked = manifest.safeParse(current)
  if (!checked.success) throw new DamagedFileError('A field is missing or has a value that does not belong there.')
  return { manifest: checked.data, version }
}

export const manifestCodec: JsonCodec<Manifest> = {
  *encode(data) {
    yield utf8(`${JSON.stringify({ ...data, sha256: sealOf(JSON.stringify(data)) }, null, 2)}\n`)
  },
  decode: (bytes) => readManifest(bytes).manifest,
}
