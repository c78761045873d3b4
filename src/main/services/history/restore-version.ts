/** Going back to an earlier version: what it said becomes a new one. */
import { AppError } from '../../../shared/errors.ts'
import { MAX_ITEMS } from '../../../shared/model/common.ts'
import type { Comment } from '../../../shared/model/meeting.ts'
import type { AnyRecord, MeetingRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { readToChange, refuseTakenCode, refuseTakenNames } from '../records/record-checks.ts'
import { cleanAliases, cleanName } from '../records/record-names.ts'
import { isAdopted, refuseAdopted } from '../records/record-patch.ts'
import { differingFields } from './compare-records.ts'

/** Which version is to stand again, and over which state of the record. */
export interface Restoring {
  readonly id: string
  readonly baseRev: number
  /** Instead of the version's own. */
  readonly title?: string | undefined
}

/** The record as `version` said it, with what the datastore keeps and the names by which it is linked to now. */
function asItWas(current: AnyRecord, version: AnyRecord, title: string): AnyRecord {
  const { id, rev, createdAt, createdBy, updatedAt, updatedBy, trashed } = current
  // links are not rewritten: whoever names it as it is called now still finds it
  const aliases = cleanAliases(title, [...version.aliases, current.title, ...current.aliases]).slice(0, MAX_ITEMS)
  const wanted: AnyRecord = { ...version, id, rev, title, aliases, createdAt, createdBy, updatedAt, updatedBy, trashed }
  if (wanted.kind === 'note' && current.kind === 'note') return { ...wanted, followUp: current.followUp }
  return wanted.kind === 'meeting' && current.kind === 'meeting' ? withLife(current, wanted) : wanted
}

/**
 * Going back to a text adopts nothing: the stage of an adopted version is not taken over, nor is what adoption wrote. The log of what
 * became of its decisions goes on, and no comment is lost that was made since.
 */
function withLife(current: MeetingRecord, version: MeetingRecord): MeetingRecord {
  const { adoptedHash, corrigenda, followUp, draftCorrigendum } = current
  const isKept = (comment: Comment) => version.comments.every((other) => !isSameComment(comment, other))
  const comments = [
    ...version.comments.map((comment) => current.comments.find((now) => isSameComment(comment, now)) ?? comment),
    ...current.comments.filter(isKept),
  ].slice(0, MAX_ITEMS)
  const stage = isAdopted(version) ? current.stage : version.stage
  return { ...version, stage, adoptedHash, corrigenda, followUp, draftCorrigendum, comments }
}

const isSameComment = (one: Comment, other: Comment): boolean =>
  one.from === other.from && one.on === other.on && one.passage === other.passage && one.text === other.text

/** What is changed. Of a record that is damaged only its head is known; the version says the rest. */
async function currentOf(
  transaction: Transaction,
  version: AnyRecord,
  { id, baseRev }: Restoring,
): Promise<{ readonly current: AnyRecord; readonly isDamaged: boolean }> {
  try {
    return { current: await readToChange(transaction, id, baseRev), isDamaged: false }
  } catch (error) {
    const head = transaction.head(id)
    const isDamaged = error instanceof AppError && error.code === 'DAMAGED'
    // nobody has seen what is there; an adopted text, and what is in the trash, stay as the head says
    if (!isDamaged || head?.rev !== baseRev || head.trashedAt !== '' || isAdopted(head)) throw error
    const { rev, title, aliases, createdAt } = head
    const known = { ...version, rev, title, aliases, createdAt, trashed: null }
    if (known.kind !== 'meeting' || head.kind !== 'meeting') return { current: known, isDamaged }
    return { current: { ...known, stage: head.stage, adoptedHash: '', corrigenda: [], draftCorrigendum: null }, isDamaged }
  }
}

/**
 * Stages the version, or nothing when the record says just that.
 * @returns the aliases that were left out, because other records bear them by now
 * @throws AppError NOT_FOUND, CONFLICT, TITLE_TAKEN, ADOPTED, INVALID_INPUT when another country has the code
 */
export async function restoreVersion(
  transaction: Transaction,
  version: AnyRecord,
  { id, baseRev, title }: Restoring,
  index: RecordIndex,
): Promise<string[]> {
  const { current, isDamaged } = await currentOf(transaction, version, { id, baseRev })
  const wanted = asItWas(current, version, title === undefined ? version.title : cleanName(title))
  const isFree = (alias: string) => (transaction.holder(alias)?.id ?? id) === id
  const free: AnyRecord = { ...wanted, aliases: wanted.aliases.filter(isFree) }
  const restored = isDamaged ? free : withFollowUpCarried(free, current.body)
  const changed = differingFields(current, restored)
  if (changed.length === 0 && !isDamaged) return []
  refuseAdopted(current, changed)
  refuseTakenNames(transaction, restored, [restored.title], index)
  if (restored.kind === 'country') refuseTakenCode(transaction, restored, 'rev')
  transaction.put(restored, current.rev)
  return wanted.aliases.filter((alias) => !isFree(alias))
}
