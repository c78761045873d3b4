import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { completeQuery } from '../../../../src/shared/search/complete-query.ts'
import { everywhere, MOST_WORDS, parseQuery } from '../../../../src/shared/search/parse-query.ts'
import type { QueryNode, SearchField } from '../../../../src/shared/search/query.ts'

const sameFields = (fields: readonly SearchField[]) => fields.join() === everywhere.join()

/** The tree in a short form: words as typed, phrases in quotes, `@field` where it is not everywhere. */
function shown(node: QueryNode | null): string {
  if (!node) return 'nothing'
  const at = 'fields' in node && !sameFields(node.fields) ? `@${node.fields.join('+')}` : ''
  switch (node.type) {
    case 'and':
    case 'or':
      return `(${node.nodes.map(shown).join(node.type === 'and' ? ' & ' : ' | ')})`
    case 'not':
      return `!${shown(node.node)}`
    case 'word':
      return `${node.text}${at}`
    case 'phrase':
      return `"${node.words.join(' ')}"${at}`
    case 'kind':
      return `kind=${node.kind}`
    case 'country':
      return `country=${node.name}`
    case 'tag':
      return `tag=${node.tag}`
    case 'is':
    case 'has':
      return `${node.type}=${node.value}`
    case 'date':
      return `date=${node.from}..${node.to}`
  }
}

const read = (text: string) => shown(parseQuery(text).root)
/** Each problem with the part of the text that it is shown at. */
const problems = (text: string) => parseQuery(text).problems.map(({ code, span }) => `${code} ${text.slice(...span)}`)

const leaves = (node: QueryNode | null): QueryNode[] =>
  !node
    ? []
    : node.type === 'and' || node.type === 'or'
      ? node.nodes.flatMap(leaves)
      : node.type === 'not'
        ? [node, ...leaves(node.node)]
        : [node]

