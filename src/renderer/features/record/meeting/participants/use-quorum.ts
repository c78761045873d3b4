/** The body that meets, and whether it is competent to decide. */
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { quorumOf, type Quorum } from '../../../../../shared/meetings/quorum.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { ContactRecord } from '../../../../../shared/model/record.ts'
import { useQuery } from '../../../../api/use-query.ts'
import { localDay } from '../../../../i18n/dates.ts'
import { useField } from '../../properties/use-field.ts'

/** The record of the body, when the meeting names one that is there. */
export function useMeetingBody(): ContactRecord | null {
  const { value: name } = useField('meeting', 'meetingBody')
  const onContacts = { dependsOn: 'records', kinds: ['contact'], keepPrevious: false } as const
  const { data: targets } = useQuery('links.resolve', name === '' ? null : { names: [name] }, onContacts)
  const target = targets?.[0]
  const { data: record } = useQuery('records.get', target?.kind === 'contact' ? { id: target.id } : null, onContacts)
  return record?.kind === 'contact' && record.contactType === 'body' && record.id === target?.id ? record : null
}

/** As many names as one question takes. */
const MOST_NAMES = 5_000

/** The day of the meeting, a partial date; today while it has none. */
export const useMeetingDay = (): string => useField('meeting', 'start').value || localDay()

/** Null where the rules of the body have no quorum. */
export function useQuorum(body: ContactRecord | null, participants: readonly Participant[]): Quorum | null {
  const day = useMeetingDay()
  const asks = body !== null && body.rules.quorum !== ''
  const members = asks ? body.composition.map(({ member }) => member) : []
  // what is named by another name of its record is that record
  const named = participants.flatMap(({ person, represents, replacedBy }) => [person, represents.organisation, replacedBy])
  const names = members.some(Boolean) ? [...new Set([...members, ...named])].filter(Boolean).slice(0, MOST_NAMES) : []
  const { data: targets } = useQuery('links.resolve', names.length > 0 ? { names } : null, {
    dependsOn: 'records',
    kinds: ['contact'],
    keepPrevious: false,
  })
  if (!asks) return null
  const ids = new Map(names.map((name, at) => [name, targets?.[at]?.id]))
  return quorumOf(body, participants, day, (name) => ids.get(name) ?? linkKey(name))
}
