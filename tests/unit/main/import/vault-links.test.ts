import { posix } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesNamedIn, inwardFromVault, type VaultPlace } from '../../../../src/main/import/vault-links.ts'
import { VaultPaths } from '../../../../src/main/import/vault-paths.ts'
import { propertyFromVault, textsWithLinks } from '../../../../src/main/import/vault-properties.ts'

const JOPLIN = '0123456789abcdef0123456789abcdef'
const notes = {
  'Projects/Visit.md': 'Visit',
  'Projects/2023 Plan.md': 'The plan',
  'Projects/Deep/Sub.md': 'Sub',
  'README.md': 'README',
  'Projects/README.md': 'README (Projects)',
  'Other/Deep/Far note.md': 'Far note',
  'Other/100% sure.md': '100% sure',
  'Байменов.md': 'Байменов',
  'Joplin.md': 'From Joplin',
  'Left out.md': undefined,
} as const
const files = [
  'Files/pic ture.png',
  'Files/report.pdf',
  '_resources/a1b2.jpg',
  `_resources/${JOPLIN.replace('0', '9')}.png`,
  'Files/Große.png',
]
const paths = new VaultPaths([...Object.keys(notes), ...files], new Map([['Joplin.md', JOPLIN.toUpperCase()]]))
const placeOf = (path: string): VaultPlace => ({
  path,
  paths,
  titleAt: (at) => (notes as Readonly<Record<string, string | undefined>>)[at],
  attachmentAt: (at) => (at === 'Files/Große.png' ? undefined : files.includes(at) ? posix.basename(at) : undefined),
})
const inward = (body: string, path = 'Projects/Visit.md') => inwardFromVault(body, placeOf(path))

