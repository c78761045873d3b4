import { describe, expect, test } from 'vitest'
import { columns, emptied, marksPresence } from '../../../../src/renderer/features/record/meeting/participants/columns.ts'
import { gridItems, itemBeyond } from '../../../../src/renderer/features/record/meeting/participants/grid-items.ts'
import { gridKey } from '../../../../src/renderer/features/record/meeting/participants/grid-keys.ts'
import { emptyParticipant, joined, withPresence } from '../../../../src/renderer/features/record/meeting/participants/participant-list.ts'
import { rowsAsText } from '../../../../src/renderer/features/record/meeting/participants/rows-as-text.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'

const named = (person: string, change: Partial<Participant> = {}): Participant => ({ ...emptyParticipant, person, ...change })
const pressed = (code: string, key: string, held: object = {}, writes = false) =>
  gridKey({ code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, writes)

describe('a key in the table of participants', () => {
  test.each([
    ['KeyP', 'p', 'present'],
    // the same key on a Russian and on a Kazakh layout
    ['KeyP', 'з', 'present'],
    ['KeyR', 'к', 'remote'],
    ['KeyA', 'ф', 'apologies'],
    ['KeyX', 'ч', 'absent'],
    ['KeyS', 'ы', 'replaced'],
    ['KeyU', 'г', ''],
  ])('%s that types “%s” sets the presence “%s”', (code, key, presence) => {
    expect(pressed(code, key)).toEqual({ type: 'presence', presence })
  })

  test('with Ctrl is another command, or none of the table', () => {
    expect(pressed('KeyA', 'a', { ctrlKey: true })).toEqual({ type: 'all' })
    expect(pressed('KeyZ', 'я', { metaKey: true })).toEqual({ type: 'undo' })
    expect(pressed('KeyP', 'p', { ctrlKey: true })).toBeUndefined()
    expect(pressed('KeyV', 'v', { ctrlKey: true })).toBeUndefined()
    expect(pressed('KeyQ', 'q')).toBeUndefined()
  })

  test.each([
    ['KeyS', 'S'],
    ['KeyN', 'n'],
    ['KeyA', 'ф'],
    ['Digit1', '1'],
  ])('%s that types “%s” is written where letters are no marks', (code, key) => {
    expect(pressed(code, key, { shiftKey: key === 'S' }, true)).toEqual({ type: 'write' })
  })

  test('where letters are written, keys that type nothing mean what they mean elsewhere', () => {
    expect(pressed('Space', ' ', {}, true)).toEqual({ type: 'choose' })
    expect(pressed('Insert', 'Insert', {}, true)).toEqual({ type: 'add' })
    expect(pressed('Delete', 'Delete', {}, true)).toEqual({ type: 'remove' })
    expect(pressed('KeyV', 'v', { ctrlKey: true }, true)).toBeUndefined()
    expect(pressed('F9', 'F9', {}, true)).toBeUndefined()
  })

  test('goes from row to row, chooses with Shift, and moves a row with Alt', () => {
    expect(pressed('ArrowDown', 'ArrowDown', { shiftKey: true })).toEqual({ type: 'row', by: 'row', direction: 1, extend: true })
    expect(pressed('ArrowUp', 'ArrowUp', { altKey: true })).toEqual({ type: 'place', direction: -1 })
    expect(pressed('Home', 'Home')).toEqual({ type: 'column', by: 'end', direction: -1 })
    expect(pressed('End', 'End', { ctrlKey: true })).toEqual({ type: 'row', by: 'end', direction: 1, extend: false })
    expect(pressed('Tab', 'Tab', { shiftKey: true })).toEqual({ type: 'cell', direction: -1 })
  })
})

describe('the rows of the table', () => {
  const rows = [
    named('A', { represents: { country: 'SVN', organisation: '' } }),
    named('B', { represents: { country: 'AZE', organisation: '' } }),
    named('C'),
  ]

  test('stand as they were entered, or by delegation under headings that the keys pass by', () => {
    expect(gridItems(rows, null)).toEqual([0, 1, 2].map((row) => ({ type: 'row', row })))
    const items = gridItems(rows, { language: 'en', nameOf: (code) => code })
    expect(items.map((item) => (item.type === 'row' ? item.row : item.delegation.country))).toEqual(['AZE', 1, 'SVN', 0, '', 2])
    expect(itemBeyond(items, 0, 0)).toBe(1)
    expect(itemBeyond(items, 1, 1)).toBe(3)
    expect(itemBeyond(items, 3, -1)).toBe(1)
    expect(itemBeyond(items, 1, -1)).toBe(1)
    expect(itemBeyond(items, 1, Infinity)).toBe(5)
    expect(itemBeyond([], 0, 1)).toBeUndefined()
  })
})

describe('rows that join the list', () => {
  test('fill in who is there already, and never change what stands', () => {
    const there = [named('Rex Facer', { title: 'Professor' }), named('')]
    const more = [
      named('rex  facer', { title: 'Dean', presence: 'remote' }),
      named('Victor Guzun'),
      named('Victor Guzun', { status: 'guest' }),
    ]
    expect(joined(there, more)).toEqual({
      rows: [named('Rex Facer', { title: 'Professor', presence: 'remote' }), named('Victor Guzun', { status: 'guest' })],
      added: 1,
      filled: 1,
    })
  })

  test('make nobody who speaks for an organisation the delegate of a country', () => {
    const there = [named('Pan Suk Kim', { represents: { country: '', organisation: 'ASPA' } }), named('Rex Facer')]
    const more = there.map(({ person }) => named(person, { represents: { country: 'KOR', organisation: '' } }))
    expect(joined(there, more).rows.map(({ represents }) => represents)).toEqual([
      { country: '', organisation: 'ASPA' },
      { country: 'KOR', organisation: '' },
    ])
  })

  test('are all kept when they name nobody: seats of countries', () => {
    const seats = ['KAZ', 'KOR'].map((country) => named('', { represents: { country, organisation: '' } }))
    expect(joined([], seats).rows).toEqual(seats)
  })
})

describe('a cell', () => {
  const row = named('Rex Facer', {
    title: 'Dean',
    represents: { country: 'USA', organisation: 'ASPA' },
    presence: 'replaced',
    replacedBy: 'Anna Novak',
  })
  test('is emptied by itself', () => {
    expect(emptied('person', row)).toEqual({ person: '' })
    expect(emptied('country', row)).toEqual({ represents: { country: '', organisation: 'ASPA' } })
    expect(emptied('presence', row)).toEqual({ presence: '', replacedBy: '' })
  })
  test('takes letters as marks in the columns of person and presence only', () => {
    expect(columns.filter((_, at) => marksPresence(at))).toEqual(['person', 'presence'])
  })
})

test('who is there again has no replacement any more', () => {
  const row = named('Rex Facer', { presence: 'replaced', replacedBy: 'Anna Novak' })
  expect(withPresence(row, 'replaced').replacedBy).toBe('Anna Novak')
  expect(withPresence(row, 'present')).toEqual(named('Rex Facer', { presence: 'present' }))
})

test('rows are copied as a spreadsheet takes them', () => {
  const row = named('Rex\tFacer', { title: 'Dean', represents: { country: 'USA', organisation: '' }, presence: 'remote' })
  expect(rowsAsText([row])).toBe('Name\tTitle\tCountry\tOrganisation\tFunction\tStatus\tPresence\nRex Facer\tDean\tUSA\t\t\t\tremote')
})
