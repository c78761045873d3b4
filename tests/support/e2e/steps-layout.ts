/** Keys as a keyboard with the Russian layout sends them: the same place, another letter. */
import type { CDPSession, Page } from '@playwright/test'

const ROWS: readonly (readonly [letters: string, codes: readonly string[]])[] = [
  ['йцукенгшщзхъ', [...'QWERTYUIOP'].map((key) => `Key${key}`).concat('BracketLeft', 'BracketRight')],
  ['фывапролджэ', [...'ASDFGHJKL'].map((key) => `Key${key}`).concat('Semicolon', 'Quote')],
  ['ячсмитьбю.', [...'ZXCVBNM'].map((key) => `Key${key}`).concat('Comma', 'Period', 'Slash')],
  ['1234567890-', [...'1234567890'].map((key) => `Digit${key}`).concat('Minus')],
  [' ', ['Space']],
]
const PLACES = new Map(ROWS.flatMap(([letters, codes]) => [...letters].map((letter, at) => [letter, codes[at] ?? ''] as const)))
const LETTERS = new Map([...PLACES].map(([letter, code]) => [code, letter]))

const sessions = new WeakMap<Page, Promise<CDPSession>>()
const sessionOf = (page: Page): Promise<CDPSession> => {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  return known
}

const virtualKey = (code: string): number => (/^Key.$/.test(code) ? code.charCodeAt(3) : 0)

/** Presses each key of a text. */
export async function typeRussian(page: Page, text: string): Promise<void> {
  const session = await sessionOf(page)
  for (const letter of text) {
    const code = PLACES.get(letter.toLowerCase())
    if (code === undefined) throw new Error(`“${letter}” is on no key of the Russian layout.`)
    const key = { key: letter, code, windowsVirtualKeyCode: virtualKey(code), modifiers: letter === letter.toLowerCase() ? 0 : 8 }
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: letter })
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
  }
}

/** Presses a key by its place, with Ctrl and perhaps Shift. */
export async function pressRussian(page: Page, code: string, { shift = false } = {}): Promise<void> {
  const session = await sessionOf(page)
  const letter = LETTERS.get(code) ?? ''
  const key = {
    key: shift ? letter.toUpperCase() : letter,
    code,
    windowsVirtualKeyCode: virtualKey(code),
    modifiers: shift ? 2 + 8 : 2,
  }
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown' })
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
}