describe('inwardFromVault', () => {
  it.each([
    ['[[2023 Plan]] [[2023 plan#Next|the *plan*]] [[Projects/2023 Plan.md]]', '[[The plan]] [[The plan#Next|the *plan*]] [[The plan]]'],
    ['[[Other/Deep/Far note|Far note]] [[far note]] [[Deep/Far note#^b1]]', '[[Far note]] [[far note]] [[Far note#^b1]]'],
    ['![[2023 Plan]] ![[./Deep/Sub]] [[../README]]', '![[The plan]] ![[Sub]] [[README]]'],
    // the exact path, then below the folder of the note
    ['[[README]] [[Projects/README]]', '[[README]] [[README (Projects)]]'],
    [
      '[[Nobody]] [[Left out|x]] [[#Here]] [x](Left%20out.md) [y](gone.md)',
      '[[Nobody]] [[Left out|x]] [[#Here]] [x](Left%20out.md) [y](gone.md)',
    ],
    ['[x](2023%20Plan.md#Next%20step) [2023 Plan](<2023 Plan.md>)', '[[The plan#Next step|x]] [[The plan|2023 Plan]]'],
    ['[a](../Other/100%25%20sure.md) [b](<../Other/100% sure.md>)', '[[100% sure|a]] [[100% sure|b]]'],
    ['[Байменов](../%D0%91%D0%B0%D0%B9%D0%BC%D0%B5%D0%BD%D0%BE%D0%B2.md) [x](../Байменов)', '[[Байменов]] [[Байменов|x]]'],
    ['[x](Projects/README.md) [y](/README.md) [z](Far%20note.md)', '[[README (Projects)|x]] [[README|y]] [[Far note|z]]'],
    [`[x](:/${JOPLIN}#h) [y](:/${'f'.repeat(32)})`, `[[From Joplin#h|x]] [y](:/${'f'.repeat(32)})`],
    [
      '[x][ref] [ref][] ![p][pic]\n\n[ref]: 2023%20Plan.md\n[pic]: ../Files/pic%20ture.png',
      '[[The plan|x]] [[The plan|ref]] ![[pic ture.png|p]]\n\n[ref]: 2023%20Plan.md\n[pic]: ../Files/pic%20ture.png',
    ],
    ['![](../_resources/a1b2.jpg) ![photo.jpg](../_resources/a1b2.jpg)', '![[a1b2.jpg]] ![[a1b2.jpg|photo.jpg]]'],
    ['![[pic ture.png|300]] ![[Files/pic ture.png]] [[report.pdf]]', '![[pic ture.png|300]] ![[pic ture.png]] ![[report.pdf]]'],
    ['![alt|300](../Files/pic%20ture.png) ![|30x40](<../Files/pic ture.png>)', '![[pic ture.png|alt|300]] ![[pic ture.png|30x40]]'],
    [
      '[x](README.md#Rights%20[%20rights]%20now) [y](README.md#%5Ba%5D)',
      '[[README (Projects)#Rights rights now|x]] [[README (Projects)#a|y]]',
    ],
    ['[the report](../Files/report.pdf#page=2)', '![[report.pdf#page=2|the report]]'],
    [
      '<img src="../_resources/a1b2.jpg" width="300" alt="A &amp; b"> <img src=\'gone.png\'>',
      "![[a1b2.jpg|A & b|300]] <img src='gone.png'>",
    ],
    ['![[Große.png]] ![x](../Files/Große.png)', '![[Große.png]] ![x](../Files/Große.png)'],
    [
      '[**bold**](README.md) [a **b**](README.md) [`c`](README.md)',
      '**[[README (Projects)|bold]]** [[README (Projects)|a **b**]] [[README (Projects)|`c`]]',
    ],
    [
      '[a\\]b \\| c](README.md) [x](README.md "a tip") [x](README.md "x")',
      '[[README (Projects)|a)b | c]] [[README (Projects)|x]] (a tip) [[README (Projects)|x]]',
    ],
    [
      '| a |\n|---|\n| [b \\| c](README.md) [[Projects/2023 Plan\\|d]] |',
      '| a |\n|---|\n| [[README (Projects)\\|b \\| c]] [[The plan\\|d]] |',
    ],
    ['[![pic](../Files/pic%20ture.png)](README.md)', '[![[pic ture.png|pic]]](README.md)'],
    ['`[x](README.md)` \\[x](README.md)\n\n    [[2023 Plan]]', '`[x](README.md)` \\[x](README.md)\n\n    [[2023 Plan]]'],
    [
      '[a\nb](README.md) [c](https://example.org/README.md) [d](mailto:a@b.c) [e](#h)',
      '[[README (Projects)|a b]] [c](https://example.org/README.md) [d](mailto:a@b.c) [e](#h)',
    ],
  ])('%s', (body, expected) => {
    expect(inward(body)).toBe(expected)
  })

  it('takes links in properties along, in lists and mappings too, and leaves the rest of them', () => {
    const front = {
      related: ['[[2023 Plan]]', '[[Nobody]] and [[projects/2023 plan|x]]', 7],
      cover: '[[Files/pic ture.png]]',
      nested: { up: '![[README]]', no: null },
    }
    expect(propertyFromVault(front, placeOf('Projects/Visit.md'))).toEqual({
      related: ['[[The plan]]', '[[Nobody]] and [[The plan|x]]', 7],
      cover: '[[pic ture.png]]',
      nested: { up: '![[README]]', no: null },
    })
    expect(textsWithLinks(front)).toHaveLength(4)
  })

  it('takes the nearer of two files of one name', () => {
    const two = new VaultPaths(['a/b/Note.md', 'c/Note.md', 'c/d/e/Note.md', 'x/Only.md'])
    expect(two.ofWikilink('x/Only.md', 'Note')).toBe('c/Note.md')
    expect(two.ofWikilink('a/Here.md', 'Note')).toBe('a/b/Note.md')
    expect(two.ofWikilink('x/Only.md', 'e/note')).toBe('c/d/e/Note.md')
    expect(two.ofDestination('x/Only.md', 'Note.md')).toBeUndefined()
    expect(two.ofDestination('c/d/Here.md', '../Note.md')?.path).toBe('c/Note.md')
  })

  it('names each file that comes along once', () => {
    const body = '![[pic ture.png]] ![](../Files/pic%20ture.png) [r](../Files/report.pdf) [[README]] <img src="../_resources/a1b2.jpg">'
    expect(filesNamedIn(body, 'Projects/Visit.md', paths)).toEqual(['Files/pic ture.png', 'Files/report.pdf', '_resources/a1b2.jpg'])
  })

  it('finds files whose names are decomposed on the disk', () => {
    const decomposed = 'Caf\u00e9 \u0439.md'.normalize('NFD')
    const vault = new VaultPaths([decomposed])
    expect(vault.ofWikilink('x.md', 'Caf\u00e9 \u0439')).toBe(decomposed)
    expect(vault.ofDestination('x.md', 'Caf%C3%A9%20\u0439.md')?.path).toBe(decomposed)
  })

  it('never throws, and changes nothing where nothing comes along', () => {
    const piece = fc.constantFrom(
      '[[README]]',
      '![[pic ture.png|3]]',
      '[x](README.md)',
      '![y](../Files/report.pdf "t")',
      '[[',
      ']]',
      '[',
      ']',
      '](',
      ')',
      '|',
      '`',
      '\\',
      '!',
      '\n',
      '> ',
      '<img src="../_resources/a1b2.jpg">',
      '**',
      '\n|-|-|\n',
      'a',
    )
    const nothing: VaultPlace = { path: 'Projects/Visit.md', paths, titleAt: () => undefined, attachmentAt: () => undefined }
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const body = pieces.join('')
        expect(inwardFromVault(body, nothing)).toBe(body)
        inward(body)
      }),
      { numRuns: 300 },
    )
  })
})

describe('texts that are meant to take for ever are read', () => {
  // what grows by the square does not end within the limit of a test
  const COUNT = 400_000
  const place = (paths: VaultPaths): VaultPlace => ({ path: 'x.md', paths, titleAt: (path) => path, attachmentAt: () => undefined })

  it('where a link has spaces by the thousand', () => {
    const spaces = ' '.repeat(COUNT)
    const to = place(new VaultPaths(['a.md']))
    expect(inwardFromVault(`[x${spaces}y](a.md)`, to)).toBe(`[[a.md|x${spaces}y]]`)
    expect(inwardFromVault(`[x](<a.md#h${spaces}i>)`, to)).toBe(`[[a.md#h${spaces}i|x]]`)
  })

  it('where links name what thousands of files are called', () => {
    const paths = new VaultPaths(Array.from({ length: 20_000 }, (_, at) => `f${at}/index.md`))
    expect(inwardFromVault('[[index]] '.repeat(20_000), place(paths)).slice(0, 18)).toBe('[[f0/index.md]] [[')
  })
})
