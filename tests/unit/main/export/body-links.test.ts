import { posix } from 'node:path'
import { Parser } from 'commonmark'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentNames } from '../../../../src/main/export/attachment-files.ts'
import { inward, outward, type BodyPlace } from '../../../../src/main/export/body-links.ts'
import type { FileNames } from '../../../../src/main/export/property-values.ts'
import { linkStyles } from '../../../../src/shared/model/export-options.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'
import { safeName } from '../../../../src/shared/text/safe-file-name.ts'
import { nastyNames } from '../../../support/arbitrary-records.ts'

interface Named {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly path: string
}

function filesOf(named: readonly Named[]): FileNames {
  const of = (name: string) => named.find(({ title, aliases = [] }) => [title, ...aliases].some((own) => linkKey(own) === linkKey(name)))
  const stemOf = (one: Named | undefined) => one && posix.basename(one.path, '.md')
  return {
    fileOf: (name) => stemOf(of(name)),
    titleOf: (file) => named.find((one) => stemOf(one) === file)?.title,
    pathOf: (name) => of(name)?.path,
    titleAt: (path) => named.find((one) => one.path === path.normalize('NFC'))?.title,
  }
}

const place: BodyPlace = {
  path: 'Notes/2023/Here.md',
  files: filesOf([
    { title: 'Rex Facer', aliases: ['Facer'], path: 'Contacts/Rex Facer.md' },
    { title: 'SC/2023/2', path: 'Meetings/SC-2023-2.md' },
    { title: '100% (draft)', path: 'Notes/2023/100% (draft).md' },
    { title: 'Байменов', path: 'Contacts/Байменов.md' },
    { title: '*a_b*', path: 'Contacts/a_b.md' },
    { title: 'Here', path: 'Notes/2023/Here.md' },
  ]),
  own: attachmentNames([
    { name: 'Plan: a.png', file: 'Plan- a.png', path: 'attachments/Plan- a.png' },
    { name: 'paper.pdf', file: 'paper.pdf', path: 'attachments/paper.pdf' },
  ]),
}
const markdown = (body: string) => outward(body, place, { style: 'markdown', forReaders: false })

