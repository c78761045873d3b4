/** What a contact's entry says of a participant on the day of the meeting. Pure. */
import type { Post } from '../../../../shared/model/contact.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import type { ContactRecord } from '../../../../shared/model/record.ts'

/** Partial dates compared as far as both are known: "2023" and "2023-05-17" may be the same day. */
function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) < b.slice(0, known)
}

/** Whether a post was, or may have been, held on a day. Over at a time that is not known, it was not. */
function isHeldOn({ from, to, former }: Post, day: string): boolean {
  if (from !== '' && isBefore(day, from)) return false
  return to === '' ? !former : !isBefore(to, day)
}

/** The post held on a day; of several the one that began last, then the one that stands first. */
export function postHeldOn(posts: readonly Post[], day: string): Post | undefined {
  return posts.filter((post) => isHeldOn(post, day)).toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1))[0]
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
