/** Values of fields in the language of an export. */
import type { ExportLanguage } from '../../shared/model/export-options.ts'
import { dateInWords } from '../../shared/text/dates-in-words.ts'
import { asText } from './plain-markdown.ts'
import type { FileNames } from './property-values.ts'
import { exportWords, type ExportWords, type Label } from './words/index.ts'

export class PlainWords {
  readonly say: ExportWords
  readonly #language: ExportLanguage
  readonly #files: FileNames
  readonly #countryNames: ReadonlyMap<string, string>

  constructor(language: ExportLanguage, files: FileNames, countryNames: ReadonlyMap<string, string>) {
    this.say = exportWords(language)
    this.#language = language
    this.#files = files
    this.#countryNames = countryNames
  }

  label(label: Label): string {
    return this.say.labels[label]
  }

  /** A link in Rapporteur's form where a record of the export bears the name, else the name. */
  name(name: string): string {
    return this.#files.fileOf(name) === undefined ? asText(name) : `[[${name}]]`
  }

  country(code: string): string {
    return asText(this.#countryNames.get(code) ?? code)
  }

  date(partial: string): string {
    return dateInWords(partial, this.#language)
  }

  /** Either end may be open. */
  period(from: string, to: string): string {
    const inGenitive = (date: string) => dateInWords(date, this.#language, 'genitive')
    if (from === '') return to && this.say.until(inGenitive(to))
    if (to === '') return this.say.since(inGenitive(from))
    return from === to ? this.date(from) : `${this.date(from)} – ${this.date(to)}`
  }

  language(tag: string): string {
    return this.say.language[tag.split('-')[0]?.toLowerCase() ?? ''] ?? tag
  }

  /** Who somebody speaks for. */
  represents({ country, organisation }: { readonly country: string; readonly organisation: string }): string {
    return together(country && this.country(country), organisation && this.name(organisation))
  }
}

/** What there is of some parts. */
export const together = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ')
