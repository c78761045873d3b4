/** `workspace.json` as it was before the journal, in versions 1 and 2. */
import { instant, line } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import { DamagedFileError } from '../json-file.ts'
import type { Migration, RawObject } from './migration.ts'

const formerManifest = z.object({
  id: z.uuid(),
  name: line.min(1).max(200),
  sample: z.boolean(),
  createdAt: instant,
})
export type FormerManifest = z.output<typeof formerManifest>

/** @throws DamagedFileError */
export function readFormerManifest(steps: readonly Migration[], raw: RawObject): FormerManifest {
  const checked = formerManifest.safeParse(steps.reduce((value, step) => step.manifest(value), raw))
  if (!checked.success) throw new DamagedFileError('A field is missing or has a value that does not belong there.')
  return checked.data
}
