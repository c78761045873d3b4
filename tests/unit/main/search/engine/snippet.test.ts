import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../../../src/main/search/engine/plan.ts'
import { snippetsOf } from '../../../../../src/main/search/engine/snippet.ts'
import { scanWords } from '../../../../../src/main/search/engine/word-scan.ts'
import type { Matches, Snippet } from '../../../../../src/main/search/search-engine.ts'
import { searchFields, type SearchField } from '../../../../../src/shared/search/query.ts'
import { wordSpans } from '../../../../../src/shared/text/fold.ts'
import { indexDocument, type DocumentParts } from '../../../../support/index-document.ts'
import { naiveSegment } from '../../../../support/naive-segment.ts'

const everywhere = searchFields.filter((field) => field !== 'owners')
const word = (text: string, fields: readonly SearchField[] = everywhere): Plan => ({ op: 'word', word: text, fields })
const phrase = (...words: readonly string[]): Plan => ({ op: 'phrase', words, fields: everywhere })
const all = (...of: readonly (Plan | string)[]): Plan => ({ op: 'and', of: of.map((one) => (typeof one === 'string' ? word(one) : one)) })

function snippetOf(parts: Omit<DocumentParts, 'row'>, plan: Plan, meant: Matches['meant'] = null): Snippet {
  const document = indexDocument({ row: 0, ...parts })
  const [snippet] = snippetsOf({ segments: [naiveSegment([document])] }, plan, meant, [
    { title: document.fields.title[0] ?? '', fields: document.fields },
  ])
  return snippet as Snippet
}
const marked = (text: string, ranges: Snippet['snippetRanges']) => ranges.map(([from, to]) => text.slice(from, to))
const marks = (parts: Omit<DocumentParts, 'row'>, plan: Plan, meant?: Matches['meant']) => {
  const { snippet, snippetRanges } = snippetOf(parts, plan, meant)
  return marked(snippet, snippetRanges)
}

