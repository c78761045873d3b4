import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { savedTextName } from '../../../../../src/shared/model/saved-text.ts'
import { Caller } from '../../../../contract/app/connection.ts'
import { createTestApp, type TestApp } from '../../../../support/app.ts'

let app: TestApp
let caller: Caller
beforeEach(async () => {
  app = await createTestApp()
  caller = new Caller(app.client('one'))
})
afterEach(() => app.dispose())

describe('host.saveText', () => {
  test('writes where the dialog says, in UTF-8 as it is; a dismissed dialog writes nothing', async () => {
    const text = '\uFEFFНазвание;Қазақстан\r\n'
    const input = { name: 'Attendance', text, type: 'text/csv' } as const
    expect(await caller.call('host.saveText', input)).toEqual({ saved: false })
    const path = join(app.home, 'attendance.csv')
    await writeFile(path, 'before')
    app.desktop.savePlaces.push(path)
    expect(await caller.call('host.saveText', input)).toEqual({ saved: true })
    expect(await readFile(path)).toEqual(Buffer.from(text, 'utf8'))
    expect(await readdir(app.home)).toEqual(['attendance.csv'])
  })

  test('a place that takes nothing is a sentence, and leaves nothing behind', async () => {
    const path = join(app.home, 'taken.md')
    await mkdir(path)
    app.desktop.savePlaces.push(join(app.home, 'gone', 'a.md'), path)
    const input = { name: 'a.md', text: 'x', type: 'text/markdown' } as const
    await caller.refused('MISSING', 'host.saveText', input)
    await caller.refused('IO', 'host.saveText', input)
    expect(await readdir(app.home)).toEqual(['taken.md'])
  })

  test('saves no other kinds of files, and none in a browser', async () => {
    await caller.refused('INVALID_INPUT', 'host.saveText', { name: 'a.html', text: 'x', type: 'text/html' } as never)
    await app.dispose()
    app = await createTestApp({ kind: 'browser' })
    await new Caller(app.client('one')).refused('UNSUPPORTED', 'host.saveText', { name: 'a', text: 'x', type: 'text/plain' })
  })

  test('a name gets the ending of its type, unless it has it', () => {
    expect(savedTextName('Steering Committee, v1.2', 'text/calendar')).toBe('Steering Committee, v1.2.ics')
    expect(savedTextName('Actions.MD', 'text/markdown')).toBe('Actions.MD')
    expect(savedTextName('run.exe', 'text/plain')).toBe('run.exe.txt')
  })

  test('a name has no sign that a system refuses, and no two full stops', () => {
    expect(savedTextName('Hub: открытые поручения на 22 ноября 2026 г.', 'text/markdown')).toBe(
      'Hub, открытые поручения на 22 ноября 2026 г.md',
    )
    expect(savedTextName('Decisions, “a/b”?', 'text/markdown')).toBe('Decisions, “a-b”.md')
  })
})
