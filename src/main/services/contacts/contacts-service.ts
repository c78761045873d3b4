/** What is known of an organisation, a body or a person, for its page. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { byTitle, latestFirst } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { allActions } from '../texts/action-rows.ts'

type ContactsMethods = Pick<typeof listMethods, 'contacts.page'>
type Contact = HeadOf<'contact'>

/** Who has a post in it or speaks for it; and of a body its officers and named members. */
function peopleOf(index: RecordIndex, contact: Contact, keys: readonly string[]): RecordHead[] {
  const ids = index.links.linkers(keys, ['posts', 'represents'])
  for (const field of ['officers', 'composition']) {
    for (const key of index.links.named(contact.id, field)) {
      const id = index.names.byKey(key)
      if (id !== undefined) ids.add(id)
    }
  }
  return index
    .headsOf(ids)
    .filter((head) => head.kind === 'contact' && head.contactType === 'person')
    .toSorted(byTitle)
}

function contactPage(index: RecordIndex, contact: Contact): Output<'contacts.page'> {
  const keys = index.keysOf(contact.id)
  const isMeant = new Set(keys)
  const meetings = index.headsOf(index.participation.meetingsOf(keys))
  const parts = index.headsOf(index.links.linkers(keys, ['parent']))
  return {
    people: peopleOf(index, contact, keys),
    parts: parts.toSorted(byTitle),
    meetings: meetings.toSorted(latestFirst),
    actions: allActions(index).filter(
      ({ state, responsible }) => state === 'open' && responsible.some((name) => isMeant.has(linkKey(name))),
    ),
  }
}

export function contactsService({ session }: ServiceContext): Service<ContactsMethods> {
  return {
    'contacts.page': ({ id }) =>
      session.use(async ({ index, workspace }) => {
        const head = workspace.head(id)
        if (!head) throw notFound(id)
        if (head.kind !== 'contact') throw new AppError('NOT_FOUND', `“${head.title}” is not a contact.`, { id })
        return contactPage(index, head)
      }),
  }
}