describe('markdown links', () => {
  it.each([
    ['[[Rex Facer]]', '[Rex Facer](../../Contacts/Rex%20Facer.md)', []],
    ['[[Rex Facer|the *chair* [sic]]]', '[the \\*chair\\* \\[sic\\]](../../Contacts/Rex%20Facer.md)', []],
    ['[[facer]]', '[facer](../../Contacts/Rex%20Facer.md)', ['1 facer']],
    ['[[SC/2023/2#2. Budget|it]]', '[it](../../Meetings/SC-2023-2.md#2.%20Budget)', []],
    ['[[SC/2023/2#^b1]]', '[SC/2023/2 › ^b1](../../Meetings/SC-2023-2.md#^b1)', []],
    ['[[100% (draft)]]', '[100% (draft)](100%25%20%28draft%29.md)', []],
    ['[[Байменов]] [[Here]]', '[Байменов](../../Contacts/Байменов.md) [Here](Here.md)', []],
    ['[[*a_b*]]', '[\\*a_b\\*](../../Contacts/a_b.md)', []],
    ['![[Plan: a.png]]', '![Plan: a.png](../../attachments/Plan-%20a.png)', []],
    ['![[Plan: a.png|300x200]]', '![Plan: a.png|300x200](../../attachments/Plan-%20a.png)', []],
    ['![[plan: a.png|A plan]]', '![A plan](../../attachments/Plan-%20a.png)', ['1 plan: a.png|A plan']],
    ['![[paper.pdf]] ![[Rex Facer]]', '![paper.pdf](../../attachments/paper.pdf) ![Rex Facer](../../Contacts/Rex%20Facer.md)', []],
    ['[[Nobody]] [[Nobody|x]]', '[[Nobody]] [[Nobody|x]]', []],
    [
      '| a |\n|---|\n| [[Rex Facer\\|a \\| b]] ![[Plan: a.png\\|30]] |',
      '| a |\n|---|\n| [a \\| b](../../Contacts/Rex%20Facer.md) ![Plan: a.png\\|30](../../attachments/Plan-%20a.png) |',
      [],
    ],
    ['[[Rex Facer|a ` b]] `[[Facer]]`', '[a &#96; b](../../Contacts/Rex%20Facer.md) `[[Facer]]`', []],
    [
      '[x](../../Contacts/Rex%20Facer.md) [[Facer]]',
      '[x](../../Contacts/Rex%20Facer.md) [Facer](../../Contacts/Rex%20Facer.md)',
      ['1 [](../../Contacts/Rex%20Facer.md)', '2 Facer'],
    ],
    [
      '[x](gone.md) [y](https://example.org/a.md) [z](#h) [[Facer|x]]',
      '[x](gone.md) [y](https://example.org/a.md) [z](#h) [x](../../Contacts/Rex%20Facer.md)',
      ['1 [](gone.md)', '2 Facer|x'],
    ],
    [
      '![a](../../attachments/paper.pdf) [r]\n\n[r]: Here.md',
      '![a](../../attachments/paper.pdf) [r]\n\n[r]: Here.md',
      ['1 ![](../../attachments/paper.pdf)'],
    ],
    ['<i title="[[Rex Facer]]"> [[Rex Facer]]', '<i title="[[Rex Facer]]"> [Rex Facer](../../Contacts/Rex%20Facer.md)', []],
  ])('%s', (body, expected, originals) => {
    expect(markdown(body)).toEqual({ body: expected, originals })
    expect(inward(expected, originals, place)).toBe(body)
  })

  it('for readers lead to files that are no pictures, and list nothing', () => {
    const made = outward('![[paper.pdf]] ![[Plan: a.png]] ![[Rex Facer]] [[facer]]', place, { style: 'markdown', forReaders: true })
    expect(made).toEqual({
      body: '[paper.pdf](../../attachments/paper.pdf) ![Plan: a.png](../../attachments/Plan-%20a.png) [Rex Facer](../../Contacts/Rex%20Facer.md) [facer](../../Contacts/Rex%20Facer.md)',
      originals: [],
    })
  })

  it('that somebody writes into a file of ours become wikilinks; titles, addresses and what is no file stay', () => {
    const edited =
      '[Rex](<../../Contacts/Rex Facer.md>) [x](Here.md "tip") [y](../../../Outside.md) [z](Gone.md) ![p](../../attachments/paper.pdf)'
    expect(inward(edited, ['1 gone', '9 gone', '0x'], place)).toBe(
      '[[Rex Facer|Rex]] [x](Here.md "tip") [y](../../../Outside.md) [z](Gone.md) ![[paper.pdf|p]]',
    )
  })
})

describe('wikilinks', () => {
  it.each(['[[facer]] b\n|-|-|', '> [[facer]]\n> --- | :-:', '[[facer]] | b\n-|:-:|-'])(
    'stand where their bar would make a table: %j',
    (body) => {
      expect(outward(body, place, { style: 'wikilinks', forReaders: false })).toEqual({ body, originals: ['0'] })
    },
  )

  it('are called as their files are, and come back, in a text without tables and code', () => {
    const body = 'See [[SC/2023/2]], [[SC/2023/2#2. Budget]] and [[Nobody]].\n- --- [[SC/2023/2|it | them]]'
    const made = outward(body, place, { style: 'wikilinks', forReaders: false })
    expect(made).toEqual({
      body: 'See [[SC-2023-2|SC/2023/2]], [[SC-2023-2#2. Budget|SC/2023/2#2. Budget]] and [[Nobody]].\n- --- [[SC-2023-2|it | them]]',
      originals: [],
    })
    expect(inward(made.body, made.originals, place)).toBe(body)
  })
})

