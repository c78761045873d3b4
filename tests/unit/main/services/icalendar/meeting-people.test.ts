import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactAddresses, peopleOfMeeting } from '../../../../../src/main/services/icalendar/meeting-people.ts'
import { RecordIndex } from '../../../../../src/main/services/record-index.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import type { MeetingRecord } from '../../../../../src/shared/model/record.ts'
import { anna, newRecord } from '../../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../../support/workspace-disk.ts'

let disk: Disk
let workspace: Workspace

beforeEach(async () => {
  disk = await memoryDisk()
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
})
afterEach(async () => {
  await workspace.close()
  await disk.remove()
})

const row = (person: string) =>
  ({ person, function: '', status: '', represents: { country: '', organisation: '' }, title: '', presence: '', replacedBy: '' }) as const
const email = (value: string) => ({ label: 'work', value })

test('each contact is read once for all meetings, one without an address too, and each meeting has its own level', async () => {
  const meeting = (number: number, classification: 'public' | 'confidential') =>
    newRecord(number, {
      kind: 'meeting',
      title: `Session ${number}`,
      start: '2023-05-17',
      classification,
      secretary: 'Anna Lee',
      participants: [row('Rex Facer'), row('R. Facer'), row('No Address'), row('Nobody Known')],
    }) as MeetingRecord
  await workspace.transact(anna, async (transaction) => {
    transaction.put(newRecord(1, { kind: 'contact', title: 'Anna Lee', classification: 'public', emails: [email('anna@hub.org')] }), 0)
    transaction.put(
      newRecord(2, {
        kind: 'contact',
        title: 'Rex Facer',
        aliases: ['R. Facer'],
        classification: 'confidential',
        emails: [email('rex@byu.edu')],
      }),
      0,
    )
    transaction.put(newRecord(3, { kind: 'contact', title: 'No Address' }), 0)
  })
  const index = await RecordIndex.of(workspace)
  const read: string[] = []
  const counting = Object.assign(Object.create(workspace) as Workspace, {
    read: (id: string) => {
      read.push(index.head(id)?.title ?? '')
      return workspace.read(id)
    },
  })
  const addressFor = contactAddresses({ workspace: counting })
  const open = await peopleOfMeeting({ index }, meeting(4, 'public'), addressFor)
  const closed = await peopleOfMeeting({ index }, meeting(5, 'confidential'), addressFor)
  expect(open).toMatchObject({ organiser: { email: 'anna@hub.org' }, attendees: [], withheld: 1 })
  expect(closed).toMatchObject({ attendees: [{ name: 'Rex Facer', email: 'rex@byu.edu' }], withheld: 0 })
  expect(read).toEqual(['Anna Lee', 'Rex Facer', 'No Address'])
})
