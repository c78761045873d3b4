/** What is known of an organisation, a body or a person, for its page. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { byTitle, latestFirst } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { openActions } from '../actions/open-actions.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type ContactsMethods = Pick<typeof listMethods, 'contacts.page'>
type Contact = HeadOf<'contact'>

/** Who has a post in it or speaks for it; and of a body its officers and named members. */
function peopleOf(index: RecordIndex, row: number, keys: readonly string[]): RecordHead[] {
  const rows = index.linkers(keys, ['posts', 'represents'])
  for (const field of ['officers', 'composition'] as const) {
    for (const key of index.named(row, field)) {
      const named = index.rowByKey(key)
      if (named !== undefined) rows.add(named)
    }
  }
  const { columns } = index
  return index.headsOf([...rows].filter((person) => columns.contactType(person) === 'person')).toSorted(byTitle)
}

async function contactPage(open: OpenWorkspace, contact: Contact, row: number): Promise<Output<'contacts.page'>> {
  const { index } = open
  const keys = index.keysOf(contact)
  const isMeant = new Set(keys)
  return {
    people: peopleOf(index, row, keys),
    parts: index.headsOf(index.linkers(keys, ['parent'])).toSorted(byTitle),
    meetings: index.headsOf(index.meetingsOf(keys, 'attended')).toSorted(latestFirst),
    expected: index.headsOf(index.meetingsOf(keys, 'expected')).toSorted(latestFirst),
    actions: openActions(open, index.rowsResponsible(keys), ({ responsible }) => responsible.some((name) => isMeant.has(linkKey(name)))),
  }
}

export function contactsService({ session }: ServiceContext): Service<ContactsMethods> {
  return {
    'contacts.page': ({ id }) =>
      session.use(async (open) => {
        const head = open.workspace.head(id)
        const row = open.index.rowOf(id)
        if (!head || row === undefined) throw notFound(id)
        if (head.kind !== 'contact') throw new AppError('NOT_FOUND', `“${head.title}” is not a contact.`, { id })
        return contactPage(open, head, row)
      }),
  }
}
