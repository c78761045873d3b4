import { expect, test } from 'vitest'
import { matchingCommands } from '../../../../src/renderer/features/palette/matching-commands.ts'

const commands = [
  { id: 'a', name: 'Go to Meetings' },
  { id: 'b', name: 'New meeting' },
  { id: 'c', name: 'Export everything as markdown' },
  { id: 'd', name: 'Back up now' },
]
const found = (text: string) => matchingCommands(commands, text).map(({ id }) => id)

test('commands are found by the beginnings of their words, in any order', () => {
  expect(found('meet')).toEqual(['a', 'b'])
  expect(found('meet new')).toEqual(['b'])
  expect(found('EXP mark')).toEqual(['c'])
  expect(found('eetings')).toEqual([])
  expect(found('backup')).toEqual(['d'])
  expect(found('back up')).toEqual(['d'])
  expect(found('')).toEqual(['a', 'b', 'c', 'd'])
  // Enter would run the first of them
  expect(found('-')).toEqual([])
  expect(found('(*')).toEqual([])
})
