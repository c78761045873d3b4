/** The pure rules of the services. */
import { describe, expect, test } from 'vitest'
import { addDays, isBefore, localDay, touches } from '../../../../src/main/services/calendar.ts'
import { placeParts } from '../../../../src/main/services/lists/conference-parts.ts'
import { MutationGate } from '../../../../src/main/services/mutation-gate.ts'
import { meetingAttendance } from '../../../../src/main/services/derived/attendance.ts'
import { dateNumber, dateText, firstDay, lastDay } from '../../../../src/main/services/derived/date-number.ts'
import { jsonEqual } from '../../../../src/shared/json-equal.ts'
import { cleanAliases, suggestTitle } from '../../../../src/main/services/records/record-names.ts'
import { applyPatch, refuseAdopted } from '../../../../src/main/services/records/record-patch.ts'
import { relinked, retitled } from '../../../../src/main/services/records/rename-record.ts'
import { remediesFor } from '../../../../src/main/services/workspace/problem-remedies.ts'
import { partialDateSpan } from '../../../../src/shared/model/partial-date.ts'
import { titleProblem } from '../../../../src/shared/model/common.ts'
import type { RecordInput, RecordOf } from '../../../../src/shared/model/record.ts'
import { newNote, newRecord } from '../../../support/new-record.ts'

describe('days', () => {
  test('are counted over months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2023-01-01', -1)).toBe('2022-12-31')
    expect(localDay(new Date(2023, 0, 5, 23, 59).getTime())).toBe('2023-01-05')
  })

  test('a partial date is over when all of it is over', () => {
    expect(isBefore('2023', '2023-12-31')).toBe(false)
    expect(isBefore('2023', '2024-01-01')).toBe(true)
    expect(isBefore('2023-02', '2023-02-28')).toBe(false)
    expect(isBefore('2023-02-27', '2023-02-28')).toBe(true)
    expect(isBefore('', '2023-02-28')).toBe(false)
    expect(touches('2023-05', '2023-05-31', '2023-06-02')).toBe(true)
    expect(touches('', '2023-05-31', '2023-06-02')).toBe(false)
  })
})

describe('names', () => {
  test('aliases lose what is said already', () => {
    expect(cleanAliases('Türkiye', [' Turkey ', 'TURKEY', 'tu\u0308rkiye', 'Turkiye'])).toEqual(['Turkey', 'Turkiye'])
  })

  test('a suggestion is free, fits and can be linked to', () => {
    const taken = new Set(['Li Wei (UNDP)', 'Li Wei (2)'])
    expect(suggestTitle({ title: 'Li Wei', marks: ['', 'UNDP'] }, (name) => taken.has(name))).toBe('Li Wei (3)')
    expect(suggestTitle({ title: 'Li Wei', marks: ['[A|B]#1^'] }, () => false)).toBe('Li Wei (A B 1)')
    const long = suggestTitle({ title: 'x'.repeat(500), marks: ['y'.repeat(300)] }, () => false)
    expect(titleProblem(long)).toBeUndefined()
  })

  test('renaming keeps the old title once, and takes the new one out of the aliases', () => {
    const note = newRecord(1, { kind: 'note', title: 'Old', aliases: ['New', 'Other'] })
    expect(retitled(note, 'new')).toMatchObject({ title: 'new', aliases: ['Other', 'Old'] })
    expect(retitled(note, 'OLD')).toMatchObject({ title: 'OLD', aliases: ['New', 'Other'] })
  })

  test('a full body keeps its links rather than overflow', () => {
    const body = `[[Old]]${'x'.repeat(5_000_000 - 7)}`
    expect(relinked(newNote(1, 'Note', body), 'old', 'Much longer').body).toBe(body)
    expect(relinked(newNote(1, 'Note', '[[Old]]'), 'old', 'Much longer').body).toBe('[[Much longer]]')
  })
})

