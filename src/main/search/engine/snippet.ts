/** The words around what was found, as they are shown under a hit. */
import { sentenceAround } from '../../../shared/markdown/sentence.ts'
import type { SearchField } from '../../../shared/search/query.ts'
import { words } from '../../../shared/text/fold.ts'
import type { Matches, Snippet, SnippetRequest } from '../search-engine.ts'
import type { Plan } from './plan.ts'
import type { SegmentView } from './segment.ts'
import { withTargets } from './hidden-targets.ts'
import { SoughtWords, type Hit } from './sought-words.ts'

/** How much of a property is shown. */
const LONGEST = 240
/** Words that are shown together lie no farther apart, in UTF-16 units. */
const APART = 180
/** Words that no one place shows are shown in so many pieces at most, so long each: together they are two lines. */
const MOST_PIECES = 3
const PIECE = 70
const APART_IN_PIECE = 45
const BETWEEN_PIECES = ' … '
/** Where to look besides the title; at the same worth the first counts. */
const FIELDS: readonly SearchField[] = ['body', 'posts', 'organisations', 'properties', 'names', 'owners']

/** Places that turn out to be hidden (a link's target, an address) before a text is given up. */
const MOST_HIDDEN = 4
/** The signs of actions (docs/dialect.md); the days and names behind them are words. */
const SIGNS = /\s*(?:[📅📆🗓➕✅❌⏫🔼🔽🔺⏬⏳🛫🆔⛔]\uFE0F?\s*)+/gu

interface Stretch {
  readonly from: number
  readonly to: number
  readonly worth: number
}

/** A text of a record in which words of the query stand. */
interface FoundText {
  readonly field: SearchField
  readonly text: string
  readonly hits: readonly Hit[]
}

/** What is shown of a text. */
interface Piece {
  readonly field: SearchField
  readonly text: string
  readonly ranges: readonly (readonly [number, number])[]
  /** Bits of the words that are seen in it. */
  readonly units: number
  readonly worth: number
  /** In the order of fields and texts. */
  readonly place: readonly [text: number, from: number]
}

type Worth = (units: number) => number

/**
 * For each record its title's marks, and the place outside the title where most of the words stand together; words that
 * the title lacks count twice. Where that leaves out a word that stands elsewhere, several places. A word that stands in
 * what a link leads to and nowhere else is shown behind the link, in brackets.
 */
export function snippetsOf(view: SegmentView, plan: Plan, meant: Matches['meant'], of: readonly SnippetRequest[]): Snippet[] {
  const sought = new SoughtWords(view, plan, meant)
  return of.map((record) => snippetOf(sought, record))
}

function snippetOf(sought: SoughtWords, { title, fields }: SnippetRequest): Snippet {
  const inTitle = sought.hits(title, 'title')
  const titleRanges = inTitle.map((hit) => sought.rangeOf(title, hit))
  const titleUnits = unitsOf(inTitle)
  const titleWords = ` ${words(title).join(' ')} `
  const texts: FoundText[] = FIELDS.flatMap((field) => fields[field].map((text) => ({ field, text, hits: sought.hits(text, field) })))
    // the parts of a name say nothing that its title does not
    .filter(({ field, text, hits }) => hits.length > 0 && !(field === 'names' && titleWords.includes(` ${words(text).join(' ')} `)))
  const all = texts.reduce((units, { hits }) => units | unitsOf(hits), 0) & ~titleUnits
  let pieces = piecesOf(sought, texts, titleUnits)
  const unseen = all & ~unitsOf(pieces)
  if (unseen !== 0) {
    const told = piecesOf(sought, withTargetsTold(sought, texts, unseen), titleUnits)
    if (bitsIn(unitsOf(told) & all) > bitsIn(unitsOf(pieces) & all)) pieces = told
  }
  return { titleRanges, ...together(pieces) }
}

/** The best place, or several where it leaves out a word that others show. */
function piecesOf(sought: SoughtWords, texts: readonly FoundText[], titleUnits: number): readonly Piece[] {
  const best = bestPiece(sought, texts, (units) => 2 * bitsIn(units & ~titleUnits) + bitsIn(units & titleUnits))
  if (!best) return []
  const all = texts.reduce((units, { hits }) => units | unitsOf(hits), 0)
  const pieces = (all & ~titleUnits & ~best.units) === 0 ? [best] : severalPieces(sought, texts, titleUnits)
  // words that turned out to be hidden
  return bitsIn(unitsOf(pieces) & ~titleUnits) > bitsIn(best.units & ~titleUnits) ? pieces : [best]
}

