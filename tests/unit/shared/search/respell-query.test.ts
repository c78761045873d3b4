import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'
import { respelledQuery, retypedQueries } from '../../../../src/shared/search/respell-query.ts'

describe('a query on another layout', () => {
  it.each([
    [',fqvtyjd', 'байменов'],
    ['Ифшьутщм', 'Baimenov'],
    ['kind:contact ,fqvtyjd', 'kind:contact байменов'],
    ['country:KAZ "ktrnjh fcnfyf" -is:draft', 'country:KAZ "лектор астана" -is:draft'],
    ['лштвЖыегвн', 'kind:study'],
  ])('%s is %s', (typed, meant) => expect(retypedQueries(typed)).toContain(meant))

  it('is not looked for when a page was pasted', () => {
    expect(retypedQueries(`${'ghbdtn '.repeat(70)}`)).toContain('привет '.repeat(70))
    expect(retypedQueries(`${'ghbdtn '.repeat(80)}`)).toEqual([])
  })

  it('is never the query itself', () => {
    for (const text of ['', '123', 'kind:study', 'Kim']) expect(retypedQueries(text)).not.toContain(text)
  })
})

describe('a query with words as they were taken', () => {
  it.each([
    ['Schumy Kim', 'schumi Kim'],
    ['kind:contact (schumy OR Šumy)', 'kind:contact (schumi OR šumi)'],
    ['"Robert schumy" -schumy', '"Robert schumi" -schumy'],
  ])('%s', (typed, shown) => {
    const { root } = parseQuery(typed)
    expect(root && respelledQuery(typed, root, { schumy: ['schumi'], sumy: ['šumi'] })).toBe(shown)
  })
})
