import { expect, test } from 'vitest'
import { markdownTable } from '../../../../src/shared/markdown/table.ts'

test('a table that every reader of GFM takes apart in the same cells', () => {
  expect(
    markdownTable(
      ['Country', 'Share'],
      [
        ['Korea | Republic of', '1/2'],
        ['two\nlines \\', ''],
      ],
      ['left', 'right'],
    ),
  ).toBe('| Country | Share |\n| --- | ---: |\n| Korea \\| Republic of | 1/2 |\n| two lines \\\\ |  |\n')
})
