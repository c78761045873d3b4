import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fold, words } from '../../../../src/shared/text/fold.ts'
import { nameKeys, namePrefixKeys } from '../../../../src/shared/text/name-keys.ts'
import { kazakhNames, russianNames } from './frequent-names.ts'
import { sameNames } from './name-pairs.ts'
import { bgnKazakh, bgnRussian, iso9, icao, kazakh2017, kazakh2018, kazakh2021, pressRussian, romanised } from './romanisations.ts'

const women = russianNames.filter((name) => /(?:ов|ев|ёв|ин)$/u.test(name)).map((name) => `${name}а`)
const patronymics = kazakhNames.flatMap((name) => (/(?:ев|ов|ин)$/u.test(name) ? [] : [`${name}ұлы`, `${name}қызы`]))
const matrix = sameNames.flat().map((name) => name.toLowerCase())
const cyrillic = [...new Set([...matrix, ...kazakhNames, ...patronymics, ...russianNames, ...women])].filter((name) =>
  /^[\u0400-\u04ff]+$/u.test(name),
)

/** What name-keys.ts does not read back: a sign is lost behind a short stem, с and х stand together as sh, aui before ұ. */
const LOST = new Set(['объедков', 'подъячев', 'гурьев', 'гурьева', 'асхат', 'яссауиұлы', 'яссауиқызы'])

it.each([bgnRussian, pressRussian, iso9, icao, bgnKazakh, kazakh2017, kazakh2018, kazakh2021])('reads $source back', (system) => {
  const read = cyrillic.filter((name) => !LOST.has(name)).map((name) => [name, romanised(name, system)] as const)
  const known = read.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)
  expect(known.length).toBeGreaterThan(100)
  const wrong = known.filter(([name, latin]) => {
    const keys = new Set([...nameKeys(latin), ...nameKeys(fold(latin))])
    return !nameKeys(fold(name)).some((key) => keys.has(key))
  })
  expect(wrong).toEqual([])
})

// In the alphabet of 2017 a letter y is another letter until its apostrophe is typed.
it.each([pressRussian, iso9, icao, bgnKazakh, kazakh2018, kazakh2021])('never loses a name that is typed in $source', (system) => {
  const lost: string[] = []
  for (const name of [...kazakhNames, ...russianNames]) {
    const latin = romanised(name, system)
    if (latin === undefined || LOST.has(name)) continue
    const [key = ''] = nameKeys(fold(name))
    for (let length = 3; length <= latin.length; length++) {
      const typed = latin.slice(0, length)
      const prefixes = [...namePrefixKeys(typed), ...namePrefixKeys(fold(typed))]
      if (!prefixes.some((prefix) => key.startsWith(prefix))) lost.push(`${typed} → ${name}`)
    }
  }
  expect(lost).toEqual([])
})

// docs/search.md is full of names in several spellings.
it('keeps apart the words of English texts', () => {
  const english = new Set<string>()
  const root = new URL('../../../../', import.meta.url)
  const folders = ['', 'docs/', 'docs/adr/', 'resources/sample/bodies/']
  const files = folders.flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}${name}`))
  for (const file of files.filter((name) => name.endsWith('.md') && name !== 'docs/search.md')) {
    for (const word of words(readFileSync(new URL(file, root), 'utf8'))) if (/^[a-z]{3,}$/u.test(word)) english.add(word)
  }
  expect(english.size).toBeGreaterThan(2_000)
  const byKey = new Map<string, string[]>()
  for (const word of english) for (const key of nameKeys(word)) byKey.set(key, [...(byKey.get(key) ?? []), word])
  const sharing = new Set([...byKey.values()].filter((group) => group.length > 1).flat())
  expect(sharing.size / english.size, [...sharing].join(' ')).toBeLessThan(0.005)
})
