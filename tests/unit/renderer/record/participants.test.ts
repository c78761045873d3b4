import { describe, expect, test } from 'vitest'
import type { Post } from '../../../../src/shared/model/contact.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'
import { countAttendance } from '../../../../src/renderer/features/record/meeting/participants/attendance.ts'
import { earlierRows } from '../../../../src/shared/meetings/named-twice.ts'
import { emptyParticipant } from '../../../../src/renderer/features/record/meeting/participants/participant-list.ts'
import { filledFromContact, postHeldOn } from '../../../../src/shared/meetings/post-held.ts'

const post = (title: string, change: Partial<Post> = {}): Post => ({
  title,
  organisation: '',
  country: '',
  from: '',
  to: '',
  former: false,
  ...change,
})
const named = (person: string, change: Partial<Participant> = {}): Participant => ({ ...emptyParticipant, person, ...change })
const nobody = { country: '', organisation: '' }

describe('the post held on a day', () => {
  const commissioner = post('Chief Commissioner', { from: '2019', to: '2026-02' })
  const ambassador = post('Ambassador', { from: '2026-03' })
  const career = [ambassador, commissioner]

  test('is the one whose time it falls in', () => {
    expect(postHeldOn(career, '2023-05-17')).toBe(commissioner)
    expect(postHeldOn(career, '2027-01-01')).toBe(ambassador)
    expect(postHeldOn(career, '2018-12-31')).toBeUndefined()
  })

  test('takes in the whole of a month or year that is its limit', () => {
    expect(postHeldOn(career, '2026-02-28')).toBe(commissioner)
    expect(postHeldOn(career, '2026-03-01')).toBe(ambassador)
    expect(postHeldOn(career, '2019-01-01')).toBe(commissioner)
  })

  test('may have been held when the day is known only in part', () => {
    expect(postHeldOn([post('Rector', { from: '2023-05-10' })], '2023')?.title).toBe('Rector')
    expect(postHeldOn([post('Rector', { to: '2022-05-10' })], '2023')).toBeUndefined()
  })

  test('is not one that is over at a time nobody knows', () => {
    expect(postHeldOn([post('Rector', { former: true })], '2023-05-17')).toBeUndefined()
    expect(postHeldOn([post('Rector', { former: true, to: '2024' })], '2023-05-17')?.title).toBe('Rector')
  })

  test('is of several the one that began last, else the first', () => {
    expect(postHeldOn([post('Member', { from: '2019' }), post('Chair', { from: '2021' })], '2023-05-17')?.title).toBe('Chair')
    expect(postHeldOn([post('Dean'), post('Member')], '2023-05-17')?.title).toBe('Dean')
  })
})

describe('a participant who is a contact', () => {
  const contact = {
    posts: [post('Chief Commissioner', { organisation: 'Commission for the Prevention of Corruption', country: 'SVN' })],
    represents: nobody,
  }

  test('gets title, country and organisation of the post', () => {
    expect(filledFromContact(named('Robert Schumi'), contact, '2023-05-17')).toEqual(
      named('Robert Schumi', {
        title: 'Chief Commissioner',
        represents: { country: 'SVN', organisation: 'Commission for the Prevention of Corruption' },
      }),
    )
  })

  test('represents what the contact says before what the post says', () => {
    const delegate = { ...contact, represents: { country: 'SVN', organisation: 'Delegation of Slovenia' } }
    expect(filledFromContact(named('Robert Schumi'), delegate, '2023-05-17').represents.organisation).toBe('Delegation of Slovenia')
  })

  test('keeps what is there', () => {
    const printed = named('Robert Schumi', { title: 'Head of delegation', represents: { country: 'KAZ', organisation: '' } })
    const filled = filledFromContact(printed, contact, '2023-05-17')
    expect(filled.title).toBe('Head of delegation')
    expect(filled.represents).toEqual({ country: 'KAZ', organisation: 'Commission for the Prevention of Corruption' })
  })
})

describe('a person named twice', () => {
  const rows = [named('Rex Facer', { presence: 'present' }), named(''), named('rex  facer', { presence: 'present' }), named('')]

  test('is found by the name, rows without a name are not', () => {
    expect(earlierRows(rows, ({ person }) => person)).toEqual([-1, -1, 0, -1])
  })

  test('is counted once', () => {
    expect(countAttendance([...rows, named('Anna Novak', { presence: 'absent' })])).toMatchObject({ total: 2, present: 1, absent: 1 })
  })
})
