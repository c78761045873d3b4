import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import { withhold } from '../../../../src/shared/markdown/withhold.ts'

const withoutFalcon = (markdown: string) => withhold(markdown, (target) => target !== 'Falcon')

describe('a text without the records that may not be named', () => {
  it.each([
    ['no such link', 'Ask [[Kim]]. Then rest.', 'Ask [[Kim]]. Then rest.'],
    ['a sentence between others', 'First. He read [[Falcon]] twice. Last.', 'First. [withheld] Last.'],
    ['an abbreviation', 'He met Mr. Kim about [[Falcon]] there. Last.', '[withheld] Last.'],
    ['a heading and what is shown', 'See [[Falcon#Aims|the aims]]! And [[Kim]].', '[withheld] And [[Kim]].'],
    ['a task', '- [ ] Read [[Falcon]] again [[Kim]] 📅 2023-06-30\n- [x] Rest', '- [ ] [withheld]\n- [x] Rest'],
    [
      'the heading of a decision',
      '> [!decision|vote] SC/2023/1 Close [[Falcon]]\n> Agreed.',
      '> [!decision|vote] SC/2023/1 [withheld]\n> Agreed.',
    ],
    ['a number that is a link', '> [!decision] [[Falcon]]/1 Close\n> Agreed.', '> [!decision] [withheld]\n> Agreed.'],
    ['lines of a quote', '> One two.\n> Three [[Falcon]]\n> four. Five.', '> One two.\n> [withheld] Five.'],
    ['a decision that follows in the same quote', '> [[Falcon]]\n> [!decision] SC/1 Close', '> [withheld]\n> [!decision] SC/1 Close'],
    ['a heading of the text', '## On [[Falcon]]\n\nText.', '## [withheld]\n\nText.'],
    ['a row of a table', '| a | b |\n|---|---|\n| x | the [[Falcon\\|f]] |', '| a | b |\n|---|---|\n| x | [withheld] |'],
    ['an embed', 'Before. ![[Falcon]]\n\nAfter.', 'Before. [withheld]\n\nAfter.'],
    ['a sentence that ends within a name', 'One. [[Kim|So it is. Then]] met [[Falcon]]. Two.', 'One. [withheld] Two.'],
    ['two in one sentence', 'Both [[Falcon]] and [[Falcon|it]]. B.', '[withheld] B.'],
    ['Russian', 'Начало. Он прочёл [[Falcon]] в г. Астане. Конец.', 'Начало. [withheld] Конец.'],
    ['a link in a code span that is none any more', 'One [[Falcon]] ` ` ` two. Three [[Falcon]] ` four.', '[withheld]'],
  ])('%s', (_, before, after) => {
    expect(withoutFalcon(before)).toBe(after)
  })

  it('asks with the link, so that a file of the record’s own may stay', () => {
    expect(withhold('![[Falcon]]\n\n[[Falcon]]', (_, { embed }) => embed)).toBe('![[Falcon]]\n\n[withheld]')
  })

  const piece = fc.constantFrom(
    ...([
      '[[Falcon]]',
      '[[Falcon|so]]',
      '![[Falcon]]',
      '[[Kim]]',
      'Words. ',
      'Mr. ',
      'a ',
      '`',
      '**',
      '|',
      '\\',
      '\n',
      '\n\n',
      '\r\n',
    ] as const),
    ...(['- ', '> ', '- [ ] ', '## ', '> [!decision] SC/1 ', '|a|b|\n|-|-|\n', '📅 2023-06-30', '[[', ']]', '```\n', '    '] as const),
  )
  const body = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))

  it('has no link to them any more, however it is written, and as many tasks and decisions as before', () => {
    fc.assert(
      fc.property(body, (markdown) => {
        const without = withoutFalcon(markdown)
        expect(findLinks(without).filter(({ target }) => target === 'Falcon')).toEqual([])
        expect(withoutFalcon(without)).toBe(without)
        expect(withhold(markdown, () => true)).toBe(markdown)
        if (markdown.includes('`') || markdown.includes('|')) return
        expect(findTasks(without)).toHaveLength(findTasks(markdown).length)
        expect(findDecisions(without)).toHaveLength(findDecisions(markdown).length)
      }),
    )
  })
})
