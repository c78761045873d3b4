/** Participants of meetings: known names, contacts made of unknown ones, and the programme of a conference. */
import type { participantMethods } from '../../../shared/contract/participants.ts'
import { AppError } from '../../../shared/errors.ts'
import { recordInput } from '../../../shared/model/record.ts'
import { pacing } from '../pacing.ts'
import { createRecord } from '../records/create-record.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { written } from '../workspace/open-workspace.ts'
import { knownNames } from './known-names.ts'
import { programmeOf } from './programme.ts'

/** Between two turns of the event loop. */
const CONTACTS_AT_ONCE = 10

export function participantsService({ session, author, clock, newId }: ServiceContext): Service<typeof participantMethods> {
  return {
    'participants.known': ({ names, on }) => session.use((open) => knownNames(open, names, on)),

    /** The post is one held now or then: since when, the list does not say. */
    'participants.createContacts': ({ contacts }, { client }) =>
      session.use(async (open) => {
        const by = author()
        const now = new Date(clock()).toISOString()
        const { commit } = await open.change(
          by,
          client,
          async (transaction) => {
            const nextContact = pacing(CONTACTS_AT_ONCE)
            for (const { title, family, given, post, country, organisation } of contacts) {
              await nextContact()
              const input = recordInput.parse({
                kind: 'contact',
                contactType: 'person',
                title,
                family,
                given,
                posts: post === '' ? [] : [{ title: post, organisation, country, from: '', to: '', former: false }],
                represents: { country, organisation: country === '' ? organisation : '' },
                countries: country === '' ? [] : [country],
              })
              await createRecord(transaction, input, { id: newId(), author: by, now, index: open.index })
            }
          },
          { kind: 'command' },
        )
        return { created: contacts.length, commit: written(commit) }
      }),

    'meetings.programme': ({ id }) =>
      session.use((open) => {
        const head = open.workspace.head(id)
        if (!head) throw notFound(id)
        if (head.kind !== 'meeting') throw new AppError('NOT_FOUND', `“${head.title}” is not a meeting.`, { id })
        return programmeOf(open, head)
      }),
  }
}
