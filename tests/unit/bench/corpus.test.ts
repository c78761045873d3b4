import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Corpus } from '../../../bench/corpus.ts'
import { recordLinks } from '../../../src/shared/model/links.ts'
import type { AnyRecord } from '../../../src/shared/model/record.ts'
import { record } from '../../../src/shared/model/record.ts'
import { findLinks } from '../../../src/shared/markdown/links.ts'
import { findTasks } from '../../../src/shared/markdown/tasks.ts'
import { linkKey } from '../../../src/shared/text/link-key.ts'

const SIZE = 2_000
const corpus = new Corpus({ seed: 7, records: SIZE })
const records: readonly AnyRecord[] = [...corpus.batches(300)].flat()

const hashOf = (all: Iterable<readonly AnyRecord[]>) => {
  const hash = createHash('sha256')
  for (const batch of all) for (const { title, body } of batch) hash.update(`${title}\n${body}\n`)
  return hash.digest('hex')
}
const bytesOf = (one: AnyRecord) => Buffer.byteLength(JSON.stringify(one))
const meanBytes = (kind: AnyRecord['kind']) => {
  const sizes = records.filter((one) => one.kind === kind).map(bytesOf)
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}
const share = (kind: AnyRecord['kind']) => records.filter((one) => one.kind === kind).length / SIZE

describe('the corpus', () => {
  it('is the same for the same seed, in batches of any size and on every version of Node', () => {
    const small = new Corpus({ seed: 1, records: 200 })
    const expected = 'd5b61487c3cab4c4307ffa1fea9632aacc1bd5ca92229dcd00ebb99c6a3e3f70'
    expect(hashOf(small.batches(7))).toBe(expected)
    expect(hashOf(new Corpus({ seed: 1, records: 200 }).batches(200))).toBe(expected)
    expect(hashOf(new Corpus({ seed: 2, records: 200 }).batches(200))).not.toBe(expected)
  })

  it('makes one record by itself as in the row of all', () => {
    expect(corpus.record(1_234)).toEqual(records[1_234])
  })

  it('is made of valid records', () => {
    const refused = records.filter((one) => !record.safeParse(one).success)
    expect(refused).toEqual([])
  })

  it('has unique ids, titles and e-mail addresses', () => {
    const addresses = records.flatMap((one) => (one.kind === 'contact' ? one.emails.map(({ value }) => value) : []))
    expect(new Set(records.map(({ id }) => id)).size).toBe(SIZE)
    expect(new Set(records.map(({ title }) => linkKey(title))).size).toBe(SIZE)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toHaveLength(SIZE * 0.4)
  })

  it('has the shares and sizes of the plan', () => {
    expect([share('contact'), share('note'), share('meeting'), share('study')]).toEqual([0.4, 0.25, 0.25, 0.1])
    const apart = (mean: number, wanted: number) => Math.abs(mean / wanted - 1)
    expect(apart(meanBytes('note'), 2_000)).toBeLessThan(0.1)
    expect(apart(meanBytes('meeting'), 5_000)).toBeLessThan(0.1)
    expect(apart(meanBytes('study'), 20_000)).toBeLessThan(0.1)
    // the empty fields of a contact weigh more than its text
    expect(meanBytes('contact')).toBeLessThan(1_400)
  })

  it('is Cyrillic in a fifth of its records', () => {
    const ofLanguage = (language: string) => records.filter((one) => one.language === language).length / SIZE
    expect(ofLanguage('ru')).toBeCloseTo(0.1, 2)
    expect(ofLanguage('kk')).toBeCloseTo(0.1, 2)
    const russian = records.filter((one) => one.language === 'ru' && one.kind === 'note').map(({ body }) => body)
    const letters = russian.join('').match(/\p{L}/gu)?.length ?? 0
    const cyrillic = russian.join('').match(/\p{Script=Cyrillic}/gu)?.length ?? 0
    expect(cyrillic / letters).toBeGreaterThan(0.9)
    expect(records.some(({ body }) => /\p{Script=Hangul}/u.test(body))).toBe(true)
  })

  it('links in 8 % of its sentences, and only to records that there are', () => {
    const notes = records.filter((one) => one.kind === 'note').map(({ body }) => body.replaceAll(/^##.*$/gm, ''))
    const sentences = notes.join('\n').match(/\.(?=\s|$)/g)?.length ?? 0
    const linked = notes.join('\n').match(/\[\[/g)?.length ?? 0
    expect(linked / sentences).toBeGreaterThan(0.07)
    expect(linked / sentences).toBeLessThan(0.09)
    const titles = new Set(records.map(({ title }) => linkKey(title)))
    const missing = records.flatMap((one) => [
      ...findLinks(one.body).map((link) => link.target),
      ...recordLinks(one).map(({ name }) => name),
    ])
    expect(missing.filter((name) => !titles.has(linkKey(name)))).toEqual([])
  })

  it('has tasks with somebody responsible in its minutes', () => {
    const tasks = records.filter((one) => one.kind === 'meeting').flatMap(({ body }) => findTasks(body))
    expect(tasks.length).toBeGreaterThan(SIZE / 10)
    expect(tasks.filter(({ responsible, due }) => responsible.length === 0 || due === '')).toEqual([])
  })

  it('draws words by Zipf’s law: the first ten make up a quarter, most occur seldom', () => {
    const counts = new Map<string, number>()
    const english = records.filter((one) => one.kind === 'study' && one.language === 'en')
    for (const { body } of english)
      for (const [word] of body.toLowerCase().matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const sorted = [...counts.values()].toSorted((a, b) => b - a)
    const all = sorted.reduce((sum, count) => sum + count, 0)
    const first = sorted.slice(0, 10).reduce((sum, count) => sum + count, 0)
    expect(first / all).toBeGreaterThan(0.2)
    expect(first / all).toBeLessThan(0.35)
    expect(counts.size).toBeGreaterThan(15_000)
  })
})