describe('what a query says', () => {
  it.each([
    ['', 'nothing'],
    ['  \t\n ', 'nothing'],
    ['?!… — ()', 'nothing'],
    ['Kim Pan Suk', '(Kim & Pan & Suk)'],
    ['"Chairman of the Steering Committee"', '"Chairman of the Steering Committee"'],
    ['«Руководящий комитет» Астана', '("Руководящий комитет" & Астана)'],
    ['„Hub“ “member countries”', '("Hub" & "member countries")'],
    ['SC/2023/5', '(SC & 2023 & 5)'],
    ['after:2023-05 -kind:study meritocracy', '(date=20230501..99991231 & !kind=study & meritocracy)'],
    ['country:KAZ kind:contact', '(country=KAZ & kind=contact)'],
    ['country:"Republic of Korea"', 'country=Republic of Korea'],
    ['kind:minutes', 'kind=meeting'],
    ['Kind:People', 'kind=person'],
    ['kind:conta', 'kind=contact'],
    ['kind:co Kim', '((kind=contact | kind=country) & Kim)'],
    ['is:pee', 'is=peer-review'],
    ['has:act', 'has=action'],
    ['in:po hub', 'hub@posts'],
    ['in:p hub', 'hub@posts+properties'],
    ['вид:исследование', 'kind=study'],
    ['страна:Казахстан тег:mission', '(country=Казахстан & tag=mission)'],
    ['tag:#mission/2023/', 'tag=mission/2023'],
    ['is:"peer review"', 'is=peer-review'],
    ['is:strictly_confidential', 'is=strictly-confidential'],
    ['has:files', 'has=attachment'],
    ['date:2019-02', 'date=20190201..20190228'],
    ['date:2023-05..2023-06', 'date=20230501..20230630'],
    ['date:2023-06..2023-05', 'date=20230501..20230630'],
    ['date:2022..', 'date=20220101..99991231'],
    ['date:..2022', 'date=1..20221231'],
    ['date:13.02.2019', 'date=20190213..20190213'],
    ['до:02.2020', 'date=1..20200131'],
    ['before:2023-05', 'date=1..20230430'],
    ['before:2024-03-01', 'date=1..20240229'],
    ['after:2023-05-17,', 'date=20230517..99991231'],
    ['-Kim', '!Kim'],
    ['-"annual conference" Kim', '(!"annual conference" & Kim)'],
    ['-(Kim OR Facer)', '!(Kim | Facer)'],
    ['Kim - Facer — Guzun', '(Kim & Facer & Guzun)'],
    ['well-known', '(well & known)'],
    ['--force', 'force'],
    ['Kim OR Facer Guzun', '(Kim | (Facer & Guzun))'],
    ['Kim | Facer ИЛИ Guzun', '(Kim | Facer | Guzun)'],
    ['(Kim OR Facer) Guzun', '((Kim | Facer) & Guzun)'],
    ['Kim OR', 'Kim'],
    ['OR', 'OR'],
    ['Kim OR OR Facer', '(Kim | Facer)'],
    ['Kim or Facer', '(Kim & or & Facer)'],
    ['Li Wei (UNDP', '(Li & Wei & UNDP)'],
    ['Kim) Facer', '(Kim & Facer)'],
    ['Plenary: Ideas', '(Plenary & Ideas)'],
    ['10:30 https://example.org C:file', '(10 & 30 & https & example & org & C & file)'],
    ['owner:Facer', 'Facer@owners'],
    ['owner:"Rex Facer" remuneration', '("Rex Facer"@owners & remuneration)'],
    ['in:title hub "civil service"', '(hub@title & "civil service"@title)'],
    ['in:title in:names hub', 'hub@title+names'],
    ['in:title (hub OR kim) OR astana', '(hub@title | kim@title | astana)'],
    ['in:title (in:body hub) kim', '(hub@body & kim@title)'],
    ['-in:body hub', 'hub@title+names+posts+organisations+properties'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('takes what a quote opens that does not end yet for words, so that they are found while they are typed', () => {
    expect(read('"Chairman of the Ste')).toBe('(Chairman & of & the & Ste)')
    expect(problems('Kim "Chairman of')).toEqual(['openQuote "Chairman of'])
  })

  it('looks where a caller says, unless the query says where', () => {
    const inLists = ['title', 'names'] as const
    expect(shown(parseQuery('hub', { fields: inLists }).root)).toBe('hub@title+names')
    expect(shown(parseQuery('in:body hub', { fields: inLists }).root)).toBe('hub@body')
    expect(shown(parseQuery('owner:kim', { fields: inLists }).root)).toBe('kim@owners')
  })
})

describe('what cannot be taken as it stands', () => {
  it.each([
    ['foo:bar Kim', '(foo & bar & Kim)', ['unknownOperator foo:']],
    ['foo:"bar baz"', '(foo & "bar baz")', ['unknownOperator foo:']],
    ['kind:parrot Kim', 'Kim', ['unknownValue kind:parrot']],
    ['Kim kind:', 'Kim', ['noValue kind:']],
    ['kind: Kim', 'Kim', ['noValue kind:']],
    ['country:"" Kim', 'Kim', ['noValue country:""']],
    ['date:2023-13 Kim', 'Kim', ['badDate date:2023-13']],
    ['before:soon', 'nothing', ['badDate before:soon']],
    ['date:1..2..3', 'nothing', ['badDate date:1..2..3']],
    ['Kim -', 'Kim', ['nothingToExclude -']],
    ['Kim -""', 'Kim', ['nothingToExclude -""']],
    ['(Kim -)', 'Kim', ['nothingToExclude -']],
    ['-kind:parrot Kim', 'Kim', ['unknownValue kind:parrot']],
    ['Kim due:', '(Kim & due)', ['unknownOperator due:']],
    ['due: ', 'due', ['unknownOperator due:']],
    // a word before a colon, a letter before one
    ['Plenary: Ideas', '(Plenary & Ideas)', []],
    ['a:', 'a', []],
    [' (.*)+[ ', 'nothing', ['noWords  (.*)+[']],
    ['in:title', 'nothing', ['noWords in:title']],
    ['-', 'nothing', ['nothingToExclude -']],
    ['  ', 'nothing', []],
  ])('%s', (text, expected, told) => {
    expect(read(text)).toBe(expected)
    expect(problems(text)).toEqual(told)
  })

  it('says what it is about as it was typed', () => {
    expect(parseQuery('Вид:попугай').problems).toEqual([{ code: 'unknownValue', span: [0, 11], about: 'попугай' }])
    expect(parseQuery('Kim tag:').problems).toEqual([{ code: 'noValue', span: [4, 8], about: 'tag' }])
  })

  it('keeps the longest words of a pasted page', () => {
    const page = Array.from({ length: 500 }, (_, at) => (at % 10 === 0 ? `meritocracy${at}` : `w${at}`)).join(' ')
    const { root, problems } = parseQuery(page)
    expect(problems.map(({ code }) => code)).toEqual(['tooLong'])
    const texts = root?.type === 'and' ? root.nodes.map((node) => (node.type === 'word' ? node.text : '')) : []
    expect(texts).toHaveLength(MOST_WORDS)
    expect(texts.filter((text) => text.startsWith('meritocracy'))).toHaveLength(50)
  })

  it('drops a word that is more words than count when it is folded', () => {
    expect(problems('Kim')).toEqual([])
    expect(parseQuery(`Kim ${'\ufdfa'.repeat(30)}`)).toMatchObject({ root: { text: 'Kim' }, problems: [{ code: 'tooLong' }] })
  })

  it('reads twenty parentheses deep, and passes over those that are deeper', () => {
    const deep = (depth: number) => `${'('.repeat(depth)}Kim${')'.repeat(depth)} Facer`
    expect(problems(deep(20))).toEqual([])
    expect(problems(deep(400))).toEqual(['tooLong ('])
    expect(read(deep(400))).toBe('(Kim & Facer)')
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    ' ',
    'OR',
    '|',
    ':',
    'kind:',
    'in:title',
    'date:2019..',
    'Ким',
    '«',
    '”',
    '\u202e',
    '\ud83d',
    '\u0301',
    '[.*+]',
    '\u00ad',
  )
  const anything = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  )
  it('is a query whose parts lie in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { root, problems } = parseQuery(text)
        for (const { span } of [...problems, ...leaves(root).flatMap((node) => ('span' in node ? [node] : []))]) {
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[1]).toBeLessThanOrEqual(text.length)
          expect(span[0]).toBeLessThanOrEqual(span[1])
        }
        for (const node of leaves(root)) if (node.type === 'word') expect(text.slice(...node.span)).toBe(node.text)
      }),
    )
  })

  it.each([
    '('.repeat(20_000),
    '-('.repeat(10_000),
    '"'.repeat(20_000),
    'a:'.repeat(10_000),
    '| '.repeat(10_000),
    'kind:study '.repeat(1_800),
  ])('of 20,000 characters is read without a tree that grows with it', (text) => {
    const { root, problems } = parseQuery(text)
    expect(leaves(root).length).toBeLessThanOrEqual(2 * MOST_WORDS)
    expect(problems.length).toBeLessThanOrEqual(20)
  })
})

