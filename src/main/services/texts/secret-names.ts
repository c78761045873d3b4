/** Which names a paper that is made up to a level may not tell (docs/security.md). Pure. */
import { findNames } from '../../../shared/markdown/find-names.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { NameMatcher } from '../../../shared/text/name-matcher.ts'
import { nameWords } from '../../../shared/text/name-words.ts'
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { classifications } from '../../../shared/model/vocabulary.ts'
import { pacing } from '../pacing.ts'
import { isPublicName } from './public-names.ts'

/** What else of a record is looked for in the texts of others, beside its names. */
export interface Details {
  /** Numbers, symbols, addresses, names of files: found like a name. */
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

export const NO_DETAILS: Details = { names: [], phones: [] }

export interface SecretNames {
  /** Whether a paper may hold this name of a record, as a link or a field has it. A name that no record has is a word like others. */
  mayName(name: string): boolean
  /** Whether it means a country that does not come along and may be named all the same: a link to it is the words that it shows. */
  isPlain(name: string): boolean
  /** Finds the names in plain text. */
  readonly names: NameMatcher
  /** All that it was made of: texts are told alike while it is the same. */
  readonly made: readonly string[]
}

/** What a withheld passage and a withheld title are made of: as names they would be found in every paper. */
const OWN_WORDS = new Set(['withheld', 'withheld title'])
/** `Li Wei (UNDP)`: what settles a clash is seldom said. */
const SETTLED = /^(.+?)\s*\([^()]*\)$/u

/** Between two turns of the event loop. */
const HEADS_AT_ONCE = 500

const wordsOf = (name: string) =>
  nameWords(name)
    .map(({ key }) => key)
    .join(' ')

/** Whether a paper up to this level may hold everything. */
export const isHighest = (level: Classification): boolean => level === classifications.at(-1)

/**
 * The names of the records above `level`, those in the trash too: titles, aliases, names in other scripts and orders, short and formal
 * names, symbols of documents, and a family name that stands alone unless it is a word of another record's name. A name that a record
 * within the level has is its own, and one by which everybody knows a country is no secret. Undefined when nothing is above the level.
 * @param heads of all records; called twice
 */
export async function secretNames(
  heads: () => Iterable<RecordHead>,
  level: Classification,
  details: Details = NO_DETAILS,
): Promise<SecretNames | undefined> {
  if (isHighest(level)) return undefined
  const live = new Set<string>()
  const inTrash = new Set<string>()
  const plain = new Set<string>()
  const names = new NameMatcher()
  /** Found only when nothing else is called so: by their words. */
  const weak = new Map<string, { readonly name: string; readonly isFamily: boolean }>()
  let some = false
  const next = pacing(1)
  let seen = 0
  const made: string[] = []
  const add = (name: string) => {
    if (OWN_WORDS.has(wordsOf(name))) return
    names.add(name)
    made.push(name)
  }
  for (const head of heads()) {
    if ((seen += 1) % HEADS_AT_ONCE === 0) await next()
    if (isWithin(head.classification, level)) continue
    some = true
    for (const name of [head.title, ...head.aliases])
      (isPublicName(head, name) ? plain : head.trashedAt === '' ? live : inTrash).add(linkKey(name))
    for (const name of namesOf(head)) if (!isPublicName(head, name)) add(name)
    for (const one of weakNamesOf(head)) weak.set(wordsOf(one.name), one)
  }
  if (!some) return undefined
  for (const name of details.names) add(name)
  for (const phone of details.phones) {
    names.addPhone(phone)
    made.push(phone)
  }
  const weakNames = new NameMatcher()
  for (const { name } of weak.values()) weakNames.add(name)
  for (const head of heads()) {
    if ((seen += 1) % HEADS_AT_ONCE === 0) await next()
    if (head.trashedAt !== '') continue
    const isLeaving = isWithin(head.classification, level)
    for (const name of [head.title, ...head.aliases]) {
      if (!isLeaving && !isPublicName(head, name)) continue
      const key = linkKey(name)
      if (isLeaving) plain.delete(key)
      if (!live.has(key)) {
        inTrash.delete(key)
        if (names.find(name).length > 0 && names.has(name)) {
          names.except(name)
          made.push(`-${name}`)
        }
      }
      for (const { from, to } of weakNames.find(name)) forget(weak, wordsOf(name.slice(from, to)))
    }
  }
  for (const { name, isFamily } of weak.values()) {
    if (names.has(name)) continue
    names.add(name, isFamily ? 'capital' : 'any')
    made.push(`+${name}`)
  }
  for (const key of plain) made.push(`=${key}`)
  return {
    names,
    made,
    isPlain: (name) => plain.has(linkKey(name)),
    mayName(name) {
      const key = linkKey(name)
      return !live.has(key) && !inTrash.has(key) && findNames(name, names).length === 0
    },
  }
}

function namesOf(head: RecordHead): string[] {
  const names = [head.title, ...head.aliases]
  // links to its file may have lost the end of a long title
  for (const name of [head.title, ...head.aliases]) {
    const file = safeName(name)
    if (file.length < name.length) names.push(file)
  }
  switch (head.kind) {
    case 'contact': {
      names.push(head.nativeName, head.shortName)
      const [family = '', given = ''] = head.contactType === 'person' ? head.listName.split(', ') : []
      if (given !== '') names.push(`${family} ${given}`, `${given} ${family}`)
      break
    }
    case 'country':
      names.push(head.formalName)
      break
    case 'meeting':
      // SC alone is a word of every symbol
      if (wordsOf(head.symbol).includes(' ')) names.push(head.symbol)
      break
    case 'note':
    case 'study':
  }
  return names
}

function weakNamesOf(head: RecordHead): { readonly name: string; readonly isFamily: boolean }[] {
  if (head.kind !== 'contact') return []
  const settled = [head.title, ...head.aliases].flatMap((name) => SETTLED.exec(name)?.[1] ?? [])
  const names = settled.map((name) => ({ name, isFamily: false }))
  const [family = '', given = ''] = head.contactType === 'person' ? head.listName.split(', ') : []
  if (given !== '') names.push({ name: family, isFamily: true })
  return names
}

/** With its endings: who is called Baimenova is not Baimenov's to hide. */
function forget(weak: Map<string, unknown>, words: string): void {
  if (weak.delete(words)) return
  for (const other of weak.keys()) if (words.startsWith(other) || other.startsWith(words)) weak.delete(other)
}
