/** Workspaces with a country that may not leave, of which others speak by names that everybody knows and by names that somebody gave it. */
import * as fc from 'fast-check'
import { protocolNames } from '../../src/main/services/countries/protocol-names.ts'
import { countryReference } from '../../src/main/services/countries/reference.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { newRecord } from './new-record.ts'

/** What a person calls it, and a word of the record's text. */
const OWN_ALIAS = 'Quenvarel'
const OWN_NAME = 'Republic of Zorblak'
const OWN_WORD = 'Hubrantik'
/** Lower-case words that may stand nowhere. */
export const OWN_MARKERS: readonly string[] = ['quenvarel', 'zorblak', 'hubrantik']

interface Mention {
  readonly name: string
  readonly how: 'words' | 'link' | 'heading' | 'shown' | 'embed'
}

const written: Readonly<Record<Mention['how'], (name: string) => string>> = {
  words: (name) => name,
  link: (name) => `[[${name}]]`,
  heading: (name) => `[[${name}#${OWN_WORD} talks]]`,
  shown: (name) => `[[${name}|the host]]`,
  embed: (name) => `![[${name}]]`,
}

const places: readonly ((mention: string) => string)[] = [
  (mention) => `They spoke of ${mention}. Then they left.`,
  (mention) => `${mention} spoke`,
  (mention) => `## 1. ${mention}`,
  (mention) => `- [ ] Ask **${mention}** 📅 2023-06-30`,
  (mention) => `> [!decision] SC/2023/5 On ${mention}\n> Agreed.`,
  (mention) => `| a | b |\n|---|---|\n| ${mention.replaceAll('|', '\\|')} | c |`,
]

export interface SpokenCountry {
  readonly country: AnyRecord
  readonly speaker: AnyRecord
  /** Names that everybody knows it by and that its record has. */
  readonly names: readonly string[]
  /** Of what the speaker says, what leaves while the country is no secret. */
  readonly lines: readonly string[]
}

export const spokenCountry: fc.Arbitrary<SpokenCountry> = fc
  .constantFrom(...countryReference.filter(({ code }) => ['KAZ', 'GEO', 'CIV', 'TUR', 'COD', 'GNB'].includes(code)))
  .chain((reference) => {
    const names = [...new Set(protocolNames(reference))].filter((name) => !/[[\]|#^]/.test(name))
    const mention = fc.record({ name: fc.constantFrom(...names), how: fc.constantFrom(...(Object.keys(written) as Mention['how'][])) })
    return fc
      .record({
        called: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4, selector: (name) => name.toLowerCase() }),
        said: fc.array(fc.tuple(mention, fc.constantFrom(...places)), { maxLength: 6 }),
        own: fc.array(
          fc.tuple(fc.constantFrom(OWN_ALIAS, OWN_NAME), fc.constantFrom(...Object.values(written)), fc.constantFrom(...places)),
        ),
        level: fc.constantFrom('internal', 'confidential', 'strictly confidential'),
        isTrashed: fc.boolean(),
      })
      .map(({ called: [title = '', ...aliases], said, own, level, isTrashed }): SpokenCountry => {
        const country = newRecord(1, {
          kind: 'country',
          title,
          aliases: [...aliases, OWN_ALIAS],
          code: reference.code,
          shortNames: reference.shortNames,
          formalNames: { ...reference.formalNames, en: OWN_NAME },
          group: `Group of ${OWN_WORD}`,
          classification: level,
          body: `What ${OWN_WORD} said.`,
        })
        const isCalled = (name: string) => [title, ...aliases].some((one) => one.toLowerCase() === name.toLowerCase())
        const isLost = ({ name, how }: Mention) => how === 'heading' && !isCalled(name)
        const leaves = ({ name, how }: Mention) =>
          how !== 'words' && isCalled(name) ? (how === 'shown' ? 'the host' : name) : written[how](name)
        const [firstName = ''] = names
        const speaker = newRecord(2, {
          kind: 'note',
          title: `Report on ${firstName} of 2023`,
          countries: [reference.code],
          topic: firstName,
          classification: 'public',
          body: [
            // a link to nothing stays, and so would the word of the record's text
            ...said.filter(([one]) => !isLost(one)).map(([one, place]) => place(written[one.how](one.name))),
            ...own.map(([name, write, place]) => place(write(name))),
          ].join('\n\n'),
        })
        return {
          country: isTrashed ? { ...country, trashed: { at: '2023-10-05T09:00:00.000Z', by: { name: 'Anna Lee', device: '' } } } : country,
          speaker,
          names: [title, ...aliases, ...Object.values(reference.shortNames), reference.formalNames.ru, reference.formalNames.kk],
          lines: said.filter(([one]) => !isLost(one)).map(([one, place]) => place(leaves(one))),
        }
      })
  })
