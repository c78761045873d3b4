/**
 * Words of the interface. English `common` and `frame` come with the first load; every other namespace, and every one of
 * another language, is a chunk that its feature's first `useTranslation` loads (inside a Suspense boundary).
 */
import { createInstance, type BackendModule, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import common from './en/common.json'
import frame from './en/frame.json'
import { isolated } from './isolate.ts'
import { russianMonths } from './russian-months.ts'

const files = import.meta.glob<Record<string, unknown>>(['./*/*.json', '!./en/common.json', '!./en/frame.json'], { import: 'default' })

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string) {
    const load = files[`./${language}/${namespace}.json`]
    return load ? load() : Promise.reject(new Error(`No words for ${language}/${namespace}`))
  },
}

export const i18n: I18n = createInstance()

/** The languages that are complete. */
export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

/** As each calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' }

/** The first language of the system decides, as it does for the menu of the host; English where it is none of ours. */
export function systemLanguage(): Language {
  const [spoken] = navigator.language.toLowerCase().split('-')
  return languages.find((language) => language === spoken) ?? 'en'
}

/** Starts the words; `common` and `frame` are there at once. */
export const startI18n = (): Promise<unknown> =>
  i18n
    .use(backend)
    .use(initReactI18next)
    .use(russianMonths)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      supportedLngs: [...languages],
      ns: ['common', 'frame'],
      defaultNS: 'common',
      partialBundledLanguages: true,
      resources: { en: { common, frame } },
      // React escapes for the page; what is put into a sentence is only kept from turning it round
      interpolation: { escapeValue: true, escape: isolated },
      // of English it finds nothing to change
      postProcess: [russianMonths.name],
      returnNull: false,
      initAsync: false,
    })

/** The language of dates and numbers: British order for English (17 May 2023). */
export const formatLocale = (): string => (i18n.language === 'en' || !i18n.language ? 'en-GB' : i18n.language)
