/** The meeting that an event of a file is already: one that the file was written of, or one that was once made of the event. */
import type { CalendarDraft } from '../../../shared/contract/calendar.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { rowsToLookAt } from './rows-to-look-at.ts'

export async function meetingOfEvent(open: OpenWorkspace, uid: string): Promise<CalendarDraft['same']> {
  const { index, workspace } = open
  const own = index.head(uid)
  if (own?.kind === 'meeting') return { id: own.id, title: own.title }
  if (uid === '') return null
  const next = pacing()
  for (const { id } of index.headsOf(await rowsToLookAt(open, 'meeting', [uid]))) {
    await next()
    const record = await unlessDamaged(workspace.read(id))
    if (record !== 'damaged' && record?.kind === 'meeting' && !record.trashed && record.calendarUid === uid)
      return { id, title: record.title }
  }
  return null
}
