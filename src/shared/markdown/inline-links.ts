/**
 * Links and images of CommonMark: `[text](dest "title")`, `![alt](<dest with spaces>)`, `[text][label]`, `[label]` and the
 * definitions `[label]: dest`. Wikilinks, code, HTML tags and autolinks bind more tightly than brackets.
 */
import { blockTexts, type BlockText } from './block-text.ts'
import { readBlocks, type Blocks } from './blocks.ts'
import { CodeClosers } from './code-closers.ts'
import { readDefinitions, type LinkDefinition } from './link-definitions.ts'
import { afterSpace, labelKey, readDestination, readLabel, readLinkTitle, TagReader, type Part } from './link-parts.ts'

/** One link or image. Offsets are UTF-16 positions in the body. */
export interface InlineLink {
  /** Start, at `!` or the bracket. */
  readonly from: number
  /** End, after the last bracket. */
  readonly to: number
  readonly image: boolean
  /** Between the brackets, as written; without what quotes and lists put before lines. */
  readonly text: string
  /** The destination as written, without angle brackets; of a reference that of its definition. */
  readonly source: string
  /** The destination without escapes; what is percent-encoded stays so. */
  readonly destination: string
  /** Empty when there is none. */
  readonly title: string
  /** By a definition elsewhere in the body. */
  readonly reference: boolean
  /** Its text holds another link, image or wikilink. */
  readonly nested: boolean
  /** It stands in a row of a table, where a pipe is written `\|`. */
  readonly table: boolean
}

export interface InlineLinks {
  /** In the order of their ends. */
  readonly links: readonly InlineLink[]
  /** Tags `<img …>`. */
  readonly pictures: readonly { readonly from: number; readonly to: number }[]
  readonly definitions: readonly LinkDefinition[]
}

interface Found {
  readonly links: InlineLink[]
  readonly pictures: { readonly from: number; readonly to: number }[]
}

interface Opener {
  readonly at: number
  readonly image: boolean
  /** Links and wikilinks that stood before it. */
  readonly before: number
  /** Another bracket opened behind it. */
  bracketAfter: boolean
}

const NOTHING: InlineLinks = { links: [], pictures: [], definitions: [] }
const PICTURE = /^<img[\s/]/i

/**
 * Reads the links of `body`; never throws, in time linear in the text.
 * @param wikilinks those of the body; they are passed over, and no link stands around one.
 * @param blocks those of the body, for those who have them.
 */
export function readInlineLinks(
  body: string,
  wikilinks: readonly { readonly from: number; readonly to: number; readonly embed: boolean }[] = [],
  blocks?: Blocks,
): InlineLinks {
  const mayDefine = body.includes(']:')
  if (!mayDefine && !body.includes('](') && !/<img/i.test(body)) return NOTHING
  const texts = [...blockTexts(body, blocks ?? readBlocks(body))]
  const definitions = new Map<string, LinkDefinition>()
  const all: LinkDefinition[] = []
  const starts = texts.map((text) => (mayDefine ? readDefinitions(text, definitions, all) : 0))
  const found: Found = { links: [], pictures: [] }
  let passed = 0
  for (const [index, text] of texts.entries()) {
    const first = passed
    while ((wikilinks[passed]?.from ?? Infinity) < text.block.to) passed++
    new LinkReader(text, wikilinks.slice(first, passed), definitions, found).read(starts[index] ?? 0)
  }
  return { ...found, definitions: all }
}

class LinkReader {
  private readonly openers: Opener[] = []
  /** Openers of links below this place in the stack are dead: a link stands behind them. */
  private dead = 0
  private passed = 0
  private readonly text: string
  private readonly place: BlockText
  private readonly wikilinks: readonly { readonly from: number; readonly to: number; readonly embed: boolean }[]
  private readonly definitions: ReadonlyMap<string, LinkDefinition>
  private readonly found: Found

  constructor(place: BlockText, wikilinks: LinkReader['wikilinks'], definitions: LinkReader['definitions'], found: Found) {
    this.place = place
    this.text = place.text
    this.wikilinks = wikilinks
    this.definitions = definitions
    this.found = found
  }