/** The texts with what links lead to, where words that are seen nowhere stand in it. */
const withTargetsTold = (sought: SoughtWords, texts: readonly FoundText[], unseen: number): FoundText[] =>
  texts.map((found) => {
    if (found.field !== 'body') return found
    const told = withTargets(
      found.text,
      found.hits.filter(({ units }) => (units & unseen) !== 0),
    )
    return told === found.text ? found : { field: found.field, text: told, hits: sought.hits(told, found.field) }
  })

/** Short ones, each with words that are not seen in the title or the others. */
function severalPieces(sought: SoughtWords, texts: readonly FoundText[], titleUnits: number): readonly Piece[] {
  const pieces: Piece[] = []
  let seen = titleUnits
  while (pieces.length < MOST_PIECES) {
    const piece = bestPiece(sought, texts, (units) => bitsIn(units & ~seen), seen)
    if (!piece) break
    pieces.push(piece)
    seen |= piece.units
  }
  return pieces.toSorted(({ place: [text, from] }, { place: [other, start] }) => text - other || from - start)
}

function together(pieces: readonly Piece[]): Omit<Snippet, 'titleRanges'> {
  let snippet = ''
  const snippetRanges: (readonly [number, number])[] = []
  for (const { text, ranges } of pieces) {
    // one that is cut begins and ends with the same
    const joined = snippet === '' ? '' : snippet.endsWith('…') || text.startsWith('…') ? ' ' : BETWEEN_PIECES
    const shown = snippet.endsWith('…') && text.startsWith('…') ? text.slice(1) : text
    const shift = snippet.length + joined.length + shown.length - text.length
    snippet += joined + shown
    for (const [from, to] of ranges) snippetRanges.push([from + shift, to + shift])
  }
  return { snippet, snippetRanges, snippetField: pieces[0]?.field ?? null }
}

/** The best place of all texts. @param seen given for a short piece: words that need not be shown */
function bestPiece(sought: SoughtWords, texts: readonly FoundText[], worthOf: Worth, seen?: number): Piece | undefined {
  let best: Piece | undefined
  for (const [number, { field, text, hits: all }] of texts.entries()) {
    let hits = all
    for (let hidden = 0; hidden < MOST_HIDDEN; hidden++) {
      const stretch = bestStretch(text, hits, worthOf, seen === undefined ? APART : APART_IN_PIECE)
      if (!stretch || stretch.worth <= (best?.worth ?? 0)) break
      const around = field === 'body' ? withoutSigns(sentenceAround(text, stretch.from, stretch.to).text) : cut(text, stretch.from)
      const shown = seen === undefined ? around : shortened(around, sought.hits(around, field), seen)
      const found = sought.hits(shown, field)
      if (worthOf(unitsOf(found)) > 0) {
        const ranges = found.map((hit) => sought.rangeOf(shown, hit))
        best = { field, text: shown, ranges, units: unitsOf(found), worth: stretch.worth, place: [number, stretch.from] }
        break
      }
      hits = hits.filter(({ from, to }) => to <= stretch.from || from >= stretch.to)
    }
  }
  return best
}

/** The stretch within a paragraph that has the greatest worth, of several the shortest, then the first. */
function bestStretch(text: string, hits: readonly Hit[], worthOf: Worth, apart: number): Stretch | undefined {
  let best: Stretch | undefined
  for (const [at, { from, to: end, units }] of hits.entries()) {
    const paragraph = text.slice(from, from + apart).indexOf('\n\n')
    const reach = from + (paragraph === -1 ? apart : paragraph)
    let found = units
    let to = end
    for (let next = at + 1; next < hits.length; next++) {
      const hit = hits[next] as Hit
      if (hit.to > reach) break
      if ((found | hit.units) === found) continue
      found |= hit.units
      to = hit.to
    }
    const worth = worthOf(found)
    if (!best || worth > best.worth || (worth === best.worth && to - from < best.to - best.from)) best = { from, to, worth }
  }
  return best
}

const unitsOf = (found: readonly { readonly units: number }[]): number => found.reduce((units, one) => units | one.units, 0)

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

const withoutSigns = (text: string): string => text.replace(SIGNS, ' · ').replace(/^ · | · $/gu, '')

/** What stands around the first word that is not seen yet, from word to word. */
function shortened(text: string, hits: readonly Hit[], seen: number): string {
  const first = hits.find(({ units }) => (units & ~seen) !== 0)
  if (!first || text.length <= PIECE) return text
  const early = text.lastIndexOf(' ', Math.max(first.from - PIECE / 4, 0)) + 1
  const from = first.from > PIECE / 2 ? early : 0
  const late = text.lastIndexOf(' ', from + PIECE)
  const to = text.length <= from + PIECE ? text.length : late > first.to ? late : Math.max(first.to, wholeCharacter(text, from + PIECE))
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
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
