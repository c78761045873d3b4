/** Reading of the facts that the sample is made of. */
import { additions, facts } from './sources.ts'

/** A fact of the articles. */
export type Fact<K extends 'organisations' | 'people' | 'meetings' | 'studies'> = (typeof facts)[K][number]

/** JSON objects of one list have different keys to the compiler; read by name, absent is undefined. */
export const pick = <T>(of: object, name: string): T | undefined => (of as Record<string, T | undefined>)[name]

export const sourceOf = (fact: { source: string }) =>
  fact.source
    .split(', ')
    .map((name) => pick<string>(additions.sources, name) ?? name)
    .join('; ')

export const codes = (...lists: readonly (readonly string[] | undefined)[]) =>
  [...new Set(lists.flatMap((list) => list ?? []).filter(Boolean))].toSorted()

export const agendaOf = (meeting: Fact<'meetings'>) => pick<readonly object[]>(meeting, 'agenda') ?? []
