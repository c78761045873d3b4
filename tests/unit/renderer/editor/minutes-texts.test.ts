import { describe, expect, it } from 'vitest'
import { attendanceList } from '../../../../src/renderer/features/editor/minutes/attendance-list.ts'
import { mattersList } from '../../../../src/renderer/features/editor/minutes/matters-arising.ts'
import { meetingSkeleton, type SkeletonMeeting } from '../../../../src/renderer/features/editor/minutes/meeting-skeleton.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'

const participant = (person: string, more: Partial<Participant> = {}): Participant => ({
  person,
  function: '',
  status: '',
  represents: { country: '', organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
  ...more,
})
const meeting = (more: Partial<SkeletonMeeting>): SkeletonMeeting => ({
  meetingType: 'committee',
  meetingBody: 'Steering Committee',
  chair: '',
  secretary: '',
  participants: [],
  language: '',
  ...more,
})
const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('## '))

describe('the skeleton of a meeting', () => {
  it('numbers the agenda among the items that every meeting of a body has', () => {
    expect(headings(meetingSkeleton(meeting({}), ['Budget', 'Host of 2024']))).toEqual([
      '## 1. Opening',
      '## 2. Attendance',
      '## 3. Adoption of the agenda',
      '## 4. Matters arising',
      '## 5. Budget',
      '## 6. Host of 2024',
      '## 7. Any other business',
      '## 8. Closing',
    ])
  })

  it('is in the language of the record and goes by the type', () => {
    expect(headings(meetingSkeleton(meeting({ language: 'ru', meetingType: 'bilateral' }), ['Бюджет']))).toEqual([
      '## 1. Присутствующие',
      '## 2. Бюджет',
      '## 3. Договорённости',
    ])
    expect(headings(meetingSkeleton(meeting({ language: 'kk-KZ' }), []))[0]).toBe('## 1. Ашылуы')
    const panel = meeting({
      meetingType: 'session',
      chair: 'Alikhan Baimenov',
      participants: [participant('Rex Facer', { function: 'speaker' })],
    })
    expect(meetingSkeleton(panel, [])).toContain('Chair: [[Alikhan Baimenov]]')
    expect(meetingSkeleton(panel, [])).toContain('### [[Rex Facer]]')
  })

  it('tells no item twice that the agenda has by itself', () => {
    expect(headings(meetingSkeleton(meeting({ meetingBody: '' }), ['Opening', 'Budget', 'any other business.']))).toEqual([
      '## 1. Opening',
      '## 2. Attendance',
      '## 3. Budget',
      '## 4. Any other business',
      '## 5. Closing',
    ])
  })
})

describe('the list of participants', () => {
  const names: Readonly<Record<string, string>> = { KAZ: 'Kazakhstan', EST: 'Estonia', SVN: 'Slovenia' }
  const country = { order: 'en' as const, countryName: (code: string) => names[code] ?? code }
  const of = (code: string) => ({ represents: { country: code, organisation: '' } })
  it('names them by presence, and whoever came instead', () => {
    const rows = [
      participant('Alikhan Baimenov', { title: 'Chairman', presence: 'present', represents: { country: 'KAZ', organisation: '' } }),
      participant('Victor Guzun', {
        presence: 'replaced',
        replacedBy: 'Li Wei',
        title: 'Ambassador',
        represents: { country: 'EST', organisation: '' },
      }),
      participant('Rex Facer', { presence: 'apologies', represents: { country: '', organisation: 'ASPA' } }),
    ]
    expect(attendanceList(rows, 'en', country)).toBe(
      '**Present**\n\n- [[Li Wei]], Estonia, in place of [[Victor Guzun]]\n- [[Alikhan Baimenov]], Chairman, Kazakhstan\n\n**Apologies**\n\n- [[Rex Facer]], ASPA',
    )
  })

  it('goes by delegation, the head first, with observers apart and nobody twice', () => {
    const rows = [
      participant('Marko Kos', { presence: 'present', status: 'observer', ...of('SVN') }),
      participant('Tiina Tamm', { presence: 'present', ...of('EST') }),
      participant('Dana Akhmetova', { presence: 'present', ...of('KAZ') }),
      participant('Robert Schumi', { presence: 'replaced', replacedBy: 'tiina tamm', ...of('EST') }),
      participant('Alikhan Baimenov', { presence: 'present', status: 'head of delegation', ...of('KAZ') }),
    ]
    expect(attendanceList(rows, 'en', country).split('\n')).toEqual([
      '**Present**',
      '',
      '- [[Tiina Tamm]], Estonia, in place of [[Robert Schumi]]',
      '- [[Alikhan Baimenov]], Kazakhstan',
      '- [[Dana Akhmetova]], Kazakhstan',
      '',
      '**Observers**',
      '',
      '- [[Marko Kos]], Slovenia',
    ])
  })

  it('is one list while nobody’s presence is marked', () => {
    expect(attendanceList([participant('Rex Facer'), participant('')], 'ru', country)).toBe('**Участники**\n\n- [[Rex Facer]]')
    expect(attendanceList([], 'en', country)).toBe('')
  })
})

describe('matters arising', () => {
  const row = {
    recordTitle: 'Steering Committee, 8th session',
    text: 'Circulate the questionnaire',
    responsible: ['Rex Facer', 'ADB'],
    due: '2023-06-30',
  }
  it('are items that link to their meeting, and no second actions', () => {
    const list = mattersList([row, { ...row, responsible: [], due: '' }], 'ru')
    expect(list).toBe(
      '- Circulate the questionnaire, [[Rex Facer]], [[ADB]], до 30 июня 2023 г. ([[Steering Committee, 8th session]])\n- Circulate the questionnaire ([[Steering Committee, 8th session]])',
    )
    expect(findTasks(list)).toEqual([])
  })
  it('put a deadline that is a month or a year as their language does', () => {
    const by = (due: string, language: string) => mattersList([{ ...row, responsible: [], due }], language)
    expect(by('2023-06', 'ru')).toContain(', до июня 2023 г. (')
    expect(by('2023', 'ru-KZ')).toContain(', до 2023 г. (')
    expect(by('2023-06-30', 'kk')).toContain(', мерзімі: 2023 жылғы 30 маусым (')
    expect(by('2023-06', '')).toContain(', by June 2023 (')
  })
  it('name nobody who may not be named', () => {
    expect(mattersList([{ ...row, text: '[withheld]', responsible: ['[withheld]', 'ADB'], due: '' }], 'en')).toBe(
      '- [withheld], [withheld], [[ADB]] ([[Steering Committee, 8th session]])',
    )
  })
})
