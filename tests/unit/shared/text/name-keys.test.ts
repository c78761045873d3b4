import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../src/shared/text/fold.ts'
import { nameKeys, namePrefixKeys } from '../../../../src/shared/text/name-keys.ts'
import { differentNames, missedNames, sameNames } from './name-pairs.ts'

/** As the index and a query take them: the keys of the folded word, and of the word as it is written. */
const both = (word: string, of: (word: string) => readonly string[]): string[] => [
  ...new Set([...of(fold(word)), ...of(word.toLowerCase())]),
]
const keysOf = (word: string): string[] => both(word, nameKeys)
const joined = (one: string, other: string): boolean => keysOf(one).some((key) => keysOf(other).includes(key))
const shown = (pairs: readonly (readonly [string, string])[]): string[] =>
  pairs.map(([one, other]) => `${one} [${keysOf(one).join(' ')}] ${other} [${keysOf(other).join(' ')}]`)

describe('the matrix of names', () => {
  it('has at least 150 pairs of each kind', () => {
    expect(sameNames.length).toBeGreaterThanOrEqual(150)
    expect(differentNames.length).toBeGreaterThanOrEqual(150)
    expect(new Set([...sameNames, ...differentNames].map((pair) => pair.join(' '))).size).toBe(sameNames.length + differentNames.length)
  })

  it('joins every spelling of a name', () => {
    expect(shown(sameNames.filter(([one, other]) => !joined(one, other)))).toEqual([])
  })

  it('keeps near misses apart', () => {
    expect(shown(differentNames.filter(([one, other]) => joined(one, other)))).toEqual([])
  })

  it('misses only what the documentation says', () => {
    expect(shown(missedNames.filter(([one, other]) => joined(one, other)))).toEqual([])
  })

  it('never loses a name while one of its spellings is typed, from the second letter on', () => {
    const lost: string[] = []
    for (const [one, other] of [...sameNames, ...sameNames.map(([one, other]) => [other, one] as const)]) {
      const keys = keysOf(other)
      for (let length = 2; length <= one.length; length++) {
        const prefixes = both(one.slice(0, length), namePrefixKeys)
        if (!keys.some((key) => prefixes.some((prefix) => key.startsWith(prefix)))) lost.push(`${one.slice(0, length)} → ${other}`)
      }
    }
    expect(lost).toEqual([])
  })
})

describe('keys', () => {
  it.each([
    ['байменов', ['bajmenov']],
    ['baimenov', ['bajmenov', 'baimenov']],
    ['жұмағали', ['Zumagali']],
    ['jumagali', ['Zumagali', 'jumagali']],
    ['хрущев', ['hruSCev']],
    ['šiškin', ['SiSkin']],
    ['şymkent', ['Symkent']],
    ["aqto'be", ['aktobe']],
    ['김판석', ['김판석']],
    ['2023', ['2023']],
    ['', []],
  ])('of %s', (word, keys) => {
    expect(nameKeys(word)).toEqual(keys)
  })

  it('are one for Cyrillic and four at most for Latin', () => {
    for (const [one, other] of [...sameNames, ...differentNames]) {
      for (const name of [fold(one), fold(other)]) {
        const keys = nameKeys(name)
        expect(keys.length).toBeGreaterThan(0)
        expect(keys.length).toBeLessThanOrEqual(/^[\u0400-\u04ff]+$/u.test(name) ? 1 : 4)
        expect(new Set(keys).size).toBe(keys.length)
      }
    }
  })

  it('see through look-alike letters of the other script', () => {
    expect(nameKeys(fold('Djaсta'))).toEqual(nameKeys('djacta'))
    expect(nameKeys(fold('Бaйменoв'))).toEqual(nameKeys('байменов'))
    expect(nameKeys(fold('Kаzаkhstаn'))).toEqual(nameKeys('kazakhstan'))
  })

  it('are there also for words that mix scripts for good', () => {
    expect(nameKeys('vipов')).not.toEqual([])
    expect(nameKeys('covidный')).not.toEqual([])
  })
})

describe('prefixes', () => {
  it.each([
    ['baim', 'Байменов'],
    ['zhu', 'Жұмағали'],
    ['sh', 'Щербаков'],
    ['sh', 'Шишкин'],
    ['k', 'Хабаров'],
    ['z', 'Жуков'],
    ['дж', 'Zhambyl'],
    ['bai', 'Baymenov'],
    ['bay', 'Bajmenov'],
    ['baj', 'Байменов'],
    ['nazarbay', 'Назарбаев'],
    ['vasily', 'Васильев'],
    ['жа', 'Jambyl'],
    ['sch', 'Шмидт'],
    ['sch', 'Щукин'],
    ['ivanov', 'Иванова'],
  ])('%s may become %s', (typed, name) => {
    expect(keysOf(name).some((key) => namePrefixKeys(typed).some((prefix) => key.startsWith(prefix)))).toBe(true)
  })

  it.each([
    ['baimenova', 'Байменов'],
    ['zhum', 'Зумагали'],
    ['li', 'Lee'],
    ['iva', 'Айвазов'],
    ['schu', 'Šumi'],
    ['sch', 'Шумилов'],
  ])('%s cannot become %s', (typed, name) => {
    expect(keysOf(name).some((key) => namePrefixKeys(typed).some((prefix) => key.startsWith(prefix)))).toBe(false)
  })

  it('never begin with one another', () => {
    for (const [name] of sameNames) {
      const prefixes = namePrefixKeys(fold(name))
      for (const one of prefixes) for (const other of prefixes) expect(one !== other && one.startsWith(other)).toBe(false)
    }
  })
})

/** Any UTF-16 at all, halves of surrogate pairs included. */
const codeUnits = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units))

describe('any word', () => {
  const letters = fc.constantFrom(..."abcdeghijkqstuvxyzšžşâûýöабвгдежийкостуыьъэюяәғқңөұүі’'2")
  const word = fc.oneof(
    fc.array(letters, { maxLength: 14 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    codeUnits,
  )

  it('has keys, the same each time, and its own keys begin with its prefixes', () => {
    fc.assert(
      fc.property(word, (sample) => {
        const folded = fold(sample)
        const keys = nameKeys(folded)
        expect(nameKeys(folded)).toEqual(keys)
        expect(keys.length).toBeLessThanOrEqual(4)
        expect(keys.length === 0).toBe(folded === '')
        expect(() => nameKeys(sample.toLowerCase())).not.toThrow()
        const prefixes = namePrefixKeys(folded)
        expect(prefixes.length).toBeLessThan(48)
        // one letter stands for no beginning; such a key is found as a whole
        for (const key of keys) expect(key.length < 2 || prefixes.some((prefix) => key.startsWith(prefix))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is read in time that grows with its length', () => {
    for (const piece of ['shchi', 'ssyy', 'anga', "s'", 'жью', 'аййй', 'jjaui', 'сa', 'e\u0301']) {
      const long = piece.repeat(5_000)
      expect(nameKeys(long).length).toBeGreaterThan(0)
      expect(namePrefixKeys(long).length).toBeGreaterThan(0)
    }
  })
})
