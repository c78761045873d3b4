/**
 * What a Cyrillic letter gives to a name key. Keys are written in lower-case Latin letters with three capitals, so that
 * each of these sounds is one letter: Z ж, S ш, C ч (щ is SC). Letters that depend on their neighbours (и й ї ј я ю ь ъ ы)
 * are read in read-cyrillic.ts.
 *
 * Sources: the Russian alphabet; the Kazakh Cyrillic alphabet of 1940 with the letters that its Latin alphabets of 2017,
 * 2018 and 2021 and BGN/PCGN 1979 give to it; Ukrainian, Belarusian and South Slavic letters as far as they are written
 * otherwise. Қ is К and Ғ is Г, because Russian spellings of Kazakh names write them so.
 */
export const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'Z',
  з: 'z',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'C',
  ш: 'S',
  щ: 'SC',
  э: 'e',
  // Kazakh
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  // Ukrainian and Belarusian
  є: 'e',
  ґ: 'g',
  ў: 'u',
  // South Slavic
  ђ: 'Z',
  ѓ: 'g',
  ѕ: 'dz',
  љ: 'l',
  њ: 'n',
  ћ: 'C',
  ќ: 'k',
  џ: 'Z',
}
