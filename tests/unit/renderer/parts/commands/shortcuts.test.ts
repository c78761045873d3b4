import { describe, expect, test } from 'vitest'
import { commandOf, formatAccelerator, readAccelerator } from '../../../../../src/renderer/parts/commands/shortcuts.ts'
import { commands } from '../../../../../src/shared/commands.ts'

const keys = (code: string, ...held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})
const reading = { platform: 'win32', typing: false }
const typing = { platform: 'win32', typing: true }

describe('shortcuts', () => {
  test('go by the physical key', () => {
    // on a Russian layout this key types "л"
    expect(commandOf(keys('KeyK', 'ctrl'), reading)).toBe('search.open')
    expect(commandOf(keys('Digit4', 'ctrl'), reading)).toBe('go.meetings')
    expect(commandOf(keys('ArrowLeft', 'alt'), reading)).toBe('history.back')
    expect(commandOf(keys('F1'), reading)).toBe('help.shortcuts')
    expect(commandOf(keys('KeyF', 'ctrl'), typing)).toBe('record.find')
    expect(commandOf(keys('F3', 'shift'), typing)).toBe('record.findPrevious')
  })

  test('take Cmd on a Mac and Ctrl elsewhere', () => {
    const mac = { platform: 'darwin', typing: false }
    expect(commandOf(keys('KeyK', 'meta'), mac)).toBe('search.open')
    expect(commandOf(keys('KeyK', 'ctrl'), mac)).toBeUndefined()
    expect(commandOf(keys('KeyK', 'meta'), reading)).toBeUndefined()
  })

  test('want exactly their keys', () => {
    expect(commandOf(keys('KeyN', 'ctrl'), reading)).toBe('record.new')
    expect(commandOf(keys('KeyN', 'ctrl', 'shift'), reading)).toBe('record.chooseKind')
    expect(commandOf(keys('KeyN'), reading)).toBeUndefined()
  })

  test('leave the text to who is typing', () => {
    expect(commandOf(keys('Delete'), reading)).toBe('record.trash')
    expect(commandOf(keys('Delete'), typing)).toBeUndefined()
    expect(commandOf(keys('KeyZ', 'ctrl'), reading)).toBe('edit.undo')
    expect(commandOf(keys('KeyZ', 'ctrl'), typing)).toBeUndefined()
    expect(commandOf(keys('KeyK', 'ctrl'), typing)).toBe('search.open')
  })

  test('leave moving by words to a Mac’s text', () => {
    expect(commandOf(keys('ArrowLeft', 'alt'), { platform: 'darwin', typing: true })).toBeUndefined()
    expect(commandOf(keys('ArrowLeft', 'alt'), typing)).toBe('history.back')
  })

  test('no two commands share a key', () => {
    const chords = commands
      .filter(({ accelerator }) => accelerator !== '')
      .map(({ accelerator }) => JSON.stringify(readAccelerator(accelerator, 'win32')))
    expect(new Set(chords).size).toBe(chords.length)
  })

  test('are shown as they stand on the keyboard', () => {
    expect(formatAccelerator('CmdOrCtrl+Shift+E', 'win32')).toBe('Ctrl Shift E')
    expect(formatAccelerator('CmdOrCtrl+Shift+E', 'darwin')).toBe('⌘ ⇧ E')
    expect(formatAccelerator('Alt+Left', 'linux')).toBe('Alt ←')
  })
})
