/** Which earlier version a version of its own says again: what going back and undoing write. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { differingFields } from './compare-records.ts'

/** Versions looked at: what was gone back to lies near, and each has to be read. */
const MOST = 20
/** The same words differ in size by the revision, the author's name and names that stayed as aliases. */
const NEAR_BYTES = 512

/** Null when it says something new, or was typed. */
export async function sameAs({ workspace }: OpenWorkspace, version: AnyRecord): Promise<{ rev: number; at: string } | null> {
  const versions = workspace.versions(version.id)
  const own = versions.find(({ rev }) => rev === version.rev)
  if (!own?.own) return null
  // the one just before it is what it changed
  const earlier = versions.filter(({ rev }) => rev < version.rev).slice(1)
  const near = earlier.filter(({ bytes }) => Math.abs(bytes - own.bytes) <= NEAR_BYTES).slice(0, MOST)
  for (const { rev, at } of near) {
    const old = await unlessDamaged(workspace.readVersion(version.id, rev))
    if (old && old !== 'damaged' && differingFields(old, version).every((field) => field === 'aliases')) return { rev, at }
  }
  return null
}
