/** People behind an `@` in the line of quick capture. */
import { useQuery } from '../../api/use-query.ts'
import type { Suggestion } from '../../../shared/contract/lists.ts'

const TYPED = /(?:^|\s)@([\p{L}][\p{L}'’. -]{0,60})$/u
const none: readonly Suggestion[] = []

/** Who may be meant by what stands before the caret; none when a name was taken already. */
export function usePeople(before: string, people: readonly string[]): { readonly found: readonly Suggestion[]; readonly typed: string } {
  const typed = TYPED.exec(before)?.[1] ?? ''
  const isTaken = people.some((name) => typed.startsWith(name))
  const asked = typed === '' || isTaken ? null : { text: typed, kinds: ['contact' as const], limit: 6 }
  const { data } = useQuery('links.suggest', asked, { keepPrevious: false })
  return { found: asked && data ? data : none, typed }
}
