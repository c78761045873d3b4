import { useEffect, useRef } from 'react'
import { filledFromContact } from '../../../../../shared/meetings/post-held.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { client } from '../../../../api/client.ts'
import type { FieldHandle } from '../../properties/use-field.ts'

/** Puts a person into a row, and what the contact's entry says of them on the day of the meeting into its empty cells. */
export function useChoosePerson(field: FieldHandle<Participant[]>, day: string) {
  const latest = useRef({ field, day })
  useEffect(() => {
    latest.current = { field, day }
  })
  return (row: number, person: string, contact: string | undefined): void => {
    const rows = latest.current.field.current()
    const now = rows[row]
    if (!now) return
    latest.current.field.set(rows.with(row, { ...now, person }))
    if (contact === undefined) return
    const fill = async () => {
      try {
        const known = await client.call('records.get', { id: contact })
        const current = latest.current.field.current()
        const at = current[row]?.person === person ? row : current.findIndex((other) => other.person === person)
        const participant = current[at]
        if (participant && known.kind === 'contact') {
          latest.current.field.set(current.with(at, filledFromContact(participant, known, latest.current.day)))
        }
      } catch (error) {
        // the cells stay empty and can be written in
        console.warn('A participant could not be filled in from the contacts.', error)
      }
    }
    void fill()
  }
}
