/** Changes of how files become records, as the person makes them. Pure: every change is a mapping of its own. */
import type { Kind } from '../../../shared/model/common.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'

type FolderRule = ImportMapping['folders'][number]

/** What the files of a folder become. `above`: as in the folder around it. `own`: what their properties say, else notes. */
export type FolderTake = 'above' | 'own' | 'leaveOut' | Kind

const ROOT = ''
const nothingSaid: FolderRule = { path: ROOT, kind: null, tag: '', leaveOut: false }

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const ownRule = ({ folders }: ImportMapping, path: string): FolderRule | undefined => folders.find((rule) => rule.path === path)

/** The rule that holds for a folder: its own, else that of the nearest folder around it. */
export function ruleFor(mapping: ImportMapping, path: string): FolderRule {
  for (let at = path; at !== ROOT; at = above(at)) {
    const rule = ownRule(mapping, at)
    if (rule) return rule
  }
  return ownRule(mapping, ROOT) ?? nothingSaid
}

/** What holds where a folder has no rule of its own. */
export const ruleAbove = (mapping: ImportMapping, path: string): FolderRule => (path === ROOT ? nothingSaid : ruleFor(mapping, above(path)))

type Take = Exclude<FolderTake, 'above'>

const takeIn = ({ kind, leaveOut }: FolderRule): Take => (leaveOut ? 'leaveOut' : (kind ?? 'own'))

/** What `above` comes to for a folder. */
export const takeAbove = (mapping: ImportMapping, path: string): Take => takeIn(ruleAbove(mapping, path))

/** A folder that has a tag of its own may still be taken as the one around it is. */
export function takeOf(mapping: ImportMapping, path: string): FolderTake {
  const take = takeIn(ruleFor(mapping, path))
  return path !== ROOT && take === takeAbove(mapping, path) ? 'above' : take
}

/** A rule that says what holds anyway is none. */
function withRule(mapping: ImportMapping, rule: FolderRule): ImportMapping {
  const others = mapping.folders.filter(({ path }) => path !== rule.path)
  const without = { ...mapping, folders: others }
  const around = ruleAbove(without, rule.path)
  const isSame = rule.kind === around.kind && rule.tag === around.tag && rule.leaveOut === around.leaveOut
  return isSame ? without : { ...mapping, folders: [...others, rule] }
}

const isInside = (inner: string, path: string) => inner !== path && (path === ROOT || inner.startsWith(`${path}/`))

/** Changes the rule of a folder, and of those in it that were as it was in what is changed. */
function changed(
  mapping: ImportMapping,
  path: string,
  same: (a: FolderRule, b: FolderRule) => boolean,
  change: (rule: FolderRule) => FolderRule,
): ImportMapping {
  const inside = mapping.folders.filter((rule) => isInside(rule.path, path)).toSorted((a, b) => a.path.length - b.path.length)
  const following = new Set([path])
  for (const rule of inside) {
    const around = ruleAbove(mapping, rule.path)
    if (same(rule, around) && (following.has(around.path) || !isInside(around.path, path))) following.add(rule.path)
  }
  let next = withRule(mapping, change({ ...ruleFor(mapping, path), path }))
  for (const rule of inside) next = withRule(next, following.has(rule.path) ? change(rule) : rule)
  return next
}

const sameTake = (rule: FolderRule, other: FolderRule) => takeIn(rule) === takeIn(other)

export function withTake(mapping: ImportMapping, path: string, take: FolderTake): ImportMapping {
  const wanted = take === 'above' ? takeAbove(mapping, path) : take
  const kind = wanted === 'own' || wanted === 'leaveOut' ? null : wanted
  return changed(mapping, path, sameTake, (rule) => ({ ...rule, kind, leaveOut: wanted === 'leaveOut' }))
}

/** A tag is one word: `#for the file, old` becomes `for-the-file-old`. */
export const cleanTag = (typed: string): string =>
  typed
    .trim()
    .replace(/^#+/u, '')
    .replace(/[\s#,[\]]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 100)

export function withTag(mapping: ImportMapping, path: string, typed: string): ImportMapping {
  const tag = cleanTag(typed)
  return changed(
    mapping,
    path,
    (rule, other) => rule.tag === other.tag,
    (rule) => ({ ...rule, tag }),
  )
}

/** `type: person` makes a contact; null takes the rule away. */
export function withKind(mapping: ImportMapping, key: string, value: string, kind: Kind | null): ImportMapping {
  const at = mapping.kinds.findIndex((rule) => rule.key === key && rule.value === value)
  if (kind === null) return { ...mapping, kinds: mapping.kinds.filter((_rule, index) => index !== at) }
  const rule = { key, value, kind }
  return { ...mapping, kinds: at < 0 ? [...mapping.kinds, rule] : mapping.kinds.map((other, index) => (index === at ? rule : other)) }
}

/** The fields that take the values of a foreign key: of a record the first that its kind has. None: they are kept as they came. */
export const fieldsOf = ({ keys }: ImportMapping, key: string): readonly string[] =>
  keys.filter((rule) => rule.key === key).map(({ field }) => field)

/** Puts a field at a place among those of a key, or behind them; empty takes the one there away. */
export function withField(mapping: ImportMapping, key: string, place: number, field: string): ImportMapping {
  const before = fieldsOf(mapping, key)
  const after = field === '' ? before.toSpliced(place, 1) : before.includes(field) ? before : before.toSpliced(place, 1, field)
  return { ...mapping, keys: [...mapping.keys.filter((rule) => rule.key !== key), ...after.map((each) => ({ key, field: each }))] }
}
