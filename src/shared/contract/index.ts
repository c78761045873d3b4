/** The one contract between the renderer and the data, composed of its features. */
import { actionEvents, actionMethods } from './actions.ts'
import { appEvents, appMethods } from './app.ts'
import { attendanceMethods } from './attendance.ts'
import { backupEvents, backupMethods } from './backups.ts'
import { attachmentMethods } from './attachments.ts'
import { calendarMethods } from './calendar.ts'
import { decisionMethods } from './decisions.ts'
import type { Handlers, InputOf, OutputOf, PayloadOf } from './define.ts'
import { exportMethods } from './export.ts'
import { handOverMethods } from './hand-over.ts'
import { historyMethods } from './history.ts'
import { importEvents, importMethods } from './import.ts'
import { jobEvents, jobMethods } from './jobs.ts'
import { listMethods } from './lists.ts'
import { meetingMethods } from './meetings.ts'
import { mirrorEvents, mirrorMethods } from './mirror.ts'
import { participantMethods } from './participants.ts'
import { recordEvents, recordMethods } from './records.ts'
import { restoreMethods } from './restore.ts'
import { searchEvents, searchMethods } from './search.ts'
import { todayMethods } from './today.ts'

export const methods = {
  ...appMethods,
  ...recordMethods,
  ...listMethods,
  ...actionMethods,
  ...decisionMethods,
  ...searchMethods,
  ...historyMethods,
  ...jobMethods,
  ...exportMethods,
  ...handOverMethods,
  ...importMethods,
  ...mirrorMethods,
  ...attachmentMethods,
  ...backupMethods,
  ...restoreMethods,
  ...participantMethods,
  ...meetingMethods,
  ...calendarMethods,
  ...attendanceMethods,
  ...todayMethods,
} as const
export const events = {
  ...appEvents,
  ...recordEvents,
  ...actionEvents,
  ...searchEvents,
  ...jobEvents,
  ...importEvents,
  ...backupEvents,
  ...mirrorEvents,
} as const

export type MethodName = keyof typeof methods
export type EventName = keyof typeof events
export type Input<K extends MethodName> = InputOf<typeof methods, K>
export type Output<K extends MethodName> = OutputOf<typeof methods, K>
export type Payload<K extends EventName> = PayloadOf<typeof events, K>
export type AppHandlers = Handlers<typeof methods>
/** Sends an event to every window, or to one. */
export type Emit = <K extends EventName>(name: K, payload: Payload<K>, client?: string) => void
