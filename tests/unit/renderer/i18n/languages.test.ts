/** Both languages say all of it: the same keys with the same values put in, every plural form, nothing left in English. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../../src/renderer/i18n')
const namespaces = readdirSync(join(folder, 'en')).map((file) => basename(file, '.json'))

/** The same in both languages: names of formats, keys and symbols. */
const SAME = new Set([
  'ISBN',
  'DOI',
  'EN',
  'RU',
  'KK',
  'English',
  'Русский',
  'Қазақша',
  'Markdown',
  'Enter',
  'Alt ↑',
  'Alt ↓',
  'Ctrl V',
  'Ctrl ↵',
  'Corr.{{number}}',
  'Rapporteur {{version}}',
])

/** `_zero` and `_single` are offered beside the forms of a language's own. */
const FORM = /_(zero|single|one|few|many|other)$/
const forms = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()

type Words = { readonly [key: string]: string | Words }
const wordsOf = (language: string, namespace: string) =>
  JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8')) as Words

/** Every sentence by its key without the form, and in it by its form; '' where it has none. */
function sentences(words: Words, path = '', found = new Map<string, Map<string, string>>()): Map<string, Map<string, string>> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value !== 'string') {
      sentences(value, `${path}${key}.`, found)
      continue
    }
    const name = path + key.replace(FORM, '')
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(FORM.exec(key)?.[1] ?? '', value))
  }
  return found
}

const placed = (value: string) => Array.from(value.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? '')
const placedIn = (values: Iterable<string>) => [...new Set([...values].flatMap(placed))].toSorted()
const own = (of: Map<string, string>) => [...of.keys()].filter((form) => form !== 'zero' && form !== 'single').toSorted()

test('both languages have the same files', () => {
  expect(readdirSync(join(folder, 'ru')).toSorted()).toEqual(readdirSync(join(folder, 'en')).toSorted())
})

test.each(namespaces)('%s: Russian has the keys of English, and every plural form', (namespace) => {
  const english = sentences(wordsOf('en', namespace))
  const russian = sentences(wordsOf('ru', namespace))
  expect([...russian.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  for (const [key, of] of english) {
    const plural = of.has('other')
    expect(own(of), `${namespace}.${key} in English`).toEqual(plural ? forms('en') : own(of))
    expect(own(russian.get(key)!), `${namespace}.${key} in Russian`).toEqual(plural ? forms('ru') : own(of))
    expect(russian.get(key)!.has('zero'), `${namespace}.${key} of none`).toBe(of.has('zero'))
  }
})

test.each(namespaces)('%s: what is put into a sentence is put in in both languages', (namespace) => {
  const russian = sentences(wordsOf('ru', namespace))
  for (const [key, of] of sentences(wordsOf('en', namespace))) {
    expect(placedIn(russian.get(key)?.values() ?? []), `${namespace}.${key}`).toEqual(placedIn(of.values()))
  }
})

test.each(namespaces)('%s: a Russian form that stands for 21 as for 1 says how many where its other forms do', (namespace) => {
  const figures = new Set(['count', 'number', 'formatted', 'shown'])
  for (const [key, of] of sentences(wordsOf('ru', namespace))) {
    const few = of.get('few')
    if (few === undefined || !placed(few).some((name) => figures.has(name))) continue
    expect(
      placed(of.get('one') ?? '').some((name) => figures.has(name)),
      `${namespace}.${key}`,
    ).toBe(true)
  }
})

test.each(namespaces)('%s: nothing is empty that English says, and nothing was left in English', (namespace) => {
  const english = sentences(wordsOf('en', namespace))
  for (const [key, of] of sentences(wordsOf('ru', namespace))) {
    const inEnglish = new Set(english.get(key)?.values())
    for (const value of of.values()) {
      expect(value === '', `${namespace}.${key} is empty`).toBe(inEnglish.has(''))
      const hasWords = /\p{L}/u.test(value.replaceAll(/\{\{\w+\}\}/g, ''))
      if (hasWords && inEnglish.has(value)) expect([...SAME], `${namespace}.${key}`).toContain(value)
    }
  }
})

test.each(namespaces)('%s: quotation marks and dashes of Russian', (namespace) => {
  for (const [key, of] of sentences(wordsOf('ru', namespace))) {
    for (const value of of.values()) {
      expect(value, `${namespace}.${key}`).not.toMatch(/[“”"„]/)
      expect(value, `${namespace}.${key}: a dash begins no line`).not.toMatch(/ —/)
    }
  }
})
