/** What a plan remembers of a markdown file: enough to say what will become of it, and never its text. */
import { createHash } from 'node:crypto'
import type { Kind } from '../../shared/model/common.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { MAX_BODY } from '../../shared/model/vocabulary.ts'
import { WITHHELD_KEY } from '../export/properties.ts'
import type { Json } from '../export/yaml-writer.ts'
import type { Draft } from './draft.ts'
import { Refusal } from './refusal.ts'

/** Of foreign front matter, for the mapping. */
const KEYS_KEPT = 60
const VALUES_KEPT = 20
const VALUE_LENGTH = 200
/** As the model has it. */
const LONGEST_KEY = 200

export interface FileBrief {
  /** From the root, written with `/`. */
  readonly path: string
  readonly stem: string
  /** SHA-256 of its text. */
  readonly sha256: string
  /** What a file of ours says of its record. */
  readonly ours:
    | {
        readonly id: string
        readonly kind: Kind
        /** The version that it was written from; see {@link isVersionOf}. */
        readonly version: FileVersion
        readonly code: string
        /** The file does not hold all of its record. */
        readonly isWithheld: boolean
      }
    | undefined
  readonly title: string
  readonly aliases: readonly string[]
  /** Foreign front matter: the beginnings of simple values, each key with the texts it has. */
  readonly front: ReadonlyMap<string, readonly string[]>
  /** What was settled when it was read; empty for nothing. */
  readonly remark: string
  /** It names files that come along. */
  readonly hasFiles: boolean
}

/** What front matter says of the version that a file was written from. */
interface FileVersion {
  readonly revision: Json | undefined
  readonly updated: Json | undefined
  readonly by: Json | undefined
}

/** Workspaces count revisions each for itself, and one that was brought back counts them again: only with its time and its author a number is a version. */
export const isVersionOf = ({ revision, updated, by }: FileVersion, { rev, updatedAt, updatedBy }: AnyRecord): boolean =>
  revision === rev && typeof updated === 'string' && Date.parse(updated) === Date.parse(updatedAt) && by === updatedBy.name

export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url')

/** @throws Refusal for what no record can hold. */
export function briefOf(draft: Draft, text: string, hasFiles: boolean): FileBrief {
  if (draft.body.length > MAX_BODY) throw new Refusal(`its body is longer than ${MAX_BODY} characters`)
  const { path, stem, id, kind, title, aliases, front } = draft
  if (id === undefined)
    for (const key of front.keys()) if (key.length > LONGEST_KEY) throw new Refusal('its front matter has a key that is too long')
  const code = front.get('code')
  return {
    path,
    stem,
    sha256: hashOfText(text),
    ours:
      id === undefined
        ? undefined
        : {
            id,
            kind,
            version: { revision: front.get('revision'), updated: front.get('updated'), by: front.get('updated-by') },
            code: kind === 'country' && typeof code === 'string' ? code : '',
            isWithheld: front.has(WITHHELD_KEY),
          },
    title,
    aliases,
    front: id === undefined ? simpleValues(front) : NOTHING,
    remark: draft.hasNoFrontMatter ? 'What stands at its beginning is no front matter; it was left in the text.' : '',
    hasFiles,
  }
}

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map()

function simpleValues(front: ReadonlyMap<string, Json>): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>()
  for (const [key, value] of front) {
    if (kept.size === KEYS_KEPT) break
    kept.set(key, simpleTexts(value))
  }
  return kept.size === 0 ? NOTHING : kept
}

/** The texts of a simple value; of a mapping none. */
function simpleTexts(value: Json): string[] {
  const items = Array.isArray(value) ? value.slice(0, VALUES_KEPT) : [value]
  return items.flatMap((item) => (item === null || typeof item === 'object' ? [] : [String(item).slice(0, VALUE_LENGTH)]))
}
