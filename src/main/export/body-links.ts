/**
 * Links in bodies: titles inside Rapporteur, files outside. `outward` names every file that a link resolves to, as a wikilink
 * or as a markdown link; `inward` turns that back. Where a link cannot be told from the file's text alone, its own spelling is
 * listed beside it.
 */
import { readBlocks } from '../../shared/markdown/blocks.ts'
import { readInlineLinks, type InlineLink } from '../../shared/markdown/inline-links.ts'
import { placedLinks, type PlacedLink } from '../../shared/markdown/links.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import { ENDING } from './file-names.ts'
import { destinationOf, isRelative, placeOf } from './link-paths.ts'
import { innerOf, textOf } from './markdown-links.ts'
import type { FileNames } from './property-values.ts'

export interface OutwardBody {
  readonly body: string
  /**
   * `7 Alias#Heading|shown`: the seventh link of the body as Rapporteur has it; `7 [](Some%20file.md)`: a markdown link of its
   * own that is to stay; `0`: all links stand as in Rapporteur. Wikilinks count, and markdown links to relative paths.
   */
  readonly originals: readonly string[]
}

/** Where a body stands, and what its links may name. */
export interface BodyPlace {
  /** The file that holds it, from the root of the export or import, written with `/`. */
  readonly path: string
  readonly files: FileNames
  /** The files of the record itself, which its embeds name before any record. */
  readonly own: FileNames
}

export interface LinksAs {
  readonly style: ExportOptions['links']
  /** They need only work for a person who reads: the file is not read back. */
  readonly forReaders: boolean
}

type Item = { readonly wiki: PlacedLink; readonly markdown?: never } | { readonly markdown: InlineLink; readonly wiki?: never }