describe('a snippet', () => {
  it('is the sentence where most of the words stand together', () => {
    const body = 'The reform began. Many spoke.\n\nSalaries grew for years. The reform of salaries came late.\n\nThe reform ended.'
    const { snippet, snippetRanges, snippetField } = snippetOf({ body }, all('salaries', 'reform'))
    expect(snippet).toBe('The reform of salaries came late.')
    expect(marked(snippet, snippetRanges)).toEqual(['reform', 'salaries'])
    expect(snippetField).toBe('body')
  })

  it('shows first the words that the title lacks', () => {
    const body = 'Kazakhstan today is large. Kazakhstan is old.\n\nA pension is paid.'
    const { snippet, titleRanges } = snippetOf({ title: 'Kazakhstan today', body }, all('kazakhstan', 'today', 'pension'))
    expect(snippet).toBe('A pension is paid.')
    expect(titleRanges).toEqual([
      [0, 10],
      [11, 16],
    ])
  })

  it('is taken from where the words are: posts, properties, names', () => {
    expect(snippetOf({ title: 'Rex', posts: ['Driver', 'Chairman of the Board'] }, word('chairman'))).toMatchObject({
      snippet: 'Chairman of the Board',
      snippetField: 'posts',
    })
    const far = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`
    const { snippet, snippetRanges } = snippetOf({ properties: far }, word('needle'))
    expect(snippet.length).toBeLessThan(250)
    expect(marked(snippet, snippetRanges)).toEqual(['needle'])
  })

  it('is taken from where the word can be seen, not from the hidden target of a link', () => {
    const body = 'It opened with [[Annual conference: Meritocracy|the conference]].\n\nLater on.'
    expect(snippetOf({ body, properties: 'Annual conference: Meritocracy' }, word('meritocracy'))).toMatchObject({
      snippet: 'Annual conference: Meritocracy',
      snippetField: 'properties',
    })
    expect(snippetOf({ body: `${body} They praised meritocracy.` }, word('meritocracy')).snippet).toContain('praised meritocracy')
  })

  it('tells what a link leads to where the words stand nowhere else', () => {
    const body = 'A programme was agreed.\n\nIt is run with [[Astana Civil Service Hub|the Hub]] (for [[Korea|Seoul]]).'
    const { snippet, snippetRanges, snippetField } = snippetOf({ body }, all('civil', 'service'))
    expect(snippet).toBe('It is run with the Hub [Astana Civil Service Hub] (for Seoul).')
    expect(marked(snippet, snippetRanges)).toEqual(['Civil', 'Service'])
    expect(snippetField).toBe('body')
    // beside a word that is seen
    expect(snippetOf({ body }, all('programme', 'civil')).snippet).toBe(
      'A programme was agreed. … It is run with the Hub [Astana Civil Service Hub] (for Seoul).',
    )
    expect(marks({ body: 'Read [the paper](https://hub.org/merit.pdf)(2).' }, word('merit'))).toEqual(['merit'])
    expect(marks({ body: '| [[Rex Facer\\|Rex]] | chair |' }, word('facer'))).toEqual(['Facer'])
    // what the title says needs no telling
    expect(snippetOf({ title: 'Astana Civil Service Hub', body }, word('civil')).snippet).toBe('')
  })

  it('shows every word of the query that stands in the record, wherever they stand', () => {
    const far = 'It went on for a long time, and nobody knew what was to come of it. '.repeat(6)
    const body = `The ethics of the civil service were discussed at some length by all.\n\n${far}\n\n${far}At last [[Rex Facer]] took the floor.`
    const { snippet, snippetRanges, snippetField } = snippetOf({ title: 'Session', body }, all('facer', 'ethics'))
    expect(marked(snippet, snippetRanges)).toEqual(['ethics', 'Facer'])
    expect(snippet).toBe('The ethics of the civil service were discussed at some length by all. … At last Rex Facer took the floor.')
    expect(snippetField).toBe('body')
    expect(marks({ body, posts: ['Chair of the board'] }, all('facer', 'ethics', 'chair'))).toEqual(['ethics', 'Facer', 'Chair'])
    expect(snippetOf({ body, posts: ['Chair of the board'] }, all('facer', 'ethics', 'chair')).snippet.length).toBeLessThan(240)
    // the title shows it
    expect(snippetOf({ title: 'Facer', body }, all('facer', 'ethics')).snippet).not.toContain('Facer')
  })

  it('shows no signs of actions', () => {
    const body = '- [ ] Draft the declaration [[Rex Facer]] ➕ 2023-05 📅 2023-06-30 ⏫'
    expect(snippetOf({ body }, word('declaration')).snippet).toBe('Draft the declaration Rex Facer · 2023-05 · 2023-06-30')
    expect(marks({ body }, word('2023'))).toEqual(['2023', '2023'])
  })

  it('is none when the title says it all', () => {
    expect(snippetOf({ title: 'Alikhan Baimenov', names: ['Alikhan', 'Baimenov'] }, word('baim'))).toEqual({
      titleRanges: [[8, 12]],
      snippet: '',
      snippetRanges: [],
      snippetField: null,
    })
    expect(snippetOf({ title: 'Alikhan', names: ['Байменов'] }, word('baimenov')).snippet).toBe('Байменов')
  })

  it('marks the words in their own spelling, the part that was typed', () => {
    expect(marks({ body: 'Baimenov, Байменов, Bäymenov; ЁЛКА.' }, all('baimenov', 'елк'))).toEqual([
      'Baimenov',
      'Байменов',
      'Bäymenov',
      'ЁЛК',
    ])
    expect(marks({ body: 'Partnership.' }, word('partner'))).toEqual(['Partner'])
  })

  it('marks a name by its marks where they tell more than its letters', () => {
    expect(marks({ body: 'Šiškin and Siskin.' }, word('шишкин'))).toEqual(['Šiškin'])
  })

  it('marks other forms in sentences and not in names', () => {
    expect(marks({ body: 'The committee met.' }, word('committees'))).toEqual(['committee'])
    expect(snippetOf({ title: 'Committee' }, word('committees')).titleRanges).toEqual([])
  })

  it('marks a phrase as a whole and its words nowhere else', () => {
    expect(marks({ body: 'The chair of the board of the fund; the board.' }, phrase('board', 'of', 'the', 'fund'))).toEqual([
      'board of the fund',
    ])
  })

  it('counts the words that a phrase is made of', () => {
    const body = 'A board.\n\nThen the board met.'
    expect(snippetOf({ body }, all('board', phrase('board', 'met'))).snippet).toBe('Then the board met.')
  })

  it('marks words only in the fields in which they were looked for', () => {
    const { titleRanges } = snippetOf({ title: 'Reform', body: 'The reform.' }, word('reform', ['body']))
    expect(titleRanges).toEqual([])
  })

  it('marks what a word was taken for, and nothing of what is excluded', () => {
    expect(marks({ body: 'Alikhan spoke of reform.' }, all('alikan'), { alikan: ['alikhan'] })).toEqual(['Alikhan'])
    expect(marks({ body: 'Alikhan spoke of reform.' }, all('spoke', { op: 'not', of: word('reform') }))).toEqual(['spoke'])
  })
})

describe('the words of a long text', () => {
  it('are those that are indexed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "O'Brien",
        'Ol’ga',
        "'",
        '’',
        'е\u0308',
        '\u00ad',
        'ﬁ',
        '½',
        '한국',
        '\ud83d\ude00',
        '**',
        'a',
        'Я',
        ' ',
        '\n',
        '-',
        '\u0301',
        '\u200d',
      ),
      fc.array(fc.nat(0x04ff), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const scanned: { from: number; to: number }[] = []
        scanWords(text, (from, to) => scanned.push({ from, to }))
        expect(scanned).toEqual([...wordSpans(text)])
      }),
      { numRuns: 100 },
    )
  })

  it('are taken in pieces when they never end', () => {
    const lengths: number[] = []
    scanWords('x'.repeat(250), (from, to) => lengths.push(to - from))
    expect(lengths).toEqual([100, 100, 50])
  })
})
