import { describe, expect, test } from 'vitest'
import { isFoundInText } from '../../../../../src/renderer/parts/search/open-hit.ts'

const title = 'Steering Committee, sample session'
const inBody = { title, snippetField: 'body' as const }

describe('the words of a search are shown in the text', () => {
  test.each(['questionnaire', 'steering questionnaire', '"took note of" kind:meeting'])('for %s: it stands there', (text) => {
    expect(isFoundInText(inBody, text)).toBe(true)
  })

  test.each(['steering committee', title, 'comm session kind:meeting', 'Комитет OR session'])(
    'not for %s: the title is what was asked for',
    (text) => {
      expect(isFoundInText(inBody, text)).toBe(false)
    },
  )

  test('not for what was found elsewhere', () => {
    expect(isFoundInText({ title: 'Alikhan Baimenov', snippetField: 'posts' }, 'chairman')).toBe(false)
    expect(isFoundInText({ title: 'Alikhan Baimenov', snippetField: null }, 'Байменов')).toBe(false)
  })
})
