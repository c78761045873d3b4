import { describe, expect, it } from 'vitest'
import { matchesAll, type FieldTexts } from '../../../../src/shared/search/match-query.ts'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'

const texts: FieldTexts = {
  title: ['Send the remuneration study to members'],
  names: ['Hub meetings', 'Алихан Байменов'],
  properties: ['decided in Astana'],
  owners: ['Rex Facer'],
}
const matches = (query: string) => {
  const { root } = parseQuery(query)
  return root === null || matchesAll(root, texts, (node) => node.type === 'kind' && node.kind === 'meeting')
}

describe('a few texts', () => {
  it.each([
    'remuneration study',
    'study REMUN',
    'Baimenov Alikhan',
    '"the remuneration study"',
    '"Alikhan Baimenov"',
    'deciding',
    'kind:meeting study',
    'meetings OR parrot',
    'study -parrot',
    'owner:facer',
    'owner:"Rex Facer"',
    'in:title study',
    '-in:names in:title send',
    '-(parrot OR cockatoo)',
  ])('are what is asked for: %s', (query) => expect(matches(query)).toBe(true))

  it.each([
    'remuneration parrot',
    '"study remuneration"',
    '"members Hub"',
    '"remun study"',
    'in:names remuneration',
    'facer',
    'kind:study',
    'study -remuneration',
    '-owner:facer',
    'is:overdue',
    'in:title decided',
    'in:names meet decided',
  ])('are not: %s', (query) => expect(matches(query)).toBe(false))
})
