/** The text as it was adopted and as each corrigendum left it, found among the versions that are kept. */
import type { AdoptedVersion } from '../../../shared/contract/meetings.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { hashOfDocument } from './adopted-hash.ts'

/** Where each of them stands: number (0 is the adopted text) → the version that brought it. */
async function placesOf({ workspace }: OpenWorkspace, meeting: MeetingRecord): Promise<Map<number, { rev: number; sha256: string }>> {
  const places = new Map<number, { rev: number; sha256: string }>()
  const hashes = hashesOf(meeting)
  let number = hashes.length - 1
  for (const { rev, pinned } of workspace.versions(meeting.id)) {
    // what was recorded since leaves the text alone
    if (!pinned) continue
    const version = await unlessDamaged(workspace.readVersion(meeting.id, rev))
    if (version === 'damaged' || version?.kind !== 'meeting') continue
    // older than the adoption that holds; one that was taken back before does not count
    if (!isAdoptedText(version) || version.adoptedHash !== meeting.adoptedHash) break
    // a corrigendum that was taken back lies between them
    if (version.corrigenda.length > number) continue
    number = version.corrigenda.length
    places.set(number, { rev, sha256: hashOfDocument(version) })
  }
  return places
}

const hashesOf = ({ adoptedHash, corrigenda }: MeetingRecord): string[] => [adoptedHash, ...corrigenda.map(({ sha256 }) => sha256)]

/** In their order; empty when the text is not adopted. */
export async function adoptedVersions(open: OpenWorkspace, meeting: MeetingRecord): Promise<AdoptedVersion[]> {
  if (!isAdoptedText(meeting)) return []
  const places = await placesOf(open, meeting)
  return hashesOf(meeting).map((sha256, number) => {
    const found = places.get(number)
    const issued = number === 0 ? { on: meeting.adoption.on, reason: '' } : meeting.corrigenda[number - 1]
    return {
      number,
      on: issued?.on ?? '',
      reason: issued?.reason ?? '',
      sha256,
      rev: found?.rev ?? null,
      isIntact: found === undefined || sha256 === '' ? null : found.sha256 === sha256,
    }
  })
}
