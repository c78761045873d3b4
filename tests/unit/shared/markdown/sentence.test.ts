import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../../src/shared/markdown/excerpt.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import { sentenceAround, sentenceStops } from '../../../../src/shared/markdown/sentence.ts'

/** The sentence around each link with the link in guillemets. */
const marked = (body: string) =>
  findLinks(body).map(({ from, to }) => {
    const { text, range } = sentenceAround(body, from, to)
    return `${text.slice(0, range[0])}«${text.slice(...range)}»${text.slice(range[1])}`
  })

describe('sentenceAround', () => {
  it.each([
    ['a sentence between others', 'First one. He met [[Kim Pan Suk]] twice. Last one.', 'He met «Kim Pan Suk» twice.'],
    [
      'abbreviations and initials',
      'Opened by Mr. A. Khan and [[Kim|Dr. Kim]], e.g. here. Then.',
      'Opened by Mr. A. Khan and «Dr. Kim», e.g. here.',
    ],
    ['Russian', 'Встреча прошла. Её открыл [[Байменов]] в г. Астане. Затем обед.', 'Её открыл «Байменов» в г. Астане.'],
    ['markup', 'With **bold** _and_ `code`, [text](https://x.org) and [[A]] at 2 * 3.', 'With bold and code, text and «A» at 2 * 3.'],
    ['a paragraph of several lines', 'Para.\n\nOne two\nthree [[A]]\nfour. Five.\n\nSix.', 'One two three «A» four.'],
    ['a list item', '- one\n- two [[A]] three\n- four', 'two «A» three'],
    ['a task', '- [ ] Call [[A]] 📅 2023-01-01', 'Call «A» 📅 2023-01-01'],
    ['a quote', '> [!decision] SC/2023/5 Study\n> Approved by\n> [[A]] now.', 'Approved by «A» now.'],
    ['a heading', '# About [[A]]\nText.', 'About «A»'],
    ['a row of a table', '| a | b |\n|---|---|\n| x | [[A]] |\n| y | z |', 'x «A»'],
    ['other links', 'The [[B|b]] of [[C]] and', 'The «b» of C and|The b of «C» and'],
  ])('%s', (_name, body, expected) => {
    expect(marked(body).join('|')).toContain(expected)
  })

  it('shortens a long sentence around the place', () => {
    const { text, range } = sentenceAround(`${'word '.repeat(100)}[[Kim]]${' more'.repeat(100)}`, 500, 507)
    expect(text.length).toBeLessThan(260)
    expect(text).toMatch(/^….*…$/)
    expect(text.slice(...range)).toBe('Kim')
  })

  it('never throws, stays short, and its range lies in the text', () => {
    const piece = fc.constantFrom(
      '[[A]]',
      '[[',
      'word ',
      '. ',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '| ',
      '`',
      '*',
      '_',
      '<b>',
      '\\',
      '😀',
      'Ж. ',
      '---\n',
      '~~~\n',
      'x'.repeat(300),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(50), (pieces, at, length) => {
        const body = pieces.join('')
        const from = at % (body.length + 1)
        const { text, range } = sentenceAround(body, from, Math.min(from + length, body.length))
        expect(text.length).toBeLessThanOrEqual(500)
        expect(0 <= range[0] && range[0] <= range[1] && range[1] <= text.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

it('reads a run of full stops that never ends a sentence', () => {
  // what grows by the square does not end within the limit of a test
  expect([...sentenceStops(`One. Two${'.'.repeat(400_000)}`)]).toEqual([5])
})

describe('excerpt', () => {
  it('gives the first words without headings and markup', () => {
    expect(excerpt('# Title\n\n> [!note] Hi\n> **Text** with [[A|link]].\n\n- item', 100)).toBe('Hi Text with link. item')
  })
  it('cuts at a word', () => {
    expect(excerpt('One two three four', 12)).toBe('One two…')
    expect(excerpt('😀'.repeat(50), 11)).toBe(`${'😀'.repeat(5)}…`)
    expect(excerpt('', 10)).toBe('')
  })
})
