import { describe, expect, test } from 'vitest'
import { reminderLanguage, reminderText } from '../../../../../src/main/services/actions/reminder.ts'
import { dateInWords } from '../../../../../src/main/services/actions/reminder-words.ts'
import type { ActionRow } from '../../../../../src/shared/contract/actions.ts'

const action = (more: Partial<ActionRow>): ActionRow => ({
  recordId: '01900000-0000-7000-8000-000000000001',
  recordKind: 'meeting',
  recordTitle: 'Eighth session',
  recordDate: '2023-05-16',
  adopted: false,
  line: 0,
  text: 'Send the study',
  responsible: ['Rex Facer'],
  unknown: [],
  due: '',
  done: '',
  state: 'open',
  remarks: [],
  ...more,
})
const asked = { name: 'Rex Facer', language: 'en', format: 'text', today: '2023-07-01', classification: 'internal', withheld: 0 } as const

describe('the language of a reminder', () => {
  test.each([
    [['kk', 'ru', 'en'], 'kk'],
    [['fr', 'ru-KZ'], 'ru'],
    [['EN-gb'], 'en'],
    [['fr', 'rue'], 'en'],
    [[], 'en'],
  ] as const)('of somebody who has %j is %s', (languages, language) => {
    expect(reminderLanguage(languages)).toBe(language)
  })
})

describe('a date in a reminder', () => {
  test.each([
    ['2023-06-30', '30 June 2023', '30 июня 2023 г.', '2023 жылғы 30 маусым'],
    ['2023-01-01', '1 January 2023', '1 января 2023 г.', '2023 жылғы 1 қаңтар'],
    ['2023-12', 'December 2023', 'декабрь 2023 г.', '2023 жылғы желтоқсан'],
    ['2023', '2023', '2023 г.', '2023 жыл'],
    ['', '', '', ''],
  ])('%s', (date, en, ru, kk) => {
    expect([dateInWords(date, 'en'), dateInWords(date, 'ru'), dateInWords(date, 'kk')]).toEqual([en, ru, kk])
  })
})

describe('a reminder', () => {
  test('gives each action with its deadline, its meeting and the last remark', () => {
    const remarks = [
      { on: '2023-06-01', text: 'Begun' },
      { on: '2023-06-12', text: 'Sent to [[Li Wei|30 members]]' },
    ]
    const { subject, text } = reminderText(
      [action({ due: '2023-06-30', remarks }), action({ text: 'Ask [[Anna Lee]]', recordDate: '' })],
      asked,
    )
    expect(subject).toBe('Rex Facer: open actions on 1 July 2023')
    expect(text).toBe(
      [
        'Rex Facer: open actions on 1 July 2023',
        '',
        'Classification: internal.',
        '',
        '1. Send the study',
        '   Deadline: 30 June 2023 (overdue)',
        '   From: Eighth session, 16 May 2023',
        '   Latest: 12 June 2023, Sent to 30 members',
        '',
        '2. Ask Anna Lee',
        '   No deadline',
        '   From: Eighth session',
        '',
        'Please let us know how these stand.',
        '',
      ].join('\n'),
    )
  })

  test('calls a month overdue when its last day has passed', () => {
    const text = (today: string) => reminderText([action({ due: '2023-06' })], { ...asked, today }).text
    expect(text('2023-06-30')).toContain('Deadline: June 2023\n')
    expect(text('2023-07-01')).toContain('Deadline: June 2023 (overdue)\n')
  })

  test('as markdown shows nothing as markup that was none', () => {
    const { text } = reminderText([action({ text: 'Read a * b and <i>', recordTitle: 'Session [1] #2' })], { ...asked, format: 'markdown' })
    expect(text).toContain('# Rex Facer: open actions on 1 July 2023\n\nClassification: internal.\n\n1. Read a \\* b and')
    expect(text).toContain('   - From: Session \\[1\\] \\#2, 16 May 2023\n')
  })

  test('says so when nothing is open', () => {
    expect(reminderText([], { ...asked, language: 'ru' }).text).toBe(
      'Rex Facer: открытые поручения на 1 июля 2023 г.\n\nУровень доступа: для внутреннего пользования.\n\nОткрытых поручений нет.\n',
    )
  })
})
