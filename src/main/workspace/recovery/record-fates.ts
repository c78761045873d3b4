/** Which records damage has set back or taken, as far as that can be told. */
import { isBeyond } from '../journal/acknowledged.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import { isMixedUp } from '../segment-place.ts'
import type { TouchedRecord } from '../touched-records.ts'
import type { JournalSurvey } from './survey-journal.ts'

export interface RecordFates {
  /** A later version of these was lost; an older one is there. */
  readonly fellBack: readonly TouchedRecord[]
  /** No version of these can be read. */
  readonly lost: readonly TouchedRecord[]
  /** Damages that do not say whose records they touch. */
  readonly unnamed: number
}

/** As it stands in a line's record, whatever has become of the rest. */
const named = /"id":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})","rev":(\d+),"title":"((?:[^"\\]|\\.)*)"/g

export function recordFates({ manifest, segments, former, latest, known, mark }: JournalSurvey): RecordFates {
  const fellBack = new Map<string, TouchedRecord>()
  const lost = new Map<string, TouchedRecord>()
  const judge = (id: string, rev: number, title: string) => {
    const found = latest.get(id)
    if (found && found.rev < rev) fellBack.set(id, { id, title: found.title })
    if (!found && !latest.wasErased(id)) lost.set(id, { id, title })
  }
  let unnamed = 0
  const workspace = manifest.id
  const mixedUp = segments.filter(({ name, head }) => isMixedUp(head, { name, workspace }))
  for (const { name, head, problem, size, damages, end, sealed } of segments) {
    if (problem === '') continue
    // a copy that goes as far has all of it
    const isElsewhere =
      former.some((copy) => copy.first === sealed?.first && copy.end.sequence === sealed.last) ||
      mixedUp.some((other) => other.head?.first === parseSegmentName(name)?.first)
    const isUnknown = !known && !isElsewhere
    if ((size === null || isMixedUp(head, { name, workspace })) && isUnknown) unnamed += 1
    // what was never acknowledged is nobody's loss
    const isTorn = name === manifest.active && !isBeyond(mark, end)
    for (const { from, text } of damages) {
      if (isTorn && from >= end.size) continue
      const names = [...text.matchAll(named)]
      for (const [, id = '', rev, title = ''] of names) judge(id, Number(rev), unescaped(title))
      if (names.length === 0 && isUnknown) unnamed += 1
    }
  }
  if (known && segments.some(({ problem }) => problem !== '')) for (const { id, rev, title } of known.heads()) judge(id, rev, title)
  return { fellBack: inOrder(fellBack), lost: inOrder(lost), unnamed }
}

/** Damaged bytes may hold escapes that are none. */
function unescaped(json: string): string {
  try {
    return String(JSON.parse(`"${json}"`))
  } catch (error) {
    if (error instanceof SyntaxError) return json
    throw error
  }
}

const inOrder = (records: ReadonlyMap<string, TouchedRecord>): readonly TouchedRecord[] =>
  [...records.values()].toSorted((one, other) => one.title.localeCompare(other.title) || one.id.localeCompare(other.id))
