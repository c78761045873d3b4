import { describe, expect, test } from 'vitest'
import { reminderText, type ToldAction } from '../../../../../src/main/services/actions/reminder.ts'

const action = (more: Partial<ToldAction>): ToldAction => ({
  recordTitle: 'Eighth session',
  recordDate: '2023-05-16',
  text: 'Send the study',
  due: '',
  others: [],
  remark: undefined,
  ...more,
})
const asked = { name: 'Rex Facer', language: 'en', format: 'text', today: '2023-07-01', classification: 'internal', withheld: 0 } as const

describe('a reminder', () => {
  test('gives each action with its deadline, its meeting the others and the last remark', () => {
    const remark = { on: '2023-06-12', text: 'Sent to [[Li Wei|30 members]]' }
    const { subject, text } = reminderText(
      [action({ due: '2023-06-30', remark, others: ['Li Wei', 'ADB'] }), action({ text: 'Ask [[Anna Lee]]', recordDate: '' })],
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
        '   Also responsible: Li Wei, ADB',
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
