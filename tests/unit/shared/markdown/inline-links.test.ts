import { Parser } from 'commonmark'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInlineLinks } from '../../../../src/shared/markdown/inline-links.ts'
import { placedLinks } from '../../../../src/shared/markdown/links.ts'

const read = (body: string) => readInlineLinks(body, placedLinks(body)).links.map(({ destination }) => destination)

/** As the independent parser writes them: percent-encoded, and what is encoded already left alone. */
const asUri = (destination: string) => encodeURI(destination).replaceAll(/%25([0-9a-f]{2})/gi, '%$1')

function independently(body: string): string[] {
  const found: string[] = []
  const walker = new Parser().parse(body).walker()
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, destination } = event.node
    // autolinks have no brackets, and are not asked for
    const isAutolink = destination === 'xy:z'
    if (!event.entering && !isAutolink && (type === 'link' || type === 'image')) found.push(`${type} ${destination} ${event.node.title}`)
  }
  return found
}

const ours = (body: string) =>
  readInlineLinks(body).links.map(({ image, destination, title }) => `${image ? 'image' : 'link'} ${asUri(destination)} ${title}`)

describe('readInlineLinks', () => {
  it('reads text, destination, title and places', () => {
    const body = 'See [the *note*](../Notes/A%20b.md#Plan "tip"), ![a\\]b](<c d.png>) and [x][ref].\n\n[REF]: e.md'
    const { links, definitions } = readInlineLinks(body)
    expect(links.map(({ from, to }) => body.slice(from, to))).toEqual([
      '[the *note*](../Notes/A%20b.md#Plan "tip")',
      '![a\\]b](<c d.png>)',
      '[x][ref]',
    ])
    expect(links).toMatchObject([
      { image: false, text: 'the *note*', destination: '../Notes/A%20b.md#Plan', title: 'tip', reference: false },
      { image: true, text: 'a\\]b', source: 'c d.png', destination: 'c d.png', title: '', reference: false },
      { image: false, text: 'x', destination: 'e.md', reference: true },
    ])
    expect(definitions).toMatchObject([{ label: 'REF', destination: 'e.md', title: '' }])
  })

  it.each([
    ['code', '`[a](b)` [c](d)\n\n    [e](f)\n\n```\n[g](h)\n```', ['d']],
    ['HTML tags and autolinks', '<a title="[a](b)"> <xy:[c](d)> [e](f)', ['f']],
    ['escapes', '\\[a](b) [c\\](d) [e](f\\)&amp;g)', ['f)&g']],
    ['a link in a link', '[a [b](c) d](e)', ['c']],
    ['a picture in a link', '[![a](b)](c)', ['b', 'c']],
    ['parentheses', '[a](b(c)d) [e](f(g)', ['b(c)d']],
    ['a quote over lines', '> [a\n> b](\n> c)\n> [d]: e', ['c']],
    ['a list', '- [a](b)\n  - [c](d)', ['b', 'd']],
    ['a row of a table', '| a |\n|---|\n| [b\\|c](d) |', ['d']],
    ['wikilinks', '[[a]](b) [c [[d]] e](f) [g](h[[i]]) ![j [[k]]](l)', ['l']],
    ['a footnote', '[^1] [a]\n\n[^1]: b\n\n[a]: c', ['c']],
    ['empty destinations', '[a]() [b](<>)', ['', '']],
  ])('%s', (_name, body, expected) => {
    expect(read(body)).toEqual(expected)
  })

  it('knows where a link stands around others, and in a table', () => {
    expect(readInlineLinks('[![a](b)](c)').links.map(({ nested }) => nested)).toEqual([false, true])
    const table = '| a |\n|---|\n| ![b [[c]]](d) |'
    expect(readInlineLinks(table, placedLinks(table)).links).toMatchObject([{ nested: true, table: true }])
  })

  it('tells where pictures of HTML stand', () => {
    const body = '`<img src="a">` <img src="b"\n width=3 /> <imge src="c">'
    expect(readInlineLinks(body).pictures.map(({ from, to }) => body.slice(from, to))).toEqual(['<img src="b"\n width=3 />'])
  })

  it('finds what an independent parser finds, and its places fit the body', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '[a](b)',
          '![a](b.png "t")',
          '[a](<b c>)',
          "[a](b 'c')",
          '[a][r]',
          '[r]',
          '[r][]',
          '![R][]',
          '[a][s]',
          '[t]',
          '[u][]',
          '[a](ж%20я.md)',
          '[a](b\\)c)',
          '[a](b "c\\"d")',
        ),
      },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '[',
          ']',
          '](',
          ')',
          '(',
          '!',
          '![',
          '][',
          '<',
          '>',
          '"',
          "'",
          '\\',
          '`',
          '``',
          '*',
          '_',
          '&amp;',
          '&#33;',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'a',
          'r',
          'Ж',
          '😀',
          ' ',
          '\n',
          '\n\n',
          '> ',
          '- ',
          '1. ',
          '    ',
          '# ',
          '<b c="',
          '<i>',
          '<xy:z>',
          '.md',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n[r]: d\n\n', '\n\n[s]: <e f> "g"\n\n', '\n\n> [t]:\n> h\n\n', '\n\n[u]: "i"\nj\n\n') },
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        // a line that begins with a tag is HTML, which the reader of blocks takes for a paragraph
        const body = pieces.join('').replaceAll(/^([ \t>0-9.-]*)</gm, '$1x<')
        expect(ours(body)).toEqual(independently(body))
        for (const { from, to, text, image } of readInlineLinks(body).links) {
          expect(body.slice(from, to)).toMatch(image ? /^!\[[^]*[\])]$/ : /^\[[^]*[\])]$/)
          if (!text.includes('\n')) expect(body.startsWith(text, from + (image ? 2 : 1))).toBe(true)
        }
      }),
      { numRuns: Number(process.env['LINK_RUNS'] ?? 400) },
    )
  })

  it.each([
    ['brackets', '['.repeat(500_000)],
    ['brackets that close', '[a]'.repeat(160_000)],
    ['openings of destinations', '[a]('.repeat(125_000)],
    ['openings of destinations with text', '[a](b'.repeat(100_000)],
    ['openings of titles', '[a](b "'.repeat(70_000)],
    ['openings of titles of two kinds', `[a](b "[a](b '`.repeat(35_000)],
    ['openings of angle brackets', '[a](<b'.repeat(80_000)],
    ['tags that nothing closes', '<a b="'.repeat(80_000)],
    ['attributes without end', `<a ${'b '.repeat(120_000)}<a ${'b '.repeat(120_000)}`],
    ['comments', '<!-- [a](b) '.repeat(40_000)],
    ['addresses', '<a@'.repeat(160_000)],
    ['labels', `[r]: x\n\n${'[a][r'.repeat(80_000)}`],
    ['definitions', '[r]: x\n'.repeat(70_000)],
    ['definitions that are none', '[r]: x y\n'.repeat(50_000)],
    ['images in images', `${'!['.repeat(120_000)}${'](a)'.repeat(120_000)}`],
    ['quoted lines', `${'>'.repeat(90)} [a](b\n`.repeat(5_000)],
    ['backslashes', `[a](${'\\'.repeat(500_000)})`],
  ])('reads 500 KB of %s without a quadratic step', (_name, body) => {
    // a quadratic step takes minutes here, which is over the runner's limit
    expect(readInlineLinks(body, placedLinks(body)).links.length).toBeLessThanOrEqual(body.length)
  })
})
