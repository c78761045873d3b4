/** A markdown file as it was read, before names are settled and links are turned inward. */
import { basename } from 'node:path'
import { kinds, MAX_TITLE, RESERVED_IN_TITLES, recordId, titleProblem, type Kind } from '../../shared/model/common.ts'
import { readBlocks } from '../../shared/markdown/blocks.ts'
import { plainText } from '../../shared/markdown/plain.ts'
import type { Json } from '../export/yaml-writer.ts'
import { cleanAliases, cleanName } from '../services/records/record-names.ts'
import { NoFrontMatter, readFrontMatter, splitFile } from './front-matter.ts'
import { Refusal } from './refusal.ts'

export interface Draft {
  /** Path from the folder, written with `/`. */
  readonly path: string
  /** The file's name without ending, as links call it. */
  readonly stem: string
  /** The id of a record of ours; undefined for a plain file, which becomes a note. */
  readonly id: string | undefined
  readonly kind: Kind
  readonly title: string
  readonly aliases: readonly string[]
  readonly front: ReadonlyMap<string, Json>
  readonly body: string
  /** What stands where front matter does is none, and is part of the body. */
  readonly hasNoFrontMatter: boolean
}

/** @throws Refusal */
export function readDraft(path: string, text: string): Draft {
  // macOS hands names over decomposed
  const stem = basename(path)
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
  const unmarked = withOurLines(text.startsWith('\ufeff') ? text.slice(1) : text)
  const { front: written, rest } = splitFile(unmarked)
  const front = frontOf(written)
  if (front === undefined) return { ...plainDraft({ path, stem, front: new Map() }, unmarked), hasNoFrontMatter: true }
  const given = front.get('id')
  // other programs write the same id with capitals
  const id = recordId.safeParse(typeof given === 'string' ? given.toLowerCase() : given)
  const kind = kinds.find((known) => known === front.get('kind'))
  if (id.success && kind) return ourDraft({ path, stem, id: id.data, kind, front }, rest)
  // it would come in as another note beside its record
  if (id.success && typeof front.get('revision') === 'number')
    throw new Refusal(
      'it is a file of a record, but its line “kind” is missing or spoilt; write it anew, or take out the line “id” for a new note',
    )
  return plainDraft({ path, stem, front }, rest)
}

/** An editor of Windows writes every line anew: ours end the lines of front matter without a carriage return. */
const withOurLines = (text: string) => (/^---[ \t]*\r\n/.test(text) ? text.replaceAll('\r\n', '\n') : text)

/** Undefined for what is no front matter. A file of ours whose front matter was spoilt is no other note. @throws Refusal */
function frontOf(written: string | undefined): Map<string, Json> | undefined {
  if (written === undefined) return new Map()
  try {
    return readFrontMatter(written)
  } catch (error) {
    if (!(error instanceof NoFrontMatter) || /^id: *["']?[0-9a-f]{8}-[0-9a-f-]{27}/im.test(written)) throw error
    return undefined
  }
}

function ourDraft(file: Pick<Draft, 'path' | 'stem' | 'kind' | 'front'> & { readonly id: string }, rest: string): Draft {
  const given = file.front.get('title')
  if (given !== undefined && typeof given !== 'string') throw new Refusal('its title is not text')
  const title = given ?? file.stem
  const aliases = textsOf(file.front.get('aliases'))
  for (const name of [title, ...aliases]) if (titleProblem(name)) throw new Refusal(`“${name.slice(0, 60)}” cannot be a title or alias`)
  // one line break parts the front matter from the body
  return { ...file, title, aliases, body: rest.startsWith('\n') ? rest.slice(1) : rest, hasNoFrontMatter: false }
}

function plainDraft(file: Pick<Draft, 'path' | 'stem' | 'front'>, rest: string): Draft {
  const body = rest.replaceAll('\r\n', '\n').replace(/^\n/, '')
  const given = file.front.get('title')
  const heading = () => (file.front.size === 0 || given === undefined ? firstHeading(body) : '')
  const title =
    asTitle(typeof given === 'string' || typeof given === 'number' ? String(given) : heading()) || asTitle(file.stem) || 'Untitled'
  const aliases = cleanAliases(
    title,
    textsOf(file.front.get('aliases') ?? file.front.get('alias'))
      .map(asTitle)
      .filter(Boolean),
  )
  return { ...file, id: undefined, kind: 'note', title, aliases, body, hasNoFrontMatter: false }
}

/** What can be a title of a text: one line without the characters that links use. Empty when nothing is left. */
function asTitle(text: string): string {
  const plain = text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replaceAll('|', '-')
  const kept = [...plain].filter((char) => !RESERVED_IN_TITLES.includes(char)).join('')
  const name = cleanName(kept.replace(/\s+/gu, ' '))
  return name.length <= MAX_TITLE ? name : cleanName([...name].slice(0, MAX_TITLE / 2).join(''))
}

/** The heading that the text begins with, if it is one of the first level. */
function firstHeading(body: string): string {
  const line = readBlocks(body.slice(0, 20_000)).lines.find(({ type }) => type !== 'blank')
  const heading =
    line && line.type === 'text' && line.quotes === 0
      ? /^# +(.*?)(?: +#+)?$/.exec(body.slice(line.contentFrom, Math.min(line.to, line.contentFrom + 2_000)))
      : null
  return heading ? plainText(heading[1] ?? '').text : ''
}

/** A list of texts, or one text, as front matter has either. */
export function textsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return []
  const items = Array.isArray(value) ? value : [value]
  return items.filter((item) => typeof item === 'string' || typeof item === 'number').map(String)
}
