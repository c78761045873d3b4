import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asValue, completeQuery } from '../../../../src/shared/search/complete-query.ts'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'
import { operatorNames } from '../../../../src/shared/search/query.ts'

/** Completes at the `^` of the text. */
function at(marked: string) {
  const caret = marked.indexOf('^')
  const text = marked.replace('^', '')
  const { from, to, items, open } = completeQuery(text, caret)
  return { replaced: text.slice(from, to), items: items.map(({ insert }) => insert), open }
}

describe('at the caret', () => {
  it('offers every operator where a word may begin', () => {
    const all = operatorNames.map((name) => `${name}:`)
    for (const text of ['^', 'Kim ^', 'Kim (^', 'Kim -^', '^ Kim']) expect(at(text).items).toEqual(all)
  })

  it.each([
    ['ki^', 'ki', ['kind:']],
    ['Kim -ki^', 'ki', ['kind:']],
    ['(Kim OR co^', 'co', ['country:']],
    ['KI^', 'KI', ['kind:']],
    ['стр^', 'стр', ['страна:']],
    ['ki^nd:meeting', 'kind:', ['kind:']],
    ['parrot^', 'parrot', []],
  ])('offers operators that begin as %s does', (text, replaced, items) => {
    expect(at(text)).toEqual({ replaced, items, open: null })
  })

  it.each([
    ['kind:me^', 'me', ['meeting']],
    ['kind:min^', 'min', ['minutes']],
    ['вид:про^', 'про', ['протокол']],
    ['is:peer^', 'peer', ['peer-review']],
    ['is:"peer r^', '"peer r', ['peer-review']],
    ['has:^ Kim', '', ['attachment', 'action', 'decision', 'date', 'email', 'phone', 'body']],
    ['kind:c^onta', 'conta', ['contact', 'country']],
    ['before:^', '', []],
  ])('offers values: %s', (text, replaced, items) => {
    expect(at(text)).toEqual({ replaced, items, open: null })
  })

  it.each([
    ['country:Kaz^', 'Kaz', { operator: 'country', typed: 'Kaz' }],
    ['country:"Republic of^"', '"Republic of"', { operator: 'country', typed: 'Republic of' }],
    ['-tag:mission/^', 'mission/', { operator: 'tag', typed: 'mission/' }],
    ['owner:^', '', { operator: 'owner', typed: '' }],
  ])('says which values only the workspace knows: %s', (text, replaced, open) => {
    expect(at(text)).toEqual({ replaced, items: [], open })
  })

  it.each(['"ki^', '"ki"^', 'kind:"study"^', '(Kim)^', 'foo:ki^'])('offers nothing: %s', (text) => {
    expect(at(text)).toMatchObject({ items: [], open: null })
  })

  it('offers nothing in a pasted page', () => {
    const page = 'word '.repeat(2_000)
    expect(completeQuery(`${page}ki`, page.length + 2).items).toEqual([])
  })

  it('offers what the language takes', () => {
    for (const name of operatorNames) {
      const { items } = completeQuery(`${name}:`, name.length + 1)
      for (const { insert } of items) expect(parseQuery(`${name}:${insert} word`).problems, `${name}:${insert}`).toEqual([])
    }
    expect(parseQuery(`country:${asValue('Republic of "Korea"')}`).root).toMatchObject({ name: 'Republic of Korea' })
  })

  it('replaces a part of the text that ends at the caret or behind it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
        fc.nat({ max: 40 }),
        (text, caret) => {
          const { from, to } = completeQuery(text, caret)
          const within = Math.min(caret, text.length)
          expect(from).toBeLessThanOrEqual(within)
          expect(to).toBeGreaterThanOrEqual(within)
          expect(to).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
