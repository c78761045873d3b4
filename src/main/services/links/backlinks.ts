/** Which records link to one, with the sentences around the links. Bodies are read when they are asked for. */
import type { Backlink, Mention } from '../../../shared/contract/lists.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { sentenceAround } from '../../../shared/markdown/sentence.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { latestChangedFirst } from '../lists/list-sort.ts'
import { propertyMentions } from './property-mentions.ts'

/** Links that share a sentence share a mention. */
export function bodyMentions(body: string, isMeant: (name: string) => boolean): Mention[] {
  const mentions: { sentence: string; ranges: [number, number][]; field: string }[] = []
  for (const { target, from, to } of findLinks(body)) {
    if (!isMeant(target)) continue
    const { text, range } = sentenceAround(body, from, to)
    const last = mentions.at(-1)
    if (last?.sentence === text && (last.ranges.at(-1)?.[1] ?? 0) <= range[0]) last.ranges.push(range)
    else mentions.push({ sentence: text, ranges: [range], field: '' })
  }
  return mentions
}

/** One entry a linking record, the latest changed first; links from the trash and from the record itself are left out. */
export async function backlinksOf({ index, workspace }: OpenWorkspace, id: string): Promise<Backlink[]> {
  const keys = new Set(index.keysOf(id))
  const isMeant = (name: string) => keys.has(linkKey(name))
  const heads = index.headsOf(index.links.linkers(keys)).filter((head) => head.id !== id)
  const found: Backlink[] = []
  for (const head of heads.toSorted(latestChangedFirst)) {
    const record = await workspace.read(head.id)
    if (!record) continue
    const mentions = [...bodyMentions(record.body, isMeant), ...propertyMentions(record, isMeant)]
    if (mentions.length > 0) found.push({ head, mentions })
  }
  return found
}
