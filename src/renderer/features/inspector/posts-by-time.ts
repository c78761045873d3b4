import type { Post } from '../../../shared/model/contact.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'

const isOver = (post: Post) => post.former || post.to !== ''

/** Posts held now first, then the others, the latest begun first; undated ones stay in their order behind. */
export function postsByTime(posts: readonly Post[]): Post[] {
  return posts.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || comparePartialDates(b.from || b.to, a.from || a.to))
}
