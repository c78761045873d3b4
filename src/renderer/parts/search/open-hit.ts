import type { SearchHit } from '../../../shared/contract/search.ts'
import { matchesAll } from '../../../shared/search/match-query.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { openedHit } from './opened-hit.ts'

/** The words are looked for in the text: some stand there, and the title alone is not what was asked for. */
export function isFoundInText({ title, snippetField }: Pick<SearchHit, 'title' | 'snippetField'>, text: string): boolean {
  if (snippetField !== 'body') return false
  const { root } = parseQuery(text)
  return root !== null && !matchesAll(root, { title: [title] }, () => true)
}

/** Goes to what was found. Words found in its text are marked there; what was found by its name is read from the top. */
export function openHit(hit: SearchHit, text: string): void {
  if (isFoundInText(hit, text)) openedHit.set({ id: hit.id, text })
  navigate(recordAddress(hit.kind, hit.id))
}
