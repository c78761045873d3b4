/** An import's mapping as it is asked for, file by file. */
import { kinds, type Kind } from '../../shared/model/common.ts'
import type { ImportMapping } from '../../shared/model/import-mapping.ts'
import { propertiesOf } from '../export/properties.ts'
import type { FileBrief } from './file-brief.ts'
import { kindWord, type KindWord } from './kind-words.ts'

type FolderRule = ImportMapping['folders'][number]

/** A field that a foreign key may be given to. */
export interface TakingField {
  /** Front matter key of ours; of a column of `posts`, `posts.title`. */
  readonly key: string
  /** Where its values stand in a record; `part` is empty for a whole field. */
  readonly field: string
  readonly part: string
}

/** Read elsewhere, or written by commands and not by a person in another program. */
const NOT_OFFERED = new Set(['aliases', 'adopted-sha256', 'calendar-uid'])
/** Rows that one text can begin. */
const ROWS_TAKEN = new Set(['emails', 'phones', 'participants'])
export const POST_COLUMNS = ['title', 'organisation', 'country'] as const

const fieldsOfKind = (kind: Kind): readonly TakingField[] =>
  propertiesOf[kind].flatMap(({ key, path: [field, part = ''], type }) => {
    if (NOT_OFFERED.has(key)) return []
    if (key === 'posts') return POST_COLUMNS.map((column) => ({ key: `posts.${column}`, field: 'posts', part: column }))
    return type === 'rows' && !ROWS_TAKEN.has(key) ? [] : [{ key, field, part }]
  })

export const takingFields: Readonly<Record<Kind, readonly TakingField[]>> = {
  contact: fieldsOfKind('contact'),
  country: fieldsOfKind('country'),
  note: fieldsOfKind('note'),
  meeting: fieldsOfKind('meeting'),
  study: fieldsOfKind('study'),
}

const keysOfKind = new Map(kinds.map((kind) => [kind, new Set(takingFields[kind].map(({ key }) => key))]))

/** Case and a leading `#` do not part the values of a type. */
const valueKey = (value: string) => value.normalize('NFC').trim().replace(/^#/, '').toLowerCase()

export class MappingRules {
  readonly #folders: ReadonlyMap<string, FolderRule>
  readonly #kinds = new Map<string, Kind>()
  readonly #keys = new Map<string, string[]>()

  constructor(mapping: ImportMapping) {
    this.#folders = new Map(mapping.folders.map((rule) => [rule.path, rule]))
    for (const { key, value, kind } of mapping.kinds) this.#kinds.set(`${key}\n${valueKey(value)}`, kind)
    for (const { key, field } of mapping.keys) this.#keys.set(key, [...(this.#keys.get(key) ?? []), field])
  }

  /** What a plain file becomes. */
  kindOf({ path, front }: FileBrief): KindWord {
    for (const [key, values] of front) {
      for (const value of values) {
        const kind = this.#kinds.get(`${key}\n${valueKey(value)}`)
        if (kind === undefined) continue
        const word = kindWord(value)
        return word?.kind === kind ? word : { kind }
      }
    }
    const rule = this.#folderOf(path)
    if (!rule || rule.kind === null) return { kind: 'note' }
    const { kind } = rule
    // what the folder is called says of what sort they are
    const word = path
      .split('/')
      .slice(0, -1)
      .map(kindWord)
      .findLast((one) => one?.kind === kind)
    return word ?? { kind }
  }

  /** Empty for none. */
  tagOf(path: string): string {
    return this.#folderOf(path)?.tag ?? ''
  }

  leavesOut(path: string): boolean {
    return this.#folderOf(path)?.leaveOut ?? false
  }

  /** The field that takes the values of a foreign key; undefined when they are kept as they came. */
  fieldOf(kind: Kind, key: string): string | undefined {
    const own = keysOfKind.get(kind)
    const given = this.#keys.get(key)
    if (given) return given.find((field) => own?.has(field))
    return own?.has(key) ? key : undefined
  }

  #folderOf(path: string): FolderRule | undefined {
    if (this.#folders.size === 0) return undefined
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const rule = this.#folders.get(path.slice(0, end))
      if (rule) return rule
    }
    return this.#folders.get('')
  }
}

/** What is as it would be without any mapping: files of the command line's plain import, and ours. */
export const NO_RULES = new MappingRules({ folders: [], kinds: [], keys: [] })
