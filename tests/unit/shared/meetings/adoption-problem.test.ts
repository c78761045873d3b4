import { expect, test } from 'vitest'
import { adoptionProblem, type AdoptionProblem } from '../../../../src/shared/meetings/adoption-problem.ts'

const today = '2023-06-20'

function problem(how: '' | 'meeting' | 'silence', on: string, deadline: string, start = '2023-05-17'): AdoptionProblem | null {
  return adoptionProblem({ start, circulation: { to: '', on: '', deadline }, adoption: { how, meeting: '', on } }, today)
}

test('a text is adopted at a meeting on any day since its own began', () => {
  expect(problem('meeting', '2023-05-17', '')).toBeNull()
  expect(problem('meeting', '2023-06-20', '2999')).toBeNull()
  expect(problem('meeting', '', '')).toBeNull()
  expect(problem('meeting', '2023-05-16', '')).toBe('beforeMeeting')
  expect(problem('meeting', '2023-06-21', '')).toBe('future')
  // what is known of the dates does not speak against it
  expect(problem('meeting', '2023', '')).toBeNull()
  expect(problem('meeting', '2023-05', '', '2023-05-17')).toBeNull()
  expect(problem('meeting', '2022', '', '2023')).toBe('beforeMeeting')
  expect(problem('', '', '', '')).toBeNull()
})

test('not by silence when the deadline lay before the circulation: nobody could comment', () => {
  const of = (on: string, deadline: string) =>
    adoptionProblem({ start: '', circulation: { to: '', on, deadline }, adoption: { how: 'silence', meeting: '', on: today } }, today)
  expect(of('2023-06-02', '2023-06-01')).toBe('beforeCirculation')
  expect(of('2023-06', '2023-05')).toBe('beforeCirculation')
  expect(of('2023-06-01', '2023-06-01')).toBeNull()
  expect(of('', '2023-06-01')).toBeNull()
})

test('by silence only with a deadline, and when its last day is over', () => {
  expect(problem('silence', '2023-06-16', '')).toBe('noDeadline')
  expect(problem('silence', '2023-06-16', '2023-06-15')).toBeNull()
  expect(problem('silence', '2023-06-15', '2023-06-15')).toBe('beforeDeadline')
  expect(problem('silence', '2023-06-20', '2023-06-20')).toBe('deadlineOpen')
  expect(problem('silence', '2023-06-20', '2023-06-19')).toBeNull()
  expect(problem('silence', '2023-06-16', '2023-06')).toBe('deadlineOpen')
  expect(problem('silence', '2023-06', '2023-06-15')).toBeNull()
  expect(problem('silence', '', '2023-06-15')).toBeNull()
})