describe('outward and inward', () => {
  const named = nastyNames.slice(0, 60).map((title, index): Named => {
    const aliases = index % 3 === 0 ? [`Alias ${index}`] : []
    return { title: title.trim() || 'x', aliases, path: `${['Notes', 'Қазақстан', 'a b'][index % 3]}/${safeName(title)} ${index}.md` }
  })
  const own = attachmentNames([
    { name: 'Picture.png', file: 'Picture-1.png', path: 'attachments/Picture-1.png' },
    { name: 'ю (2).pdf', file: 'ю (2).pdf', path: 'attachments/ю (2).pdf' },
  ])
  const at: BodyPlace = { path: named[4]?.path ?? '', files: filesOf(named), own }
  const name = fc.oneof(
    fc.constantFrom(...named.map(({ title }) => title)),
    fc.constantFrom(...named.flatMap(({ title, aliases = [], path }) => [title.toLowerCase(), ...aliases, posix.basename(path, '.md')])),
    fc.constantFrom('Picture.png', 'picture.png', 'Ю (2).pdf', 'Nobody'),
  )
  const wikilink = fc
    .tuple(
      fc.constantFrom('', '!', '\\!', '!!'),
      name,
      fc.constantFrom('', '', '#H 1', '#^b', '#', '#a#b%c'),
      fc.oneof(
        fc.constantFrom('', '', '', '|', '|300', '|[x]', '\\|y', '| z ', '|**b** _i_ a_b', '|a|b', '|&amp; <b> ``', '|$x$ ~~y~~ #t'),
        name.map((shown) => `|${shown}`),
      ),
    )
    .map(([mark, target, heading, shown]) => `${mark}[[${target}${heading}${shown}]]`)
  const relative = fc
    .tuple(
      fc.constantFrom('', '!'),
      fc.constantFrom(...named.map(({ path }) => path), 'attachments/Picture-1.png', 'gone.md'),
      fc.constantFrom('', '#h', ' "t"'),
    )
    .map(
      ([mark, path, end]) =>
        `${mark}[x](<${posix.relative(posix.dirname(at.path), path)}${end.trim().startsWith('"') ? `>${end}` : `${end}>`})`,
    )
  const piece = fc.oneof(
    { weight: 6, arbitrary: wikilink },
    { weight: 2, arbitrary: relative },
    {
      weight: 6,
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
        '\\',
        '`',
        '``',
        '[[',
        ']]',
        '|',
        '`` ',
        '~~',
        '$',
        '&',
        '\n',
        '\n\n',
        '\r\n',
        '> ',
        '- ',
        '- [ ] ',
        '    ',
        '```\n',
        '\n|-|-|\n',
        '\n-|-\n',
        '\n-\n',
        ' | ',
        '| a | b |\n|---|---|\n| ',
        '[r]',
        '\n\n[r]: x.md\n',
        '<a title="',
        '<!--',
        '-->',
        '<https://',
        'a',
        ' ',
        '[a](b)',
        '[a](b.md)',
        '[a](https://b)',
        ': x.md',
      ),
    },
  )
  it.each(linkStyles)('give every body back, with %s', (style) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const body = pieces.join('')
        const made = outward(body, at, { style, forReaders: false })
        expect(inward(made.body, made.originals, at)).toBe(body)
        expect(outward(body, at, { style, forReaders: false })).toEqual(made)
      }),
      { numRuns: Number(process.env['LINK_RUNS'] ?? 300) },
    )
  })

  it('make links that an independent parser takes to the file', () => {
    fc.assert(
      fc.property(wikilink, (body) => {
        const made = outward(body, at, { style: 'markdown', forReaders: false })
        const { target = '' } = /\[\[(?<target>[^#|\\\]]*(?:\\(?!\|)[^#|\\\]]*)*)/.exec(body)?.groups ?? {}
        const isEmbed = /(?<!\\)!\[\[/.test(body)
        const path = (isEmbed ? own.pathOf(target.trim()) : undefined) ?? at.files.pathOf(target.trim())
        if (path === undefined) return void expect(made.body).toBe(body)
        const walker = new Parser().parse(`x ${made.body}`).walker()
        const found: string[] = []
        for (let event = walker.next(); event; event = walker.next())
          if (event.entering && (event.node.type === 'link' || event.node.type === 'image')) found.push(event.node.destination ?? '')
        const [lead = ''] = (found[0] ?? '').split('#')
        expect(posix.join(posix.dirname(at.path), decodeURIComponent(lead))).toBe(path)
      }),
      { numRuns: Number(process.env['LINK_RUNS'] ?? 300) },
    )
  })
})
