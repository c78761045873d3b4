/** Languages by their BCP 47 tags, named in the reader's language. */
import { words } from '../../../../shared/text/fold.ts'
import { formatLocale } from '../../../i18n/index.ts'

/** Those an international secretariat meets; any other tag can be typed. */
const tags = [
  'en',
  'ru',
  'kk',
  'fr',
  'es',
  'ar',
  'zh',
  'de',
  'it',
  'pt',
  'ja',
  'ko',
  'tr',
  'az',
  'be',
  'bg',
  'bn',
  'cs',
  'da',
  'el',
  'et',
  'fa',
  'fi',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'ka',
  'ky',
  'lt',
  'lv',
  'mk',
  'mn',
  'ms',
  'nl',
  'no',
  'pl',
  'ps',
  'ro',
  'sk',
  'sl',
  'sq',
  'sr',
  'sv',
  'th',
  'tg',
  'tk',
  'uk',
  'ur',
  'uz',
  'vi',
  'kk-Cyrl',
  'kk-Latn',
  'uz-Cyrl',
  'uz-Latn',
  'sr-Cyrl',
  'sr-Latn',
] as const

const WELL_FORMED = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

/** "Kazakh" for `kk`; a tag that has no name, and a text that is no tag, stand as they are. */
export function languageName(tag: string, locale = formatLocale()): string {
  if (!WELL_FORMED.test(tag)) return tag
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    // not a tag after all, such as a word longer than any language's
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** Languages whose name in the reader's language, in English or in itself begins so, or whose tag does. */
export function languageOptions(text: string): readonly { value: string; label: string; detail: string }[] {
  const typed = words(text).join(' ')
  return tags
    .filter((tag) =>
      [tag, languageName(tag), languageName(tag, 'en'), languageName(tag, tag)].some((name) => words(name).join(' ').startsWith(typed)),
    )
    .map((tag) => ({ value: tag, label: languageName(tag), detail: tag }))
}
