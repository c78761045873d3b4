import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks, renameLinks } from '../../../../src/shared/markdown/links.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'

const targets = (body: string) => findLinks(body).map(({ target }) => target)

describe('findLinks', () => {
  it('reads target, heading, shown text and embeds with their places', () => {
    const body = 'See [[ Rex Facer ]], [[SC/2023/2#2. Budget|the budget]] and ![[chart.png]].'
    expect(findLinks(body)).toEqual([
      { target: 'Rex Facer', heading: '', shown: '', embed: false, from: 4, to: 19, targetFrom: 7, targetTo: 16 },
      { target: 'SC/2023/2', heading: '2. Budget', shown: 'the budget', embed: false, from: 21, to: 55, targetFrom: 23, targetTo: 32 },
      { target: 'chart.png', heading: '', shown: '', embed: true, from: 60, to: 74, targetFrom: 63, targetTo: 72 },
    ])
  })

  it.each([
    ['a code span', '`[[A]]` [[B]]', ['B']],
    ['a code span over two lines', '`[[A]]\nx` [[B]]', ['B']],
    ['a backtick that nothing closes', '` [[A]]\n\n` [[B]]', ['A', 'B']],
    ['a longer run of backticks', '``[[A]]` [[B]]`` [[C]]', ['C']],
    ['an escaped backtick', '\\`[[A]]` [[B]]', ['A', 'B']],
    ['a link before a backtick', '[[A ` B]] ` [[C]]', ['A ` B', 'C']],
    ['a fence', '```\n[[A]]\n```\n[[B]]', ['B']],
    ['a fence of tildes with a shorter one inside', '~~~~\n~~~\n[[A]]\n~~~~\n[[B]]', ['B']],
    ['a fence that nothing closes', '[[A]]\n\n```md\n[[B]]', ['A']],
    ['a fence in a quote that ends with the quote', '> ```\n> [[A]]\n[[B]]', ['B']],
    ['a fence in a list item', '- a\n  ```\n  [[A]]\n  ```\n  [[B]]', ['B']],
    ['indented code', 'text\n\n    [[A]]\n\n[[B]]', ['B']],
    ['an indented line of a paragraph', 'text\n    [[A]]', ['A']],
    ['an indented line of a list item', '- a\n\n    [[A]]\n\n      [[B]]', ['A']],
    ['a tab before a nested item', '- a\n\t- [[A]]', ['A']],
    ['escaped brackets', '\\[[A]] [\\[B]] [[C]]', ['C']],
    ['brackets that nothing closes', '[[A [[B]] [[C', ['B']],
    ['a link over two lines', '[[A\nB]] [[C]]', ['C']],
    ['a link to a place in the same text', '[[#Heading]] [[]] [[ ]] [[|x]]', []],
    ['brackets around a link', '[[[A]]] [see [[B|b]]]', ['A', 'B']],
    ['brackets in the shown text', '[[A|a [sic]]] x', ['A']],
    ['a table', '| a | b |\n|---|---|\n| [[A\\|x]] | [[B]] |', ['A', 'B']],
    ['an item that begins with nothing', '1.\n\n    [[A]]\n\n1.\n   [[B]]', ['B']],
    ['a heading that is underlined', 'x `\n-\n[[A]] `', ['A']],
    ['a row of dashes that makes no table', 'a | b | `c\n|---|---|\n[[A]]` [[B]]', ['B']],
    ['CR LF', '[[A]]\r\n\r\n    [[B]]\r\n\r\n[[C]]', ['A', 'C']],
  ])('%s', (_name, body, expected) => {
    expect(targets(body)).toEqual(expected)
  })

  it('reads brackets in shown text to their end', () => {
    expect(findLinks('[[A|a [sic]]]').map(({ shown }) => shown)).toEqual(['a [sic]'])
    expect(findLinks('| [[A\\|x]] |').map(({ shown, target }) => [target, shown])).toEqual([['A', 'x']])
  })

  it('never throws, and its offsets fit the body', () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      '[',
      ']',
      '|',
      '#',
      '`',
      '```\n',
      '\\',
      '!',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '> ',
      '- ',
      '1. ',
      'A',
      'Ж',
      '𝒳',
      '|-|\n',
      '\r\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join('')
        let end = 0
        for (const link of findLinks(body)) {
          expect(link.from).toBeGreaterThanOrEqual(end)
          expect(body.slice(link.targetFrom, link.targetTo)).toBe(link.target)
          expect(body.slice(link.from, link.to)).toMatch(/^!?\[\[[^\n]*\]\]$/)
          end = link.to
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nested quotes', `${'>'.repeat(3_000)} [[A]]\n`.repeat(160)],
    ['a nested list', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- [[A]]`).join('\n')],
    ['bullets on one line, then empty lines', `${'- '.repeat(180_000)}\n${'\n'.repeat(120_000)}[[A]]`],
    ['bullets, then deep white space', `${'- '.repeat(200)}\n${' '.repeat(400_000)}[[A]]`],
    ['brackets that nothing closes', '[['.repeat(250_000)],
    ['pipes that nothing closes', `${'[[a|'.repeat(125_000)}]]`],
    ['runs of backticks of every length', Array.from({ length: 1_000 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['backslashes', `${'\\'.repeat(500_000)}![[A]]`],
    ['rows that nearly are a table', `a|b\n-${' '.repeat(3_900)}x [[A]]\n`.repeat(125)],
  ])('reads 500 KB of %s without a quadratic step', (_name, body) => {
    // a quadratic step takes minutes here, which is over the runner's limit
    expect(findLinks(body).length).toBeLessThanOrEqual(body.length)
  })
})

describe('renameLinks', () => {
  const toKim = (target: string) => linkKey(target) === linkKey('Kim Pan Suk')

  it('points every form of link to the new name and leaves what is shown', () => {
    const body = '[[Kim Pan Suk]] [[kim  pan suk|he]] ![[Kim Pan Suk#Life]] `[[Kim Pan Suk]]` [[Kim]]'
    expect(renameLinks(body, toKim, 'Pan Suk Kim')).toEqual({
      body: '[[Pan Suk Kim]] [[Pan Suk Kim|he]] ![[Pan Suk Kim#Life]] `[[Kim Pan Suk]]` [[Kim]]',
      count: 3,
    })
  })

  it('gives the same body when nothing matches', () => {
    const body = 'a [[B]]'
    expect(renameLinks(body, toKim, 'X')).toEqual({ body, count: 0 })
  })

  it('keeps a name that ends with a backslash apart from the pipe', () => {
    const { body } = renameLinks('[[Kim Pan Suk|he]]', toKim, 'Kim\\')
    expect(findLinks(body)).toMatchObject([{ target: 'Kim\\', shown: 'he' }])
  })
})
