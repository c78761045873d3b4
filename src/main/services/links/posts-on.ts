/** People as they were on a day: with the post that they held then. */
import { postHeldOn } from '../../../shared/meetings/post-held.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Suggestion } from './suggest-links.ts'

/** @param day a partial date. A person whose record cannot be read keeps what the list knows. */
export const withPostsOn = ({ index, workspace }: OpenWorkspace, suggestions: readonly Suggestion[], day: string): Promise<Suggestion[]> =>
  Promise.all(
    suggestions.map(async (suggestion) => {
      const row = suggestion.kind === 'contact' ? index.rowOf(suggestion.id) : undefined
      if (row === undefined || index.columns.contactType(row) !== 'person') return suggestion
      const record = await unlessDamaged(workspace.read(suggestion.id))
      if (record === 'damaged' || record?.kind !== 'contact') return suggestion
      const post = postHeldOn(record.posts, day)
      return { ...suggestion, detail: post ? [post.title, post.organisation].filter(Boolean).join(', ') : '' }
    }),
  )
