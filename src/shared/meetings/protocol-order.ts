/** The order in which protocol names countries: by their short names in one language, as that language's alphabet has them. Pure. */

/** The languages in which a list of participants is put in order. */
export const protocolLanguages = ['en', 'ru', 'kk'] as const
export type ProtocolLanguage = (typeof protocolLanguages)[number]

/** Compares two names as the language's alphabet has them; case and marks count only between names that are otherwise the same. */
export const namesInOrder = (language: ProtocolLanguage): ((a: string, b: string) => number) => new Intl.Collator(language).compare

/** Country codes in protocol order. `nameOf` gives the short name in that language; a code without one stands by its letters. */
export function protocolOrder(codes: Iterable<string>, language: ProtocolLanguage, nameOf: (code: string) => string): string[] {
  const compare = namesInOrder(language)
  return Array.from(new Set(codes), (code) => ({ code, name: nameOf(code) || code }))
    .toSorted((a, b) => compare(a.name, b.name) || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code)
}
