import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../../../src/shared/commands.ts'
import { workspaceFlag } from '../../../../../src/main/hosts/electron/flags.ts'
import { textsFor, unsavedLines } from '../../../../../src/main/hosts/electron/texts.ts'

describe('the words of the menu', () => {
  it('follow the setting, else the system', () => {
    expect(textsFor('system', 'ru-RU').groups.file).toBe('Файл')
    expect(textsFor('system', 'kk-KZ').groups.file).toBe('File')
    expect(textsFor('en', 'ru-RU').groups.file).toBe('File')
    expect(textsFor('ru', 'en-GB').groups.file).toBe('Файл')
  })

  it('name every command, each by a name of its own, in both languages', () => {
    for (const language of ['en', 'ru'] as const) {
      const labels = commands.map(({ id }) => textsFor(language, 'en').commands[id])
      expect(labels.every((label) => label !== '')).toBe(true)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })
})

describe('what closing would cost', () => {
  const unsaved = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), title: `Minutes ${index + 1}`, reason: 'conflict' as const }))

  it('is named record by record, with the reason, in both languages', () => {
    const en = textsFor('en', 'en').unsaved
    expect(en.message(1)).toBe('A record is not saved.')
    expect(unsavedLines(en, unsaved(1))).toBe('Minutes 1 – changed elsewhere too: choose what stands')
    const ru = textsFor('ru', 'en').unsaved
    expect(ru.message(2)).toBe('Не сохранено записей: 2.')
    expect(unsavedLines(ru, unsaved(2)).split('\n')).toHaveLength(2)
  })

  it('stays readable when it is much', () => {
    expect(unsavedLines(textsFor('en', 'en').unsaved, unsaved(20)).split('\n').at(-1)).toBe('and 12 more')
  })
})

describe('a command', () => {
  it('has an id and a key that no other has', () => {
    const ids = commands.map(({ id }) => id)
    const keys = commands.map(({ accelerator }) => accelerator).filter((accelerator) => accelerator !== '')
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('--workspace in Electron’s command line', () => {
  it.each([
    [['electron', '.', '--workspace', '/data/W'], resolve('/data/W')],
    [['electron', '.', '--disable-gpu', '--workspace=W', '--inspect=0'], resolve('W')],
    [['electron', '.', '--disable-gpu'], undefined],
    [['electron', '.', '--workspace'], undefined],
  ])('%j gives %s', (argv, folder) => {
    expect(workspaceFlag(argv)).toBe(folder)
  })

  it('is taken from what Chromium read when the list has lost it', () => {
    expect(workspaceFlag(['electron', '.'], '/data/W')).toBe(resolve('/data/W'))
    expect(workspaceFlag(['electron', '.', '--workspace=/data/V'], '/data/W')).toBe(resolve('/data/V'))
  })
})
