import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import { withhold, withheldText } from '../../../../src/shared/markdown/withhold.ts'
import { NameMatcher } from '../../../../src/shared/text/name-matcher.ts'

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

describe('a text without names in plain words', () => {
  const names = new NameMatcher()
  names.add('Rex Facer')
  names.add('Операция Сокол')
  const told = (markdown: string) => withhold(markdown, () => true, names)

  it.each([
    ['a sentence between others', 'First. He met Rex Facer twice. Last.', 'First. [withheld] Last.'],
    ['emphasis inside', 'One. **Rex** Facer. Two.', 'One. [withheld] Two.'],
    ['emphasis within a word', 'One. R**ex** Fa`cer`. Two.', 'One. [withheld] Two.'],
    ['an escape', 'One. Rex \\Facer. Two.', 'One. [withheld] Two.'],
    ['a link between', 'One. [Rex](https://a.org/x) Facer. Two.', 'One. [withheld] Two.'],
    ['a footnote between', 'One. Rex[^1] Facer. Two.', 'One. [withheld] Two.'],
    ['a tag or a comment between', 'One. Rex<br>Facer. Two. Rex <!-- c --> Facer.', 'One. [withheld] Two. [withheld]'],
    ['what a link shows', 'One. See [[Kim|Rex Facer]]. Two.', 'One. [withheld] Two.'],
    ['a heading of a link', 'One. See [[Kim#Rex Facer]]. Two.', 'One. [withheld] Two.'],
    ['an address', 'One. See <https://a.org/Rex%20Facer>. Two.', 'One. [withheld] Two.'],
    ['an address encoded twice', 'One. See https://a.org/Rex%2520Facer . Two.', 'One. [withheld] Two.'],
    ['the path of a link', 'One. See [it](../Notes/Rex%20Facer.md). Two.', 'One. [withheld] Two.'],
    ['an encoded Cyrillic path', `One. See [x](${encodeURIComponent('Операции Сокола')}.md). Two.`, 'One. [withheld] Two.'],
    ['a path in angle brackets', 'One. See [x](<Rex Facer.md>). Two.', 'One. [withheld] Two.'],
    ['the title of a link', 'One. See [x](y.md "Rex Facer"). Two.', 'One. [withheld] Two.'],
    ['the other text of a picture', 'One. ![Rex Facer](y.png). Two.', 'One. [withheld] Two.'],
    ['a definition of a link', 'One.\n\n[r]: https://a.org "Rex Facer"', 'One.\n\n[withheld]'],
    ['entities', 'One. Rex&nbsp;Facer. Two. By &#82;ex F&#x61;cer.', 'One. [withheld] Two. [withheld]'],
    ['a comment', 'One.\n\n<!-- Rex Facer -->\n\nB.', 'One.\n\n[withheld]\n\nB.'],
    ['an attribute with marks', 'One. <img alt="R*ex* Facer"> Two.', 'One. [withheld]'],
    ['a title with marks', 'One. See [x](y.md "R*ex* Facer"). Two.', 'One. [withheld] Two.'],
    ['an attribute', 'One. <img alt="Rex Facer"> Two.', 'One. [withheld]'],
    ['a footnote', 'One.[^1]\n\n[^1]: By Rex Facer. More.', 'One.[^1]\n\n[withheld] More.'],
    ['a heading', '## 1. Rex Facer\n\nTwo.', '## 1. [withheld]\n\nTwo.'],
    ['a heading with a line below', 'Rex Facer\n===\n\nB.', '[withheld]\n\nB.'],
    ['a task', '- [ ] Ask Rex Facer 📅 2023-06-30\n- [x] B', '- [ ] [withheld]\n- [x] B'],
    ['a cell', '| a | b |\n|---|---|\n| Rex Facer | c |', '| a | b |\n|---|---|\n| [withheld] | c |'],
    ['two cells', '| a | b |\n|---|---|\n| Rex | Facer |', '| a | b |\n|---|---|\n| [withheld] | [withheld] |'],
    ['fenced code', '```\nx = 1\n  call("Rex Facer")\n```', '```\nx = 1\n  [withheld]\n```'],
    ['what code is said to be', '```rex facer\nx\n```', '```[withheld]\nx\n```'],
    ['indented code', 'One.\n\n    Rex Facer\n    b', 'One.\n\n    [withheld]\n    b'],
    ['the type of a callout', '> [!rex facer] B\n> C.', '> [withheld]\n> C.'],
    ['the number of a decision', '> [!decision] RexFacer/2023/1 Close\n> C.', '> [!decision] [withheld]\n> C.'],
    ['two lines', 'One. Rex\nFacer came. Two.', 'One. [withheld] Two.'],
    ['two paragraphs are no name', 'Rex\n\nFacer', 'Rex\n\nFacer'],
    ['Cyrillic endings', 'Начало. Об Операции Соколом знают. Конец.', 'Начало. [withheld] Конец.'],
    ['two sentences', 'One. We met Rex. Facer left. Two.', 'One. [withheld] Two.'],
    ['nothing', 'Rex and Facer [withheld]', 'Rex and Facer [withheld]'],
  ])('%s', (_, before, after) => {
    expect(told(before)).toBe(after)
  })

  it('counts the passages, and not what read so before', () => {
    expect(withheldText('[withheld] One. Rex Facer. Two. Rex Facer.', () => true, names)).toEqual({
      text: '[withheld] One. [withheld] Two. [withheld]',
      passages: 2,
    })
    expect(withheldText('', () => true, names)).toEqual({ text: '', passages: 0 })
  })

  const spelling = fc.constantFrom(
    ...(['Rex Facer', 'REX FACER', 'Rex\u00a0Facer', '**Rex** Facer', 'R*ex* Facer', 'Rex&nbsp;Facer', 'Rex%20Facer'] as const),
    ...(['Rex\nFacer', 'Re\u00adx Facer', '[Rex](a.md) Facer', 'Rex | Facer', 'Rex\n> Facer', '`Rex` Facer', '[[Rex Facer]]'] as const),
  )
  const around = fc.constantFrom(
    ...(['\n', '\n\n', '\r\n', ' ', '. ', '- ', '> ', '- [ ] ', '1. ', '## ', '> [!decision] SC/1 ', '|a|b|\n|-|-|\n|', '|'] as const),
    ...([
      '```\n',
      '~~~',
      '    ',
      '`',
      '``',
      '**',
      '\\',
      '<!-- ',
      ' -->',
      '<a href="',
      '">',
      '](',
      '[',
      ']',
      '[[',
      ']]',
      '[^1]: ',
      '![',
      ')',
    ] as const),
    ...(['Words.', 'Mr. ', 'é', '💥', '&amp;', '%', '[withheld]'] as const),
  )
  const body = fc.array(fc.oneof({ weight: 1, arbitrary: spelling.map((name) => ` ${name} `) }, { weight: 4, arbitrary: around }), {
    maxLength: 30,
  })

  it('leaves none of them, however the text around is written', () => {
    fc.assert(
      fc.property(body, (parts) => {
        const markdown = parts.join('')
        const { text, passages } = withheldText(markdown, () => true, names)
        expect(text.toLowerCase()).not.toMatch(/rex[^a-z]{0,3}facer/)
        expect(told(text)).toBe(text)
        expect(withhold(markdown, () => true)).toBe(markdown)
        const before = markdown.split('[withheld]').length
        expect(text.split('[withheld]').length).toBeLessThanOrEqual(before + passages)
        expect(text.split('[withheld]').length - 1).toBeGreaterThanOrEqual(passages)
      }),
    )
  })
})
