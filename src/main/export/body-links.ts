/**
 * Links in bodies: titles inside Rapporteur, file names outside. `outward` names every file that a link resolves to;
 * `inward` turns that back. Where a link cannot be told from the file's text alone, its own spelling is listed beside it.
 */
import { placedLinks, type PlacedLink } from '../../shared/markdown/links.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { FileNames } from './property-values.ts'

export interface OutwardBody {
  readonly body: string
  /** `7 Alias#Heading|shown`: the seventh link of the body as Rapporteur has it. */
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

export function outward(body: string, { files, own }: BodyPlace, _as: LinksAs): OutwardBody {
  const originals: string[] = []
  const written = rewrite(body, (link, number) => {
    const inner = outwardInner(link, outwardNames(link, files, own))
    const read = placedLinks(`[[${inner}]]`)[0]
    if (!read || inwardInner(read, inwardNames({ ...read, embed: link.embed }, files, own), link.table) !== link.inner)
      originals.push(`${number} ${link.inner}`)
    return inner
  })
  return { body: written, originals }
}

export function inward(body: string, originals: readonly string[], { files, own }: BodyPlace): string {
  const listed = new Map(originals.map((entry) => [Number.parseInt(entry, 10), entry.slice(entry.indexOf(' ') + 1)]))
  return rewrite(body, (link, number) => {
    const original = listed.get(number)
    const read = original === undefined ? undefined : placedLinks(`[[${original}]]`)[0]
    // the file may have been edited since: the entry counts for the link that it was made for
    if (original !== undefined && read) {
      const made = { ...read, table: link.table, embed: link.embed }
      if (outwardInner(made, outwardNames(made, files, own)) === link.inner) return original
    }
    return inwardInner(link, inwardNames(link, files, own), link.table)
  })
}

const outwardNames = ({ embed, target }: PlacedLink, files: FileNames, own: FileNames) =>
  embed && own.fileOf(target) !== undefined ? own : files

const inwardNames = ({ embed, target }: PlacedLink, files: FileNames, own: FileNames) =>
  embed && own.titleOf(target) !== undefined ? own : files

/** The text between the brackets with the record's file in place of its name, and the name shown. */
function outwardInner(link: PlacedLink, files: FileNames): string {
  const file = files.fileOf(link.target)
  if (file === undefined || file === link.target) return link.inner
  const rest = link.inner.slice(link.inner.indexOf(link.target) + link.target.length).trimStart()
  const shows = /^(?:#[^|]*)?\|/.test(rest.replace('\\|', '|'))
  return `${file}${rest}${shows ? '' : `${link.table ? '\\|' : '|'}${link.target}${rest}`}`
}

/** The title in place of the file's name; shown no longer when it is all that is shown. */
function inwardInner(link: PlacedLink, files: FileNames, table: boolean): string {
  const title = files.titleOf(link.target)
  if (title === undefined || title === link.target) return link.inner
  const heading = link.heading === '' ? '' : `#${link.heading}`
  if (link.shown === '' || link.shown === `${title}${heading}`) return `${title}${heading}`
  return `${title}${heading}${table ? '\\|' : '|'}${link.shown}`
}

function rewrite(body: string, inner: (link: PlacedLink, number: number) => string): string {
  let result = ''
  let copied = 0
  for (const [index, link] of placedLinks(body).entries()) {
    const text = inner(link, index + 1)
    if (text === link.inner) continue
    result += body.slice(copied, link.to - 2 - link.inner.length) + text
    copied = link.to - 2
  }
  return copied === 0 ? body : result + body.slice(copied)
}
