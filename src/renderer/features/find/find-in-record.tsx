import { useEffect } from 'react'
import { useCommand } from '../../parts/commands/commands.ts'
import { openFind, stepFind, useFind } from '../../parts/find/find.ts'
import { openedHit } from '../../parts/search/opened-hit.ts'
import { FindBar } from './find-bar.tsx'
import { showOpenedHit } from './show-opened-hit.ts'

/** Finding in the text of a record: its bar while it is open, and the keys that walk. The feature's one face; see use-find-command.ts. */
export function FindInRecord({ id }: { readonly id: string }) {
  const open = useFind((find) => find.id === id)
  const step = (by: 1 | -1) => (open ? stepFind(id, by) : openFind(id))
  useCommand('record.findNext', () => step(1))
  useCommand('record.findPrevious', () => step(-1))
  useEffect(() => {
    const show = () => showOpenedHit(id)
    show()
    return openedHit.subscribe(show)
  }, [id])
  return open ? <FindBar id={id} /> : null
}
