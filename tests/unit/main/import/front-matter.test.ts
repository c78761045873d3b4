import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlEntry } from '../../../../src/main/export/yaml-writer.ts'
import { readFlatYaml } from '../../../../src/main/import/flat-yaml.ts'
import { readFrontMatter, splitFile } from '../../../../src/main/import/front-matter.ts'
import { assertBounded, MAX_TOKENS } from '../../../../src/main/import/yaml-bounds.ts'
import { MAX_DEPTH } from '../../../../src/main/import/yaml-values.ts'
import { Refusal } from '../../../../src/main/import/refusal.ts'

const read = (front: string) => Object.fromEntries(readFrontMatter(front))

describe('splitFile', () => {
  it.each([
    ['---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['---\n---\nbody', '', 'body'],
    ['---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body'],
    ['---\na: 1\n---', 'a: 1\n', ''],
    ['---\nno end', undefined, '---\nno end'],
    ['text\n---\n', undefined, 'text\n---\n'],
    ['----\na\n---\n', undefined, '----\na\n---\n'],
  ])('%j', (text, front, rest) => {
    expect(splitFile(text)).toEqual({ front, rest })
  })
})

describe('readFrontMatter', () => {
  it.each([
    ['a: text\nb: 3\nc: true\nd:\ne: null\n', { a: 'text', b: 3, c: true, d: null, e: null }],
    ['a:\n  - x\n  - "y: z"\nb:\n- 1\n', { a: ['x', 'y: z'], b: [1] }],
    ['a: [x, y]\nb: {c: d}\n', { a: ['x', 'y'], b: { c: 'd' } }],
    ['a: |\n  two\n  lines\n# comment\nb: folded\n  text\n', { a: 'two\nlines\n', b: 'folded text' }],
    ["a: 'it''s'\nb: yes\n", { a: "it's", b: 'yes' }],
    [
      'd: 2023-05-01\nt: 2023-05-01T10:00:00\nz: 007\nf: 1.10\nh: 0x1F\nl: 12345678901234567890\n',
      { d: '2023-05-01', t: '2023-05-01T10:00:00', z: '007', f: '1.10', h: '0x1F', l: '12345678901234567890' },
    ],
    ['a: "\\U0001F600 \\u0041 \\x41"\n', { a: '😀 A A' }],
    ['1: a\ntrue: b\n', { 1: 'a', true: 'b' }],
    ['', {}],
  ])('%j', (front, expected) => {
    expect(read(front)).toEqual(expected)
  })

  it.each([
    'a: *b\n',
    'a: &x 1\nb: *x\n',
    'a: 1\na: 2\n',
    'a: {x: 1, x: 2}\n',
    '? [a]\n: b\n',
    '- a\n',
    'a: [\n',
    '__proto__: 1\n',
    'text',
  ])('refuses %j', (front) => {
    expect(() => readFrontMatter(front)).toThrow(Refusal)
  })

  it('refuses what is nested too deeply', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`
    expect(readFrontMatter(nested(90)).get('a')).toBeInstanceOf(Array)
    expect(() => readFrontMatter(nested(150))).toThrow('nested too deeply')
  })

  describe('what would hold the YAML library for a second', () => {
    const whole = (piece: string, before = 'a: ') => (before + piece.repeat(64 * 1024)).slice(0, 64 * 1024 - 1)

    // the library has its own words for them: it was never asked
    it.each([whole('['), whole('{'), whole('{a: '), whole('[{a: ')])('is refused for its nesting: %#', (front) => {
      expect(() => readFrontMatter(front)).toThrow('nested too deeply')
    })

    it.each([
      whole('*a '),
      whole('*a\n', ''),
      whole('- ', ''),
      whole(']'),
      whole(',', 'a: ['),
      whole('&a '),
      whole('a,', 'a: ['),
      whole('? ', ''),
    ])('is refused for its length: %#', (front) => {
      expect(() => readFrontMatter(front)).toThrow('front matter is too long')
    })

    it('is looked at no further than it may go', () => {
      const cut = { tokens: 0 }
      function* endless(token: string) {
        for (; ; cut.tokens += 1) yield token
      }
      expect(() => assertBounded(endless('x'))).toThrow('too long')
      expect(cut.tokens).toBe(MAX_TOKENS)
      cut.tokens = 0
      expect(() => assertBounded(endless('['))).toThrow('nested too deeply')
      expect(cut.tokens).toBe(MAX_DEPTH)
    })

    it('is not what people write', () => {
      const list = Array.from({ length: 400 }, (_none, number) => `  - name: n${number}\n    age: ${number}`).join('\n')
      expect(readFrontMatter(`people:\n${list}\n`).get('people')).toHaveLength(400)
    })
  })

  it('never does anything but read or refuse', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      ': ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '&x ',
      '*x',
      '!t ',
      '|',
      '>',
      '#',
      '? ',
      '%',
      '\t',
      'Ж',
      '1',
      '---\n',
      '\\',
      '\r\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          readFrontMatter(pieces.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads simple front matter as the YAML library does', () => {
    const piece = fc.constantFrom(
      'a',
      'key',
      ': ',
      ':',
      '\n',
      '\n- ',
      '\n  - ',
      ' ',
      'x y',
      '"q"',
      '"\\n"',
      '12',
      '-1.5',
      '007',
      '1e5',
      'true',
      'Null',
      'no',
      '2023-05-01',
      '[]',
      '{}',
      '["a", 1]',
      '{"a": null}',
      "it's",
      'é',
      ' #c',
      ',',
      '(b)',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const front = `k: ${pieces.join('')}`
        const flat = attempt(() => readFlatYaml(front))
        if (!flat) return
        // numbers that would not be written back the same stay text
        const asText = (value: unknown): unknown => (typeof value === 'number' ? Number(value) : value)
        const normal = (value: unknown) =>
          JSON.stringify(value, (_key, item: unknown) =>
            asText(typeof item === 'string' && item !== '' && /^-?[\d.e+]+$/.test(item) ? Number(item) : item),
          )
        expect(normal(Object.fromEntries(flat))).toBe(normal(parse(front, { schema: 'core' })))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('yamlEntry', () => {
  it('is read back as it was, by us and by the YAML library', () => {
    const key = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('a b', 'yes', '1', 'E0', 'e12', '', 'a: b', '- a', '"', "'", '#'))
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.constantFrom('E0', ['e12', 'Null']),
    )
    fc.assert(
      fc.property(key, value, (name, json) => {
        fc.pre(!JSON.stringify([name, json]).includes('__proto__'))
        const expected = JSON.parse(JSON.stringify({ [name]: json })) as unknown
        const entry = yamlEntry(name, json as Parameters<typeof yamlEntry>[1])
        expect(read(entry)).toEqual(expected)
        expect(parse(entry, { version: '1.1' })).toEqual(expected)
        expect(parse(entry)).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })
})

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
