/**
 * Text typed on the wrong keyboard layout. The layouts are written key by key, row by row, without and with Shift: US
 * QWERTY, Russian ЙЦУКЕН and Kazakh, as Windows, macOS (PC) and X11 have them in common.
 */
const QWERTY = '`1234567890-=qwertyuiop[]asdfghjkl;\'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
const RUSSIAN = 'ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
const KAZAKH = '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№)!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?'

const TO_RUSSIAN = keys(QWERTY, RUSSIAN)
const TO_KAZAKH = keys(QWERTY, KAZAKH)
const FROM_RUSSIAN = keys(RUSSIAN, QWERTY)
const FROM_KAZAKH = keys(KAZAKH, QWERTY)

function keys(from: string, to: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (let at = 0; at < from.length; at++) map.set(from.charAt(at), to.charAt(at))
  return map
}

const LATIN = /[a-z]/iu
const CYRILLIC = /[\u0400-\u04ff]/u
const KAZAKH_LETTER = /[әіңғүұқөһ]/iu

/**
 * What the same keys give on the other layouts, likeliest first; nothing when there is no letter that would become
 * another. Letters and the signs on letter keys change; white space stays.
 */
export function otherLayouts(text: string): readonly string[] {
  const found: string[] = []
  const add = (typed: string): void => {
    if (typed !== text && !found.includes(typed)) found.push(typed)
  }
  if (CYRILLIC.test(text)) {
    if (KAZAKH_LETTER.test(text)) add(retyped(text, FROM_KAZAKH))
    else {
      add(retyped(text, FROM_RUSSIAN))
      add(retyped(text, FROM_KAZAKH))
    }
    return found
  }
  if (!LATIN.test(text) && !/[,.;'[\]`<>:"{}~0-9]/u.test(text)) return found
  for (const layout of [TO_RUSSIAN, TO_KAZAKH]) {
    const typed = retyped(text, layout)
    if (CYRILLIC.test(typed)) add(typed)
  }
  return found
}

function retyped(text: string, layout: ReadonlyMap<string, string>): string {
  let typed = ''
  for (const letter of text) typed += layout.get(letter) ?? letter
  return typed
}