describe('patches', () => {
  const meeting = (fields: Partial<Extract<RecordInput, { kind: 'meeting' }>>) =>
    newRecord(1, { kind: 'meeting', title: 'Committee', ...fields })

  test('name what they change, and only that', () => {
    const before = meeting({ tags: ['a'] })
    const { record, changed } = applyPatch(before, { tags: ['a'], place: 'Astana', adoption: { on: '', meeting: '', how: '' } })
    expect(changed).toEqual(['place'])
    expect(record).toEqual({ ...before, place: 'Astana' })
  })

  test('of adopted minutes may file and nothing else', () => {
    const adopted = meeting({ stage: 'adopted' })
    expect(() => refuseAdopted(adopted, ['tags', 'classification', 'distribution'])).not.toThrow()
    for (const field of ['body', 'participants', 'start', 'stage', 'extra', 'aliases', 'countries']) {
      expect(() => refuseAdopted(adopted, ['tags', field]), field).toThrow(/adopted/)
    }
    expect(() => refuseAdopted(meeting({ stage: 'circulated' }), ['body', 'stage'])).not.toThrow()
  })

  test('are compared as JSON', () => {
    expect(jsonEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
    expect(jsonEqual({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    for (const [a, b] of [
      [[], {}],
      [{ a: 1 }, { a: 1, b: 2 }],
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: null }, { b: null }],
      [null, {}],
      ['1', 1],
    ]) {
      expect(jsonEqual(a, b)).toBe(false)
      expect(jsonEqual(b, a)).toBe(false)
    }
  })
})

describe('conferences', () => {
  interface Shown {
    readonly part: number
    readonly of?: number
    readonly start?: string
  }
  const placed = (meetings: readonly Shown[]) => {
    const find = (row: number) => meetings.find(({ part }) => part === row)
    const { rows, depths } = placeParts(
      Uint32Array.from(meetings, ({ part }) => part),
      {
        wholeOf: (row) => find(row)?.of,
        startOf: (row) => find(row)?.start ?? '',
      },
    )
    return [...rows].map((row, at) => `${depths?.[at] ?? 0} M${row}`)
  }

  test('parts of parts stand beneath the whole', () => {
    expect(placed([{ part: 3, of: 2, start: '2023-01-02' }, { part: 1 }, { part: 2, of: 1, start: '2023-01-01' }])).toEqual([
      '0 M1',
      '1 M2',
      '1 M3',
    ])
  })

  test('parts whose conference is not shown, and meetings in a circle, stay where they are', () => {
    expect(placed([{ part: 1, of: 9 }, { part: 2 }])).toEqual(['0 M1', '0 M2'])
    expect(
      placed([
        { part: 1, of: 2 },
        { part: 2, of: 1 },
        { part: 3, of: 3 },
      ]),
    ).toEqual(['0 M1', '0 M2', '0 M3'])
  })
})

describe('attendance', () => {
  const row = (person: string, presence: 'present' | 'absent' | 'replaced', replacedBy = '') =>
    ({ person, function: '', status: '', represents: { country: 'KAZ', organisation: '' }, title: '', presence, replacedBy }) as const

  test('counts who came, who chaired, and who came instead', () => {
    const input = {
      kind: 'meeting' as const,
      title: 'M',
      stage: 'draft',
      chair: 'Chair',
      secretary: 'Away',
      countries: ['KOR'],
      participants: [row('Here', 'present'), row('Away', 'absent'), row('Replaced', 'replaced', 'Instead')],
    } satisfies RecordInput
    const meeting = newRecord(1, input) as RecordOf<'meeting'>
    expect(meetingAttendance(meeting)).toEqual({ part: 'attended', keys: ['here', 'instead', 'chair'], countries: ['KAZ'] })
  })

  test('expects whom a planned meeting names, and has nothing to do with countries that it only concerns', () => {
    const participants = [{ ...row('Here', 'absent'), presence: '' as const }]
    const input = { kind: 'meeting' as const, title: 'M', countries: ['KOR'], meetingBody: 'SC', participants } satisfies RecordInput
    const meeting = newRecord(1, input) as RecordOf<'meeting'>
    expect(meetingAttendance(meeting)).toEqual({ part: 'expected', keys: ['here', 'sc'], countries: ['KAZ'] })
  })
})

describe('dates as numbers', () => {
  test('sort as their text does and come back as they were', () => {
    const dates = ['', '2019', '2019-02', '2019-02-01', '2019-02-13', '2019-03', '2020']
    expect(dates.toSorted((a, b) => dateNumber(a) - dateNumber(b))).toEqual(dates)
    expect(dates.map((date) => dateText(dateNumber(date)))).toEqual(dates)
  })

  test('cover the days that their text covers', () => {
    for (const date of ['2019', '2019-02', '2020-02', '2019-12', '2019-02-13']) {
      const { first, last } = partialDateSpan(date)
      expect(dateText(firstDay(dateNumber(date)))).toBe(first)
      for (const day of [first, last, addDays(last, 1), addDays(last, -1)])
        expect(lastDay(dateNumber(date)) < dateNumber(day), `${date} ${day}`).toBe(last < day)
    }
    expect([firstDay(0), lastDay(0)]).toEqual([0, 0])
  })
})

describe('remedies', () => {
  test('are offered where they help', () => {
    expect(
      remediesFor(
        { code: 'DAMAGED', details: { previous: { readable: true }, openReadOnly: true } },
        { canReveal: true, hasBackups: false },
      ),
    ).toEqual(['restorePrevious', 'openReadOnly', 'salvage', 'chooseAnother', 'reveal'])
    expect(
      remediesFor({ code: 'DAMAGED', details: { previous: null, openReadOnly: false } }, { canReveal: false, hasBackups: true }),
    ).toEqual(['salvage', 'restoreBackup', 'chooseAnother'])
    expect(remediesFor({ code: 'NEWER_FORMAT', details: { openReadOnly: true } }, { canReveal: false, hasBackups: true })).toEqual([
      'openReadOnly',
      'chooseAnother',
    ])
    // a defect in reading it: nothing says that it is sound
    expect(remediesFor({ code: 'INTERNAL', details: {} }, { canReveal: true, hasBackups: true })).toEqual([
      'retry',
      'openReadOnly',
      'salvage',
      'restoreBackup',
      'chooseAnother',
      'reveal',
    ])
    expect(remediesFor({ code: 'LOCKED', details: {} }, { canReveal: true, hasBackups: true })).toEqual(['retry', 'chooseAnother'])
  })
})

describe('commands', () => {
  test('that need to be alone wait for the others, and the others for them', async () => {
    const gate = new MutationGate()
    const order: string[] = []
    const pending: (() => void)[] = []
    const work = (name: string) => () => {
      order.push(`${name} begins`)
      return new Promise<void>((resolve) => {
        pending.push(() => {
          order.push(`${name} ends`)
          resolve()
        })
      })
    }
    const runs = [gate.shared(work('a')), gate.shared(work('b')), gate.alone(work('rename')), gate.shared(work('c'))]
    // both that may run together have begun before the first is let go; then whatever has begun may end
    for (let round = 0; round < 100; round += 1) {
      await Promise.resolve()
      if (order.length > 1) pending.shift()?.()
    }
    await Promise.all(runs)
    expect(order).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'rename begins', 'rename ends', 'c begins', 'c ends'])
  })

  test('that fail let the next one run', async () => {
    const gate = new MutationGate()
    await expect(gate.alone(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    await expect(gate.shared(() => Promise.reject(new Error('failed too')))).rejects.toThrow('failed too')
    expect(await gate.alone(() => Promise.resolve('runs'))).toBe('runs')
  })
})
