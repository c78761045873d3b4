/** What a contact's entry says of a participant on the day of the meeting. Pure. */
import type { Post } from '../model/contact.ts'
import type { Participant } from '../model/meeting.ts'
import type { ContactRecord } from '../model/record.ts'
import { mayHoldOn } from './period.ts'

/** The post held on a day, a partial date; of several the one that began last, then the one that stands first. Over at a time that is not known, it was not held. */
export function postHeldOn(posts: readonly Post[], day: string): Post | undefined {
  return posts
    .filter((post) => mayHoldOn(post, day) && !(post.former && post.to === ''))
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1))[0]
}

type Known = Pick<ContactRecord, 'posts' | 'represents'>

/** The participant with its empty cells filled from the contact; what is there stays. `day` may be a part of a date. */
export function filledFromContact(participant: Participant, contact: Known, day: string): Participant {
  const post = postHeldOn(contact.posts, day)
  const { represents } = participant
  return {
    ...participant,
    title: participant.title || (post?.title ?? ''),
    represents: {
      country: represents.country || contact.represents.country || (post?.country ?? ''),
      organisation: represents.organisation || contact.represents.organisation || (post?.organisation ?? ''),
    },
  }
}