const UNCHANGED = '0'
/** Not all that it finds are links to relative paths, but it finds all of them: most texts need no second reading. */
const MAY_BE_RELATIVE = /\]\(\s*<?(?!\s|[a-z][a-z0-9+.-]*:|[/#?)<])[^]/i
/** What another name between brackets can change: code, links of markdown, and whether a row of dashes makes a table of the line above it. */
const MAY_READ_OTHERWISE = /`|\]\(|-:?[ \t]*\|[ \t]*:?-/
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i

export function outward(body: string, place: BodyPlace, { style, forReaders }: LinksAs): OutwardBody {
  const items = itemsOf(body)
  if (items.length === 0) return { body, originals: [] }
  const asWikilinks = () => written(body, items, place, () => undefined)
  const asMarkdown = (as: ReadonlySet<number>) =>
    written(body, items, place, (link, at) => (as.has(at) ? markdownOf(link, place) : undefined))
  if (forReaders) {
    const made = style === 'wikilinks' ? asWikilinks() : written(body, items, place, (link) => forReader(link, place))
    return { body: made.body, originals: [] }
  }
  const comesBack = (made: OutwardBody) => made.body === body || inward(made.body, made.originals, place) === body
  if (style === 'markdown') {
    const convertible = new Set(items.flatMap(({ wiki }, at) => (wiki && pathOf(wiki, place) !== undefined ? at : [])))
    // where no markdown link can stand, as in a tag of HTML, the wikilink stays
    for (let round = 0; convertible.size > 0 && round < 3; round++) {
      const made = asMarkdown(convertible)
      if (comesBack(made)) return { body: made.body, originals: made.originals }
      const read = new Set(itemsOf(made.body).map(({ markdown }) => markdown?.from))
      for (const [at, from] of made.places) if (!read.has(from)) convertible.delete(at)
    }
  }
  const made = asWikilinks()
  // each link was looked at by itself already
  const readsAlike = !MAY_READ_OTHERWISE.test(body)
  return readsAlike || comesBack(made) ? { body: made.body, originals: made.originals } : { body, originals: [UNCHANGED] }
}

export function inward(body: string, originals: readonly string[], place: BodyPlace): string {
  if (originals.includes(UNCHANGED)) return body
  const listed = new Map(originals.map((entry) => [Number.parseInt(entry, 10), entry.slice(entry.indexOf(' ') + 1)]))
  return rewritten(body, itemsOf(body), ({ wiki, markdown }, at) => {
    const original = listed.get(at + 1)
    const read = original === undefined ? undefined : placedLinks(`[[${original}]]`)[0]
    if (wiki) {
      // the file may have been edited since: the entry counts for the link that it was made for
      const made = read && { ...read, table: wiki.table, embed: wiki.embed }
      const isListed = made && outwardInner(made, outwardNames(made, place)) === wiki.inner
      return wikilink(isListed && original !== undefined ? original : inwardInner(wiki, place), wiki.embed)
    }
    const source = body.slice(markdown.from, markdown.to)
    if (!mayBeRead(markdown) || original === keptEntry(markdown)) return source
    const made = read && { ...read, table: markdown.table, embed: markdown.image }
    if (made && original !== undefined && markdownOf(made, place) === source) return wikilink(original, made.embed)
    return inwardMarkdown(markdown, place) ?? source
  })
}

/** Wikilinks, and markdown links to relative paths, in the order of their ends. */
function itemsOf(body: string): Item[] {
  const hasMarkdown = body.includes('](') && MAY_BE_RELATIVE.test(body)
  const blocks = hasMarkdown ? readBlocks(body) : undefined
  const wikilinks = placedLinks(body, blocks)
  const items: Item[] = wikilinks.map((wiki) => ({ wiki }))
  if (!hasMarkdown) return items
  for (const markdown of readInlineLinks(body, wikilinks, blocks).links)
    if (!markdown.reference && isRelative(markdown.destination)) items.push({ markdown })
  return items.length === wikilinks.length ? items : items.toSorted((a, b) => endOf(a) - endOf(b))
}

const endOf = ({ wiki, markdown }: Item) => wiki?.to ?? markdown?.to ?? 0

/** Links with other links in them, and with words that show on hovering, are nobody's who exports. */
const mayBeRead = ({ nested, title }: InlineLink) => !nested && title === ''

const keptEntry = ({ image, source }: InlineLink) => `${image ? '!' : ''}[](${source})`

const wikilink = (inner: string, embed: boolean) => `${embed ? '!' : ''}[[${inner}]]`

interface Written extends OutwardBody {
  /** Where links begin now that were rewritten, by their numbers. */
  readonly places: ReadonlyMap<number, number>
}

/** `as`: what stands in the place of a wikilink; undefined where a wikilink stands. */
function written(
  body: string,
  items: readonly Item[],
  place: BodyPlace,
  as: (link: PlacedLink, at: number) => string | undefined,
): Written {
  const originals: string[] = []
  const places = new Map<number, number>()
  const textOfItem = ({ wiki, markdown }: Item, at: number) => {
    if (markdown) {
      // whether or not there is such a file: who else is called what does not change this file
      if (mayBeRead(markdown) && mayLeadToFile(markdown, place)) originals.push(`${at + 1} ${keptEntry(markdown)}`)
      return undefined
    }
    const made = as(wiki, at)
    const inner = outwardInner(wiki, outwardNames(wiki, place))
    // the usual case: it is called so outside too
    if (made === undefined && inner === wiki.inner && inwardInner(wiki, place) === inner) return undefined
    if (backOf(wiki, made === undefined ? inner : undefined, place) !== wiki.inner) originals.push(`${at + 1} ${wiki.inner}`)
    return made ?? wikilink(inner, wiki.embed)
  }
  return { body: rewritten(body, items, textOfItem, places), originals, places }
}

/** What is read where a wikilink has become one with another text in its brackets, or a markdown link. */
function backOf(link: PlacedLink, inner: string | undefined, place: BodyPlace): string | undefined {
  if (inner === undefined) {
    const { path, heading } = placeOf(place.path, destinationOf(place.path, pathOf(link, place) ?? '', link.heading)) ?? {}
    const title = path === undefined ? undefined : titleAt(path, link.embed, place)
    return title === undefined ? undefined : innerOf(title, heading ?? '', { text: textOf(link), image: link.embed, table: link.table })
  }
  const read = placedLinks(`[[${inner}]]`)[0]
  return read && inwardInner({ ...read, embed: link.embed, table: link.table }, place)
}

function mayLeadToFile({ destination, image }: InlineLink, { path, own }: BodyPlace): boolean {
  const lead = placeOf(path, destination)
  return lead !== undefined && (lead.path.toLowerCase().endsWith(ENDING) || (image && own.titleAt(lead.path) !== undefined))
}

const outwardNames = ({ embed, target }: PlacedLink, { files, own }: BodyPlace) => (embed && own.fileOf(target) !== undefined ? own : files)

const pathOf = (link: PlacedLink, place: BodyPlace) => outwardNames(link, place).pathOf(link.target)

const titleAt = (path: string, embed: boolean, { files, own }: BodyPlace) => (embed ? own.titleAt(path) : undefined) ?? files.titleAt(path)

function markdownOf(link: PlacedLink, place: BodyPlace, embed = link.embed): string | undefined {
  const path = pathOf(link, place)
  if (path === undefined) return undefined
  return `${embed ? '!' : ''}[${textOf(link)}](${destinationOf(place.path, path, link.heading)})`
}

/** Only pictures show in their place everywhere. */
const forReader = (link: PlacedLink, place: BodyPlace) => markdownOf(link, place, link.embed && PICTURE.test(pathOf(link, place) ?? ''))

function inwardMarkdown(link: InlineLink, place: BodyPlace): string | undefined {
  const lead = placeOf(place.path, link.destination)
  const title = lead && titleAt(lead.path, link.image, place)
  return lead && title !== undefined ? wikilink(innerOf(title, lead.heading, link), link.image) : undefined
}

/** The text between the brackets with the record's file in place of its name, and the name shown. */
function outwardInner(link: PlacedLink, names: FileNames): string {
  const file = names.fileOf(link.target)
  if (file === undefined || file === link.target) return link.inner
  const rest = link.inner.slice(link.inner.indexOf(link.target) + link.target.length).trimStart()
  const shows = /^(?:#[^|]*)?\|/.test(rest.replace('\\|', '|'))
  return `${file}${rest}${shows ? '' : `${link.table ? '\\|' : '|'}${link.target}${rest}`}`
}

/** The title in place of the file's name; shown no longer when it is all that is shown. */
function inwardInner(link: PlacedLink, { files, own }: BodyPlace): string {
  const title = (link.embed ? own.titleOf(link.target) : undefined) ?? files.titleOf(link.target)
  if (title === undefined || title === link.target) return link.inner
  const heading = link.heading === '' ? '' : `#${link.heading}`
  if (link.shown === '' || link.shown === `${title}${heading}`) return `${title}${heading}`
  return `${title}${heading}${link.table ? '\\|' : '|'}${link.shown}`
}

/** Puts `text` in the place of each item where it answers one; of one in another the inner one alone may change. */
function rewritten(
  body: string,
  items: readonly Item[],
  text: (item: Item, at: number) => string | undefined,
  places = new Map<number, number>(),
): string {
  let result = ''
  let copied = 0
  for (const [at, item] of items.entries()) {
    const { from, to } = item.wiki ?? item.markdown
    const made = text(item, at)
    if (made === undefined || from < copied || made === body.slice(from, to)) continue
    result += body.slice(copied, from)
    places.set(at, result.length)
    result += made
    copied = to
  }
  return copied === 0 ? body : result + body.slice(copied)
}
