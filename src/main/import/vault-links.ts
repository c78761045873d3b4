/**
 * Links of bodies that other programs wrote, as wikilinks to records: `[[Folder/Note|x]]`, `[x](other%20note.md#h)`,
 * `![](../_resources/x.png)`, `[x](:/id)`, `[x][ref]`, `<img src="…">`. What leads to no file that comes along stays byte for byte.
 */
import { posix } from 'node:path'
import { readBlocks } from '../../shared/markdown/blocks.ts'
import { readInlineLinks, type InlineLink } from '../../shared/markdown/inline-links.ts'
import { unescaped } from '../../shared/markdown/link-parts.ts'
import { placedLinks, type PlacedLink } from '../../shared/markdown/links.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { innerOf, targetOf } from '../export/markdown-links.ts'
import { NO_FILES, type FileNames } from '../export/property-values.ts'
import { isNote, type VaultPaths } from './vault-paths.ts'

/** Where a body stands, and what comes along. */
export interface VaultPlace {
  /** The file that holds it, from the root, written with `/`. */
  readonly path: string
  readonly paths: VaultPaths
  /** The title of the record that a note has become; undefined when it is not taken in. */
  readonly titleAt: (path: string) => string | undefined
  /** The name of this record's file that lies there; undefined when it is not taken in. */
  readonly attachmentAt: (path: string) => string | undefined
}

/** The files other than notes that a body names, as the paths were given, each once. */
export function filesNamedIn(body: string, path: string, paths: VaultPaths): string[] {
  const named = linksOf(body).map((link) => pathOf(link, path, paths))
  return [...new Set(named.filter((one) => one !== undefined && !isNote(one)))].filter((one) => one !== undefined)
}

/** The body with links to records and to files of its own. */
export function inwardFromVault(body: string, place: VaultPlace): string {
  let result = ''
  let copied = 0
  for (const link of linksOf(body)) {
    const { from, to } = spanOf(link)
    const made = from < copied ? undefined : wikilinkFor(link, place)
    if (made === undefined || made === body.slice(from, to)) continue
    result += body.slice(copied, from) + made
    copied = to
  }
  return copied === 0 ? body : result + body.slice(copied)
}

/** What a link in a property of the same file names. */
export const vaultNames = (place: VaultPlace): FileNames => {
  const titleOf = (name: string) => {
    const path = place.paths.ofWikilink(place.path, name)
    return path === undefined ? undefined : place.titleAt(path)
  }
  return { ...NO_FILES, titleOf, titleAt: (path) => place.titleAt(path) }
}

interface Picture {
  readonly from: number
  readonly to: number
  readonly source: string
  readonly alt: string
  readonly size: string
}
type Link = { readonly wiki: PlacedLink } | { readonly markdown: InlineLink } | { readonly picture: Picture }

const spanOf = (link: Link) => ('wiki' in link ? link.wiki : 'markdown' in link ? link.markdown : link.picture)

/** In the order of their ends; of links in links only the inner ones, which are what a wikilink can stand for. */
function linksOf(body: string): Link[] {
  const blocks = readBlocks(body)
  const wikilinks = placedLinks(body, blocks)
  const { links, pictures } = readInlineLinks(body, wikilinks, blocks)
  const all: Link[] = [
    ...wikilinks.map((wiki) => ({ wiki })),
    ...links.filter(({ nested }) => !nested).map((markdown) => ({ markdown })),
    ...pictures.map(({ from, to }) => ({ picture: pictureOf(body, from, to) })),
  ]
  return all.toSorted((a, b) => spanOf(a).to - spanOf(b).to)
}

function pictureOf(body: string, from: number, to: number): Picture {
  const tag = body.slice(from, to)
  const attribute = (name: string) => {
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
    return unescaped(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
  }
  const [width = '', height = ''] = ['width', 'height'].map((name) => /^(\d{1,5})(?:px)?$/.exec(attribute(name))?.[1])
  return { from, to, source: attribute('src'), alt: attribute('alt'), size: width && height ? `${width}x${height}` : width }
}

const pathOf = (link: Link, path: string, paths: VaultPaths) =>
  'wiki' in link
    ? paths.ofWikilink(path, link.wiki.target)
    : paths.ofDestination(path, 'markdown' in link ? link.markdown.destination : link.picture.source)?.path

function wikilinkFor(link: Link, place: VaultPlace): string | undefined {
  const path = pathOf(link, place.path, place.paths)
  if (path === undefined) return undefined
  const attachment = place.attachmentAt(path)
  const title = attachment ?? place.titleAt(path)
  if (title === undefined) return undefined
  if ('wiki' in link) return wikilinkTo(link.wiki, title, link.wiki.embed || attachment !== undefined)
  if ('picture' in link) {
    const { alt, size } = link.picture
    const isName = alt === '' || linkKey(alt) === linkKey(posix.basename(path))
    const shown = isName ? size : size === '' ? alt : `${alt}|${size}`
    return readable(title, '', shown, true)
  }
  const { markdown } = link
  const heading = place.paths.ofDestination(place.path, markdown.destination)?.heading ?? ''
  return fromMarkdown(markdown, title, heading, attachment !== undefined)
}

/** What the file is called that a wikilink means; undefined when it does not come along. */
export function titleOfLink({ target }: PlacedLink, { path: from, paths, titleAt, attachmentAt }: VaultPlace): string | undefined {
  const path = paths.ofWikilink(from, target)
  return path === undefined ? undefined : (attachmentAt(path) ?? titleAt(path))
}

/** The rest of the link stays as it is written. */
export function wikilinkTo(link: PlacedLink, title: string, embed: boolean): string {
  const mark = embed ? '!' : ''
  if (linkKey(link.target) === linkKey(title)) return `${mark}[[${link.inner}]]`
  const [before = '', ...behind] = link.inner.split(link.target)
  const rest = behind.join(link.target)
  const heading = link.heading === '' ? '' : `#${link.heading}`
  if (link.shown === `${title}${heading}`) return `${mark}[[${title}${heading}]]`
  // a backslash before the pipe would be read as the pipe's own
  return `${mark}[[${before}${title}${title.endsWith('\\') && rest !== '' ? ' ' : ''}${rest}]]`
}

const EMPHASIS = /^(\*\*|__|~~|==|\*|_)(?=\S)((?:(?!\1)[^])+)(?<=\S)\1$/

function fromMarkdown(link: InlineLink, title: string, heading: string, isAttachment: boolean): string {
  const emphasis = EMPHASIS.exec(link.text)
  const mark = emphasis?.[1] ?? ''
  // `![|300](…)`
  const text = (emphasis?.[2] ?? link.text).replace(/^\\?\|(?=\d)/, '')
  const image = link.image || isAttachment
  const inner = innerOf(title, heading, { text, image, table: link.table })
  const read = placedLinks(`[[${inner}]]`)[0]
  const shown = read?.shown.replaceAll('\\|', '|') ?? unescaped(link.text)
  const hover = link.title === '' || link.title === shown || link.title === title ? '' : ` (${link.title})`
  const safe = read?.inner === inner ? `${image ? '!' : ''}[[${inner}]]` : readable(title, heading, shown, image, link.table)
  return `${mark}${safe}${mark}${hover}`
}

/** Words with brackets that are no pairs would end the link. */
function readable(title: string, heading: string, shown: string, embed: boolean, table = false): string {
  const words = shown.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/gu, ' ').trim()
  const pipe = words === '' ? '' : `|${words}`
  return `${embed ? '!' : ''}[[${targetOf(title, heading)}${table ? pipe.replaceAll('|', '\\|') : pipe}]]`
}
