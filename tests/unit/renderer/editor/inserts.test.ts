import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { nextAgendaNumber } from '../../../../src/renderer/features/editor/text/agenda.ts'
import { provisionalAgenda } from '../../../../src/shared/markdown/agenda-items.ts'
import { inserts, matchingInserts } from '../../../../src/renderer/features/editor/text/inserts.ts'

const found = (query: string) => matchingInserts(inserts, query, (insert) => insert)

describe('the menu of what can stand in a text', () => {
  it.each([
    ['', inserts],
    ['dec', ['decision']],
    ['item', ['agenda']],
    ['реш', ['decision']],
    ['кесте', ['table']],
    // "action" and "решение" typed on the other layout
    ['фсешщт', ['action', 'matters']],
    ['htitybt', ['decision']],
    ['qqq', []],
  ])('finds by words in three languages and on the wrong layout: %s', (query, wanted) => {
    expect(found(query)).toEqual(wanted)
  })
})

describe('the agenda', () => {
  it('goes on with one more than the highest number, not counting code', () => {
    const text = ['# Minutes', '## 1. Opening', 'words', '## 3. Budget', '```', '## 9. no', '```', '### 12. no', '## Notes']
    expect(nextAgendaNumber(Text.of(text))).toBe(4)
    expect(nextAgendaNumber(Text.of(['']))).toBe(1)
  })

  it('is a list and nothing else', () => {
    expect(provisionalAgenda('1. Budget\n2. [[Talent management]]\n\n- Host of 2024\n')).toEqual([
      'Budget',
      '[[Talent management]]',
      'Host of 2024',
    ])
    expect(provisionalAgenda(' \n')).toEqual([])
    expect(provisionalAgenda('1. Budget\nWords of a text')).toBeNull()
    expect(provisionalAgenda('- [ ] An action')).toBeNull()
  })
})