  read(start: number): void {
    const { text } = this
    const closers = new CodeClosers(text, { from: start, to: text.length })
    const tags = new TagReader(text)
    let at = start
    while (at < text.length) {
      const char = text.charAt(at)
      if (char === '\\') at += 2
      else if (char === '`') at = closers.after(at)
      else if (char === '<') at = this.passTag(at, tags.end(at))
      else if (char === '[' || (char === '!' && text.charAt(at + 1) === '[')) at = this.open(at, char === '!')
      else if (char === ']') at = this.close(at)
      else at++
    }
  }

  private passTag(at: number, end: number | undefined): number {
    if (end === undefined) return at + 1
    if (PICTURE.test(this.text.slice(at, at + 5)))
      this.found.pictures.push({ from: this.place.bodyAt(at), to: this.place.bodyAt(end - 1) + 1 })
    return end
  }

  private open(at: number, image: boolean): number {
    const from = this.place.bodyAt(at)
    while ((this.wikilinks[this.passed]?.to ?? Infinity) <= from) this.passed++
    const before = this.openers.at(-1)
    if (before) before.bracketAfter = true
    const wikilink = this.wikilinks[this.passed]
    if (wikilink?.from === from) {
      if (!wikilink.embed) this.dead = this.openers.length
      this.passed++
      return at + wikilink.to - wikilink.from
    }
    this.openers.push({ at, image, before: this.found.links.length + this.passed, bracketAfter: false })
    return at + (image ? 2 : 1)
  }

  private close(at: number): number {
    const opener = this.openers.pop()
    if (!opener) return at + 1
    const isDead = !opener.image && this.openers.length < this.dead
    this.dead = Math.min(this.dead, this.openers.length)
    if (isDead) return at + 1
    const textFrom = opener.at + (opener.image ? 2 : 1)
    const link = this.inline(at + 1) ?? this.reference(at, opener, textFrom)
    if (!link) return at + 1
    const { destination, source, title, end, reference } = link
    this.found.links.push({
      from: this.place.bodyAt(opener.at),
      to: this.place.bodyAt(end - 1) + 1,
      image: opener.image,
      text: this.text.slice(textFrom, at),
      source,
      destination,
      title,
      reference,
      nested: this.found.links.length + this.passed > opener.before,
      table: this.place.block.table,
    })
    if (!opener.image) this.dead = this.openers.length
    return end
  }

  private hasWikilink(from: number, to: number): boolean {
    if (this.wikilinks.length === 0) return false
    const start = this.place.bodyAt(from)
    while ((this.wikilinks[this.passed]?.to ?? Infinity) <= start) this.passed++
    return (this.wikilinks[this.passed]?.from ?? Infinity) < this.place.bodyAt(to)
  }

  /** `(dest "title")` at `at`. */
  private inline(at: number) {
    const { text } = this
    if (text.charAt(at) !== '(') return undefined
    const destination = readDestination(text, afterSpace(text, at + 1))
    if (!destination) return undefined
    const titleAt = afterSpace(text, destination.end)
    const title: Part | undefined = titleAt > destination.end ? readLinkTitle(text, titleAt) : undefined
    const end = afterSpace(text, title?.end ?? destination.end)
    if (text.charAt(end) !== ')' || this.hasWikilink(at, end)) return undefined
    return { destination: destination.value, source: destination.source, title: title?.value ?? '', end: end + 1, reference: false }
  }

  private reference(at: number, opener: Opener, textFrom: number) {
    if (this.definitions.size === 0) return undefined
    const label = readLabel(this.text, at + 1)
    const isNamed = label !== undefined && label.source !== ''
    if (!isNamed && (opener.bracketAfter || at - textFrom > 1_000)) return undefined
    const definition = this.definitions.get(isNamed ? label.value : labelKey(this.text.slice(textFrom, at)))
    if (!definition) return undefined
    return { ...definition, end: label?.end ?? at + 1, reference: true }
  }
}
