/**
 * Writes resources/countries.json: ISO 3166-1 codes (i18n-iso-countries) with CLDR's names in en, ru and kk
 * (cldr-localenames-full), corrected by the reviewed table of protocol names in resources/protocol-names.json.
 *
 *   npm run countries            write the file
 *   npm run countries -- --check fail when the file differs from what would be written
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
type Codes = readonly (readonly [alpha2: string, alpha3: string, numeric: string])[]
const codes = require('i18n-iso-countries/codes.json') as Codes

const locales = ['en', 'ru', 'kk'] as const
type Names = Record<(typeof locales)[number], string>
interface Entry {
  code: string
  alpha2: string
  numeric: string
  shortNames: Names
  formalNames: Names
  otherNames: string[]
}

const cldr = (locale: string) =>
  (
    require(`cldr-localenames-full/main/${locale}/territories.json`) as {
      main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>
    }
  ).main[locale]!.localeDisplayNames.territories
const territories = Object.fromEntries(locales.map((locale) => [locale, cldr(locale)])) as Record<
  (typeof locales)[number],
  Record<string, string>
>

/** A correction: any of the fields, and the source of each. */
interface Correction {
  shortNames?: Partial<Names>
  formalNames?: Partial<Names>
  otherNames?: string[]
  source: string
}
const tableFile = new URL('../resources/protocol-names.json', import.meta.url)
const table = (existsSync(tableFile) ? JSON.parse(readFileSync(tableFile, 'utf8')) : {}) as Record<string, Correction>

const entries: Entry[] = codes
  .map(([alpha2, code, numeric]) => {
    const correction = table[code]
    const byCldr = Object.fromEntries(locales.map((locale) => [locale, territories[locale][alpha2] ?? ''])) as Names
    return {
      code,
      alpha2: alpha2.toLowerCase(),
      numeric,
      shortNames: { ...byCldr, ...correction?.shortNames },
      formalNames: { en: '', ru: '', kk: '', ...correction?.formalNames },
      otherNames: correction?.otherNames ?? [],
    }
  })
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))

const unknown = Object.keys(table).filter((code) => !entries.some((entry) => entry.code === code))
if (unknown.length > 0) throw new Error(`resources/protocol-names.json names codes that ISO 3166-1 does not have: ${unknown.join(', ')}`)

const target = new URL('../resources/countries.json', import.meta.url)
const text = `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('resources/countries.json is not what scripts/build-countries.ts makes: run npm run countries')
    process.exit(1)
  }
} else writeFileSync(target, text)
