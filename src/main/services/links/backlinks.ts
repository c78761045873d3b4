/** Which records link to one, with the sentences around the links. Bodies are read when they are asked for. */
import type { Mention } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { sentenceAround } from '../../../shared/markdown/sentence.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { pacing } from '../pacing.ts'
import { propertyMentions } from './property-mentions.ts'

/** Sentences given of one text: a minutes book may name its body in each of them. */
const SENTENCES = 5

/** Links that share a sentence share a mention. `more` counts the links behind the last sentence given. */
export function bodyMentions(body: string, isMeant: (name: string) => boolean): { mentions: Mention[]; more: number } {
  const mentions: { sentence: string; ranges: [number, number][]; field: string }[] = []
  let more = 0
  for (const { target, from, to } of findLinks(body)) {
    if (!isMeant(target)) continue
    if (mentions.length === SENTENCES) {
      more += 1
      continue
    }
    const { text, range } = sentenceAround(body, from, to)
    const last = mentions.at(-1)
    if (last?.sentence === text && (last.ranges.at(-1)?.[1] ?? 0) <= range[0]) last.ranges.push(range)
    else mentions.push({ sentence: text, ranges: [range], field: '' })
  }
  return { mentions, more }
}

/** Which of the linking records are asked for. */
export interface Window {
  readonly from: number
  readonly count: number
}

/** One row a linking record, the latest changed first; links from the trash and from the record itself are left out. */
export async function backlinksOf(
  { index, workspace }: OpenWorkspace,
  id: string,
  { from, count }: Window,
): Promise<Output<'links.backlinks'>> {
  const own = index.head(id)
  const keys = new Set(own ? index.keysOf(own) : [])
  const isMeant = (name: string) => keys.has(linkKey(name))
  const { columns } = index
  const linkers = index.linkers(keys)
  linkers.delete(index.rowOf(id) ?? -1)
  const latest = [...linkers].toSorted((a, b) => columns.updatedAt(b) - columns.updatedAt(a) || (columns.isOlder(a, b) ? 1 : -1))
  const rows: Output<'links.backlinks'>['rows'] = []
  const nextText = pacing()
  for (const head of index.headsOf(latest.slice(from, from + count))) {
    await nextText()
    const record = await unlessDamaged(workspace.read(head.id))
    if (record === 'damaged') rows.push({ head, mentions: [], more: 0, unreadable: true })
    if (!record || record === 'damaged') continue
    const { mentions, more } = bodyMentions(record.body, isMeant)
    rows.push({ head, mentions: [...mentions, ...propertyMentions(record, isMeant)], more, unreadable: false })
  }
  return { total: linkers.size, rows }
}
