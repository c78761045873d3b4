/**
 * One suite for every transport: what a window may rely on, whatever carries its calls. `connect` gives a fresh
 * application without a workspace; hosts without the system's folder dialog start it at an empty temporary home.
 */
import { describe } from 'vitest'
import { describeBackups } from './app/backups.ts'
import { describeAttachments } from './app/attachments.ts'
import { describeBadInput } from './app/bad-input.ts'
import { describeAttendance } from './app/attendance.ts'
import { describeCalendar } from './app/calendar.ts'
import { describeCorrigenda } from './app/corrigenda.ts'
import type { Connect } from './app/connection.ts'
import { describeActions } from './app/actions.ts'
import { describeDecisions } from './app/decisions.ts'
import { describeDerived } from './app/derived.ts'
import { describeFolders } from './app/folders.ts'
import { describeFollowUp } from './app/follow-up.ts'
import { describeHandOver } from './app/hand-over.ts'
import { describeHistory } from './app/history.ts'
import { describeImport } from './app/import.ts'
import { describeJobs } from './app/jobs.ts'
import { describeMirror } from './app/mirror.ts'
import { describeLinks } from './app/links.ts'
import { describeLists } from './app/lists.ts'
import { describeMeetings } from './app/meetings.ts'
import { describeMinutes } from './app/minutes.ts'
import { describeParticipants } from './app/participants.ts'
import { describeRandomPayloads } from './app/random-payloads.ts'
import { describeRecords } from './app/records.ts'
import { describeRename } from './app/rename.ts'
import { describeRestore } from './app/restore.ts'
import { describeSearch } from './app/search.ts'
import { describeSessions } from './app/sessions.ts'
import { describeToday } from './app/today.ts'
import { describeTrash } from './app/trash.ts'
import { describeUndo } from './app/undo.ts'

export type { Connect, Connection, Window } from './app/connection.ts'

export function describeAppContract(name: string, connect: Connect): void {
  describe(name, () => {
    describeSessions(connect)
    describeFolders(connect)
    describeRecords(connect)
    describeRename(connect)
    describeTrash(connect)
    describeUndo(connect)
    describeMeetings(connect)
    describeCorrigenda(connect)
    describeMinutes(connect)
    describeHistory(connect)
    describeLists(connect)
    describeLinks(connect)
    describeDerived(connect)
    describeToday(connect)
    describeParticipants(connect)
    describeActions(connect)
    describeDecisions(connect)
    describeFollowUp(connect)
    describeSearch(connect)
    describeJobs(connect)
    describeHandOver(connect)
    describeMirror(connect)
    describeImport(connect)
    describeBackups(connect)
    describeRestore(connect)
    describeAttachments(connect)
    describeCalendar(connect)
    describeAttendance(connect)
    describeBadInput(connect)
    describeRandomPayloads(connect)
  })
}
