/** Lists of named entries that a person keeps with the workspace: searches, views. Pure. */
import type { NewId } from '../workspace/port.ts'
import { notFound, refusedField } from './service-context.ts'

interface Entry {
  readonly id: string
  readonly name: string
}

/** What the entries are called in a sentence, such as `search` and `searches`. */
export interface EntryWords {
  readonly one: string
  readonly many: string
}

const isSameName = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
const noSuch = (id: string, { one }: EntryWords) =>
  notFound(id, `There is no such ${one}; it may have been forgotten in another window. Nothing was changed.`)

/** An entry as it is kept: with an id of its own, its name without spaces around it. */
export const entryToKeep = <T extends Entry>(entry: Omit<T, 'id'> & { readonly id: string | null }, newId: NewId): T =>
  ({ ...entry, id: entry.id ?? newId(), name: entry.name.trim() }) as T

/** The list with one more entry, or with one changed. @throws AppError NOT_FOUND, INVALID_INPUT when its name is empty or taken */
export function withEntry<T extends Entry>(list: readonly T[], entry: T, isNew: boolean, most: number, words: EntryWords): readonly T[] {
  if (entry.name === '') throw refusedField('name', 'empty', `A ${words.one} that is kept needs a name.`)
  if (list.some(({ id, name }) => id !== entry.id && isSameName(name, entry.name)))
    throw refusedField('name', 'taken', `Another ${words.one} is called “${entry.name}”.`)
  if (isNew) {
    if (list.length >= most) throw refusedField('name', 'tooMany', `No more than ${most} ${words.many} can be kept.`)
    return [...list, entry]
  }
  if (!list.some(({ id }) => id === entry.id)) throw noSuch(entry.id, words)
  return list.map((one) => (one.id === entry.id ? entry : one))
}

/** @throws AppError NOT_FOUND */
export function withoutEntry<T extends Entry>(list: readonly T[], id: string, words: EntryWords): readonly T[] {
  if (!list.some((one) => one.id === id)) throw noSuch(id, words)
  return list.filter((one) => one.id !== id)
}
