/** How an import would be taken if nobody corrects it: read off the names of folders, keys and values. */
import { kinds as allKinds, type Kind } from '../../shared/model/common.ts'
import type { ImportMapping } from '../../shared/model/import-mapping.ts'
import { likelyFields, saysKind } from './key-words.ts'
import type { KeyUse } from './key-statistics.ts'
import { isTemplatesFolder, kindWord } from './kind-words.ts'
import { takingFields } from './mapping-rules.ts'

const MAX_RULES = 500
const MAX_FOLDER_RULES = 2_000

/** Keys of other programs that only look like one of ours. */
const NEVER = new Set(['title', 'aliases', 'alias', 'id', 'kind'])

/**
 * @param folders every folder of markdown files, from the root
 * @param keys of the foreign files
 */
export function proposeMapping(folders: readonly string[], keys: readonly KeyUse[]): ImportMapping {
  const folderRules = folders.flatMap(folderRule).slice(0, MAX_FOLDER_RULES)
  const kindRules = keys
    .filter(({ key }) => saysKind(key))
    .flatMap(({ key, values }) =>
      values.flatMap(({ value }) => {
        const word = kindWord(value.replace(/^#/, '').split('/')[0] ?? '')
        return word ? [{ key, value, kind: word.kind }] : []
      }),
    )
    .slice(0, MAX_RULES)
  const present = new Set<Kind>(['note', ...folderRules.flatMap(({ kind }) => kind ?? []), ...kindRules.map(({ kind }) => kind)])
  return { folders: folderRules, kinds: kindRules, keys: keys.flatMap((use) => keyRules(use, present)).slice(0, MAX_RULES) }
}

/** A folder called for a kind makes that kind; the other folders become tags, the nested ones as nested tags. */
function folderRule(path: string): ImportMapping['folders'] {
  if (path === '') return []
  const names = path.split('/')
  if (names.some(isTemplatesFolder)) return [{ path, kind: null, tag: '', leaveOut: true }]
  const at = names.findLastIndex((name) => kindWord(name) !== undefined)
  const kind = at === -1 ? null : (kindWord(names[at] ?? '')?.kind ?? null)
  const tag = tagOfFolders(names.slice(at + 1))
  return [{ path, kind, tag, leaveOut: false }]
}

/** `Projects/Visit to Astana` is the tag `Projects/Visit-to-Astana`. */
function tagOfFolders(names: readonly string[]): string {
  const parts = names.map((name) =>
    name
      .normalize('NFC')
      .replace(/[\s#,[\]]+/gu, '-')
      .replace(/^[-_]+|[-_]+$/gu, ''),
  )
  const tag = parts.filter(Boolean).join('/')
  return tag.length <= 100 ? tag : (parts.findLast((part) => part !== '' && part.length <= 100) ?? '')
}

function keyRules({ key }: KeyUse, present: ReadonlySet<Kind>): ImportMapping['keys'] {
  if (NEVER.has(key.toLowerCase())) return []
  const offered = new Set(allKinds.filter((kind) => present.has(kind)).flatMap((kind) => takingFields[kind].map((field) => field.key)))
  const likely = likelyFields(key).filter((field) => offered.has(field))
  const own = offered.has(key) && !likely.includes(key) ? [key] : []
  return [...own, ...likely].map((field) => ({ key, field }))
}
