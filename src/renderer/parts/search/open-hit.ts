import type { SearchHit } from '../../../shared/contract/search.ts'
import { recordAddress, navigate } from '../../store/navigation.ts'
import { openedHit } from './opened-hit.ts'

/** Goes to what was found. Words found in its text are marked there; somebody found by name is read from the top. */
export function openHit({ id, kind, snippetField }: SearchHit, text: string): void {
  if (snippetField === 'body') openedHit.set({ id, text })
  navigate(recordAddress(kind, id))
}
