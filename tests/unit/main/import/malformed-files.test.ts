import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_FILES } from '../../../../src/main/export/property-values.ts'
import { readDraft } from '../../../../src/main/import/draft.ts'
import { briefOf } from '../../../../src/main/import/file-brief.ts'
import { KeyStatistics } from '../../../../src/main/import/key-statistics.ts'
import { MappingRules } from '../../../../src/main/import/mapping-rules.ts'
import { proposeMapping } from '../../../../src/main/import/propose-mapping.ts'
import { readFile } from '../../../../src/main/import/read-properties.ts'
import { Refusal } from '../../../../src/main/import/refusal.ts'
import { importMapping } from '../../../../src/shared/model/import-mapping.ts'
import { kinds } from '../../../../src/shared/model/common.ts'
import { recordInput } from '../../../../src/shared/model/record.ts'

const key = fc.oneof(
  fc.constantFrom(
    ...'id kind title aliases alias tags type date start created email phone role organisation country countries participants authors attachments original-links due posts emails code'.split(
      ' ',
    ),
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
)
const value = fc.oneof(
  fc.constantFrom(
    'person',
    '[[A]]',
    '["[[A|b]]", "[[C]]"]',
    '2023-05-17',
    '17.05.2023 x',
    '&a [*a]',
    '*a',
    '{a: 1}',
    '- x',
    '|\n  x',
    '!!js x',
    '"',
    '1e999',
    '0x1F',
    '~',
    '[',
    '01900000-0000-7000-8000-000000000001',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.jsonValue({ maxDepth: 4 }).map((json) => JSON.stringify(json)),
)
const line = fc.oneof(
  fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`),
  fc.tuple(fc.nat(4), value).map(([indent, text]) => `${' '.repeat(indent)}- ${text}`),
  value,
)
const body = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom('![[x.png]]', '[a](b.md) [[c|d]]', '`[[', '\u0000', '<img src="x">', '[x]: y\n\n[x]'),
)
const file = fc
  .tuple(
    fc.constantFrom('---\n', '---\r\n', '\ufeff---\n', ''),
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom('\n---\n', '\n--- \n', '\n'),
    body,
  )
  .map(([open, lines, close, text]) => `${open}${lines.join('\n')}${close}${text}`)

describe('any text', () => {
  it('becomes a record of any kind, or is refused in words', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('a.md', 'People/a.md', 'Страны/Казахстан.md', 'x/[y].md'), (text, path) => {
        try {
          const draft = readDraft(path, text)
          const brief = briefOf(draft, text, false)
          const statistics = new KeyStatistics()
          statistics.add(brief)
          const mapping = importMapping.parse(proposeMapping(['', 'People', 'Страны', 'x'], statistics.list()))
          const rules = new MappingRules(mapping)
          for (const kind of draft.id === undefined ? kinds : [draft.kind]) {
            const { record } = readFile({ ...draft, kind }, NO_FILES, undefined, { word: { kind }, tag: 'x', rules })
            expect(recordInput.parse(record)).toEqual(record)
            if (draft.id !== undefined) continue
            // nothing that a plain file says is lost: each key is a field, or stays as it came
            for (const [name, written] of draft.front)
              if (!['title', 'aliases', 'alias'].includes(name) && rules.fieldOf(kind, name) === undefined)
                expect(record.extra[name]).toEqual(written)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.message).toMatch(/^\S.*\S$/su)
        }
      }),
      { numRuns: 80 },
    )
  })
})
