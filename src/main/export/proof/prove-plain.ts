/** A document for readers against its record: its title and text stand in it, and its links lead to files that are there. */
import { posix } from 'node:path'
import { utf8Text } from '../../import/utf8-text.ts'
import { readInlineLinks } from '../../../shared/markdown/inline-links.ts'
import { findLinks, placedLinks } from '../../../shared/markdown/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Entry } from '../entries.ts'
import { NO_FILES } from '../property-values.ts'
import { unshownFiles } from '../unshown-files.ts'
import type { WrittenExport } from '../written.ts'
import { unlessRefused, type Lose } from './prove-record.ts'
import type { ReadBack } from './read-back.ts'

/** Named roughly, because a link counts wherever it stands: what reads links of ours and of CommonMark is not asked to prove itself. */
const MARKDOWN_LINK = /(?<!\\)\]\(([^()\s<>]+)\)/g
const WIKILINK = /\[\[([^[\]|#\n]+)/g

export async function comparePlain(
  entry: Entry,
  expected: AnyRecord | undefined,
  written: WrittenExport,
  readBack: ReadBack,
  lose: Lose,
): Promise<void> {
  const { found, bytes } = await readBack.read(entry.path)
  if (found !== 'sound') lose({ field: '', problem: found })
  if (!bytes || !expected) return
  const text = unlessRefused(() => utf8Text(bytes))
  if (text === undefined) return lose({ field: '', problem: 'unreadable' })
  const [heading = ''] = text.split('\n', 1)
  if (!heading.startsWith('# ') || lettersOf(heading) !== lettersOf(expected.title)) lose({ field: 'title', problem: 'differs' })
  if (!endsWith(text, expected.body)) lose({ field: 'body', problem: 'differs' })
  if (linkIsLost(text, expected, entry, written)) lose({ field: 'body', problem: 'link' })
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** Line by line; of a line with links what stands before the first and behind the last. */
function endsWith(text: string, body: string): boolean {
  if (body === '') return true
  const expected = body.split('\n')
  const lines = text.split('\n').slice(-expected.length)
  return expected.every((line, index) => {
    const found = lines[index] ?? ''
    const first = line.search(/!?\[\[/)
    if (first === -1) return found === line
    return found.startsWith(line.slice(0, first)) && found.endsWith(line.slice(line.lastIndexOf(']]') + 2))
  })
}

function linkIsLost(text: string, expected: AnyRecord, { path }: Entry, { names, attached, options, files }: WrittenExport): boolean {
  const own = options.attachments ? attached.namesIn(expected) : NO_FILES
  // behind a bar's backslash
  const stems = new Set([...text.matchAll(WIKILINK)].map(([, name = '']) => name.replace(/\\$/, '').trim()))
  const paths = pathsIn(text, path)
  const read = linkedFrom(text, path)
  // with those behind a backslash that is itself escaped
  const linked = new Set([...paths, ...read])
  const isThere = findLinks(expected.body).every(({ target, embed }) => {
    const by = embed && own.pathOf(target) !== undefined ? own : names
    const file = by.pathOf(target)
    return file === undefined || linked.has(file) || stems.has(by.fileOf(target) ?? '')
  })
  // named above the text; one that the workspace had lost is told as a file of the record
  const listed = new Set(unshownFiles(expected).flatMap(({ name }) => own.pathOf(name) ?? []))
  // a link of the text's own to a file that is nobody's led nowhere before
  const before = pathsIn(expected.body, path)
  return (
    !isThere ||
    [...listed].some((one) => !linked.has(one)) ||
    // brackets beside a link are none
    [...paths].some((one) => read.has(one) && !files.has(one) && !before.has(one) && !listed.has(one))
  )
}

/** Where the relative links of a text lead, from the root of the export. */
const pathsIn = (text: string, from: string): Set<string> =>
  pathsOf(
    [...text.matchAll(MARKDOWN_LINK)].map(([, destination = '']) => destination),
    from,
  )

/** The same as a reader of CommonMark sees it. */
const linkedFrom = (text: string, from: string): Set<string> =>
  pathsOf(
    readInlineLinks(text, placedLinks(text)).links.map(({ destination }) => destination),
    from,
  )

function pathsOf(destinations: readonly string[], from: string): Set<string> {
  const paths = new Set<string>()
  for (const destination of destinations) {
    if (/^(?:[a-z][a-z\d+.-]*:|[/#])/i.test(destination)) continue
    try {
      paths.add(posix.join(posix.dirname(from), decodeURIComponent(destination.split('#', 1)[0] ?? '')).normalize('NFC'))
    } catch (error) {
      // somebody's own text that is no address
      if (!(error instanceof URIError)) throw error
    }
  }
  return paths
}
