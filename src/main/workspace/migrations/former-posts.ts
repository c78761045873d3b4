/**
 * Version 2. A post said `current: boolean`; a post without dates whose end was never noted then looked as if somebody
 * had checked that it is still held. It says `former` instead, which is only set when it is known to be over. Records
 * also say to whom they may be given (`distribution`).
 */
import type { Migration, RawObject } from './migration.ts'
import { isRawObject } from './migration.ts'

export const formerPosts: Migration = {
  to: 2,
  manifest: (raw) => raw,
  record(raw) {
    const record: RawObject = { distribution: '', ...raw }
    return record['kind'] === 'contact' && Array.isArray(record['posts']) ? { ...record, posts: record['posts'].map(withFormer) } : record
  },
}

function withFormer(post: unknown): unknown {
  if (!isRawObject(post) || typeof post['current'] !== 'boolean') return post
  const { current, ...rest } = post
  return { ...rest, former: !current }
}
