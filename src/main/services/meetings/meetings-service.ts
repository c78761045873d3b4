/** The life of minutes past their text: adoption looked at, corrigenda prepared and issued. */
import type { meetingMethods } from '../../../shared/contract/meetings.ts'
import { recordedHash } from '../../../shared/meetings/recorded-hash.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { compareRecords } from '../history/compare-records.ts'
import { changeRecord } from '../records/change-record.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { written, type OpenWorkspace } from '../workspace/open-workspace.ts'
import { standingOf } from './adopted-hash.ts'
import { adoptedVersions } from './adopted-versions.ts'
import { mattersArising } from './matters-arising.ts'
import { nextSymbol } from './next-symbol.ts'
import { asMeeting, corrected, correctMeeting } from './correct-meeting.ts'
import { withRecordedSettled } from './settle-recorded.ts'

/** @throws AppError NOT_FOUND, INVALID_INPUT */
async function readMeeting({ workspace }: OpenWorkspace, id: string): Promise<MeetingRecord> {
  const record = await workspace.read(id)
  if (!record) throw notFound(id)
  return asMeeting(record)
}

/** Handles `meetings.*` of texts, adopted ones above all. */
export function meetingsService({ session, author, today }: ServiceContext): Service<typeof meetingMethods> {
  return {
    /** The fingerprint that was recorded last, held against the text as it stands. */
    'meetings.standing': ({ id }) =>
      session.use(async (open) => {
        const meeting = await readMeeting(open, id)
        return { sha256: recordedHash(meeting), standing: standingOf(meeting) }
      }),

    'meetings.nextSymbol': (input) => session.use((open) => Promise.resolve({ symbol: nextSymbol(open.index, input, today()) })),

    'meetings.mattersArising': ({ id }) => session.use(async (open) => mattersArising(open, await readMeeting(open, id))),

    'meetings.adoptedVersions': ({ id }) => session.use(async (open) => adoptedVersions(open, await readMeeting(open, id))),

    'meetings.compareCorrection': ({ id, ...correction }) =>
      session.use(async (open) => {
        const meeting = await readMeeting(open, id)
        const { fields, added, removed, coarse } = await compareRecords(meeting, corrected(meeting, correction), false)
        return { fields: [...fields], added, removed, coarse }
      }),

    /** A version of its own, which the window can undo. */
    'meetings.correct': (input, { client }) =>
      session.use(async (open) => {
        const correct = (transaction: Transaction) => correctMeeting(transaction, input, { index: open.index, today: today() })
        // as a rename it has to know every link
        const { commit } = await (input.title === undefined
          ? open.change(author(), client, correct, { kind: 'command' })
          : open.changeAlone(author(), client, correct, { kind: 'command' }))
        return { record: await readMeeting(open, input.id), commit: written(commit) }
      }),

    /** A command of its own that can be undone. */
    'meetings.settleRecorded': (input, { client }) =>
      session.use(async (open) => {
        const settle = (transaction: Transaction) => changeRecord(transaction, input.id, (record) => withRecordedSettled(record, input))
        const { commit } = await open.change(author(), client, settle, { kind: 'command' })
        return { commit: written(commit) }
      }),
  }
}
