/** Keys of commands, by physical key: Ctrl+K is the key that bears K on a Latin keyboard, whatever the layout types. */
import { commands, type CommandId } from '../../../shared/commands.ts'

export interface Chord {
  readonly code: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** Second keys: what other programs have taught the fingers. */
const alternatives: readonly { readonly id: CommandId; readonly accelerator: string }[] = [
  { id: 'record.findNext', accelerator: 'CmdOrCtrl+G' },
  { id: 'record.findPrevious', accelerator: 'CmdOrCtrl+Shift+G' },
  { id: 'edit.redo', accelerator: 'CmdOrCtrl+Y' },
]

const codes: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Return: 'Enter',
  Esc: 'Escape',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

const codeOf = (key: string): string => codes[key] ?? (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)

/** Reads Electron's accelerator syntax for a platform (`darwin`, `win32`, `linux`). */
export function readAccelerator(accelerator: string, platform: string): Chord {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.slice(0, -1).includes(name)
  const mac = platform === 'darwin'
  return {
    code: codeOf(key),
    ctrl: has('Ctrl') || (has('CmdOrCtrl') && !mac),
    meta: has('Cmd') || (has('CmdOrCtrl') && mac),
    alt: has('Alt'),
    shift: has('Shift'),
  }
}

/** The accelerator as it stands on the keyboard: "Ctrl Shift E", "⌘ ⇧ E". */
export function formatAccelerator(accelerator: string, platform: string): string {
  const mac = platform === 'darwin'
  const names: Readonly<Record<string, string>> = mac
    ? { CmdOrCtrl: '⌘', Cmd: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Left: '←', Right: '→', Delete: '⌦', Return: '↵' }
    : { CmdOrCtrl: 'Ctrl', Left: '←', Right: '→', Delete: 'Del', Return: '↵' }
  return accelerator
    .split('+')
    .filter(Boolean)
    .map((key) => names[key] ?? key)
    .join(' ')
}

/** A command's key as it is shown; undefined when it has none. */
export function shortcutOf(id: CommandId, platform: string): string | undefined {
  const accelerator = commands.find((command) => command.id === id)?.accelerator
  return accelerator ? formatAccelerator(accelerator, platform) : undefined
}

export interface PressedKeys {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface PressContext {
  readonly platform: string
  /** The focus is where text is written. */
  readonly typing: boolean
}

/** Keys that belong to the text while one types: what erases, and the field's own undo. */
const textKeys = new Set<CommandId>(['record.trash', 'edit.undo', 'edit.redo'])

/** The command a pressed chord means; undefined when it means none, or belongs to the text being written. */
export function commandOf(pressed: PressedKeys, { platform, typing }: PressContext): CommandId | undefined {
  const found = [...commands, ...alternatives].find(({ accelerator }) => {
    if (!accelerator) return false
    const chord = readAccelerator(accelerator, platform)
    return (
      chord.code === pressed.code &&
      chord.ctrl === pressed.ctrlKey &&
      chord.meta === pressed.metaKey &&
      chord.alt === pressed.altKey &&
      chord.shift === pressed.shiftKey
    )
  })
  if (!found) return undefined
  // on a Mac, Alt with an arrow moves by words
  const movesInText = platform === 'darwin' && pressed.altKey && !pressed.metaKey && !pressed.ctrlKey
  return typing && (textKeys.has(found.id) || movesInText) ? undefined : found.id
}
