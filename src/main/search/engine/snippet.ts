/** The words around what was found, as they are shown under a hit. */
import { sentenceAround } from '../../../shared/markdown/sentence.ts'
import type { SearchField } from '../../../shared/search/query.ts'
import { words } from '../../../shared/text/fold.ts'
import type { Matches, Snippet, SnippetRequest } from '../search-engine.ts'
import type { Plan } from './plan.ts'
import type { SegmentView } from './segment.ts'
import { SoughtWords, type Hit } from './sought-words.ts'

/** How much of a property is shown. */
const LONGEST = 240
/** Words that are shown together lie no farther apart, in UTF-16 units. */
const APART = 180
/** Where to look besides the title; at the same worth the first counts. */
const FIELDS: readonly SearchField[] = ['body', 'posts', 'organisations', 'properties', 'names', 'owners']

/** Places that turn out to be hidden (a link's target, an address) before a field is given up. */
const MOST_HIDDEN = 4

interface Stretch {
  readonly from: number
  readonly to: number
  readonly worth: number
}

/**
 * For each record its title's marks, and the place outside the title where most of the words stand together; words that
 * the title lacks count twice.
 */
export function snippetsOf(view: SegmentView, plan: Plan, meant: Matches['meant'], of: readonly SnippetRequest[]): Snippet[] {
  const sought = new SoughtWords(view, plan, meant)
  return of.map((record) => snippetOf(sought, record))
}

function snippetOf(sought: SoughtWords, { title, fields }: SnippetRequest): Snippet {
  const inTitle = sought.hits(title, 'title')
  const titleRanges = inTitle.map((hit) => sought.rangeOf(title, hit))
  const titleUnits = inTitle.reduce((units, hit) => units | hit.units, 0)
  const titleWords = ` ${words(title).join(' ')} `
  let snippet: Omit<Snippet, 'titleRanges'> = { snippet: '', snippetRanges: [], snippetField: null }
  let worth = 0
  for (const field of FIELDS) {
    for (const text of fields[field]) {
      const shown = shownOf(sought, field, text, titleUnits, worth)
      if (!shown) continue
      // the parts of a name say nothing that its title does not
      if (field === 'names' && titleWords.includes(` ${words(text).join(' ')} `)) continue
      ;({ snippet, worth } = shown)
    }
  }
  return { titleRanges, ...snippet }
}

/** The best place of a text with its marks, if it is worth more than `least`. */
function shownOf(sought: SoughtWords, field: SearchField, text: string, titleUnits: number, least: number) {
  let hits = sought.hits(text, field)
  for (let hidden = 0; hidden < MOST_HIDDEN; hidden++) {
    const best = bestStretch(text, hits, titleUnits)
    if (!best || best.worth <= least) return undefined
    const snippet = field === 'body' ? sentenceAround(text, best.from, best.to).text : cut(text, best.from)
    const snippetRanges = sought.hits(snippet, field).map((hit) => sought.rangeOf(snippet, hit))
    if (snippetRanges.length > 0) return { snippet: { snippet, snippetRanges, snippetField: field }, worth: best.worth }
    hits = hits.filter(({ from, to }) => to <= best.from || from >= best.to)
  }
  return undefined
}

/** The stretch within a paragraph that has the greatest worth, of several the shortest, then the first. */
function bestStretch(text: string, hits: readonly Hit[], titleUnits: number): Stretch | undefined {
  let best: Stretch | undefined
  for (const [at, { from, to: end, units }] of hits.entries()) {
    const paragraph = text.slice(from, from + APART).indexOf('\n\n')
    const reach = from + (paragraph === -1 ? APART : paragraph)
    let found = units
    let to = end
    for (let next = at + 1; next < hits.length; next++) {
      const hit = hits[next] as Hit
      if (hit.to > reach) break
      if ((found | hit.units) === found) continue
      found |= hit.units
      to = hit.to
    }
    const worth = 2 * bitsIn(found & ~titleUnits) + bitsIn(found & titleUnits)
    if (!best || worth > best.worth || (worth === best.worth && to - from < best.to - best.from)) best = { from, to, worth }
  }
  return best
}

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

function cut(text: string, at: number): string {
  const from = at > LONGEST / 2 ? wholeCharacter(text, at - LONGEST / 4) : 0
  const to = wholeCharacter(text, from + LONGEST)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${text.length > to ? '…' : ''}`.replaceAll(/\s/gu, ' ')
}

/** Never between the two halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
