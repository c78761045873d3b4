import type { FocalPoint } from '../../../../shared/model/country.ts'
import { openRecords } from '../../../store/records.ts'
import { shownRecord } from '../../../store/records/open-record.ts'

export const emptyFocalPoint: FocalPoint = { person: '', topic: '', designatedBy: '', designatedOn: '', alternate: '', until: '' }

/** Adds a focal point from elsewhere on the page and puts the cursor into it. `label` names the list among the properties. */
export function addFocalPoint(id: string, label: string): void {
  const entry = openRecords.store.getState()[id]
  const record = entry && shownRecord(entry)
  if (record?.kind !== 'country') return
  openRecords.edit(id, { focalPoints: [...record.focalPoints, emptyFocalPoint] })
  requestAnimationFrame(() => {
    const list = document.querySelector(`[role="group"][aria-label="${CSS.escape(label)}"]`)
    const field = list?.querySelector<HTMLElement>('li:last-child input')
    field?.focus()
  })
}