describe('a text that is far too long', () => {
  afterEach(() => vi.restoreAllMocks())

  /** How often words were folded, and their letters: each way of folding changes their case. */
  function foldedBy(work: () => void): { readonly times: number; readonly letters: number } {
    const lower = String.prototype.toLowerCase
    let [times, letters] = [0, 0]
    vi.spyOn(String.prototype, 'toLowerCase').mockImplementation(function (this: string) {
      times += 1
      letters += this.length
      return lower.call(this)
    })
    work()
    return { times, letters }
  }

  it.each(['ab ', 'a|', '-(a ', 'a.', '"ab" ', 'a:b ', 'Юри ', '\ufdfa', '\ufdfa ', '\u200d ', '👨‍👩‍👧'])(
    'of “%s” is not read to its end, and says so',
    (piece) => {
      const text = piece.repeat(10_000 / piece.length)
      let parsed = parseQuery('')
      const { times, letters } = foldedBy(() => (parsed = parseQuery(text)))
      // a word or an operator of each piece
      expect(times).toBeLessThan(1_600)
      expect(letters).toBeLessThan(16_000)
      expect(parsed.problems.map(({ code }) => code)).toContain('tooLong')
      expect(leaves(parsed.root).length).toBeLessThanOrEqual(2 * MOST_WORDS)
    },
  )

  it.each(['is:', 'kind:', 'in:', '', 'Ки'])('behind “%s” is not folded to look for an operator or a value', (typed) => {
    const text = typed + '\ufdfa'.repeat(10_000)
    const { letters } = foldedBy(() => {
      completeQuery(text, text.length)
      parseQuery(text)
    })
    expect(letters).toBeLessThan(16_000)
  })

  it('is read once, also where it is commas', () => {
    // looked for from each of them, their end would not be found within the time of a test
    const commas = ','.repeat(400_000)
    expect(read(`tag:${commas}mission${commas}`)).toBe(`tag=${commas}mission`)
  })
})
