import { useEffect, useRef } from 'react'
import { filledFromContact } from '../../../../../shared/meetings/post-held.ts'
import { client } from '../../../../api/client.ts'
import type { Grid } from './use-grid.ts'

/** Puts a person into a row, and what the contact's entry says of them on the day of the meeting into its empty cells. */
export function useChoosePerson(grid: Grid, day: string) {
  const latest = useRef({ grid, day })
  useEffect(() => {
    latest.current = { grid, day }
  })
  return (row: number, person: string, contact: string | undefined): void => {
    latest.current.grid.change(row, { person })
    if (contact === undefined) return
    const fill = async () => {
      try {
        const known = await client.call('records.get', { id: contact })
        if (known.kind !== 'contact') return
        latest.current.grid.change(row, (now) => (now.person === person ? filledFromContact(now, known, latest.current.day) : {}), true)
      } catch (error) {
        // the cells stay empty and can be written in
        console.warn('A participant could not be filled in from the contacts.', error)
      }
    }
    void fill()
  }
}
