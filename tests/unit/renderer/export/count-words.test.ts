import { beforeAll, expect, test } from 'vitest'
import { withheldWords } from '../../../../src/renderer/features/export/count-words.ts'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'

const none = { records: 0, passages: 0, files: 0 }

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('export')
})

test('nothing is withheld is said only when no record above the level exists', () => {
  const t = i18n.getFixedT('en', ['export', 'common'])
  expect(withheldWords(none, 'confidential', t)).toEqual(['Nothing is withheld.'])
  const [words = '', ...more] = withheldWords(none, 'confidential', t, true)
  expect(words.replace(/[\u2066-\u2069]/g, '')).toBe(
    'Passages that name a record above Confidential will read [withheld]. They are counted at the export.',
  )
  expect(more).toEqual([])
})
