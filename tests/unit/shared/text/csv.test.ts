import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../../../src/shared/text/csv.ts'

const body = (rows: string[][]) => csvOf(rows).slice(1)

test('begins with the byte order mark, ends rows with CRLF, quotes what has to be quoted', () => {
  expect(csvOf([['Қазақстан', '1']])).toBe('\ufeffҚазақстан,1\r\n')
  expect(body([['a,b', 'say "so"', 'two\r\nlines', ' edge']])).toBe('"a,b","say ""so""","two\r\nlines"," edge"\r\n')
})

test('nothing in a cell runs as a formula, and numbers stay numbers', () => {
  const cells = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '-', '-5', '+7.5', '67%', '2023-05-17']
  expect(cells.map((cell) => body([[cell]]).trimEnd())).toEqual([
    `"'=HYPERLINK(""x"")"`,
    "'+1+1",
    "'-2+3",
    "'@SUM(A1)",
    `"'\t=1"`,
    "' =1",
    "'-",
    '-5',
    '+7.5',
    '67%',
    '2023-05-17',
  ])
})

/** As RFC 4180 reads it. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let match = pattern.exec(text); match && match.index < text.length; match = pattern.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('whatever the cells hold, they are read back, but for the apostrophe before a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '-', '1', 'ғ', ' ', ';'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const read = parsed(body(rows))
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
      expect(read.map((row, y) => row.map((text, x) => (text === rows[y]?.[x] ? text : text.replace(/^'/, ''))))).toEqual(rows)
    }),
  )
})
