import { describe, expect, it } from 'vitest'
import { safeName } from '../../../../src/shared/text/safe-file-name.ts'

describe('safeName', () => {
  it.each([
    ['Alikhan Baimenov', 'Alikhan Baimenov'],
    ['Алихан Байменов', 'Алихан Байменов'],
    ['Қазақстан Республикасы', 'Қазақстан Республикасы'],
    ['SC/2023/2', 'SC-2023-2'],
    ['a\\b:c', 'a-b-c'],
    ['Who? Why* <now>', 'Who Why (now)'],
    ['The "quoted" `one`', "The 'quoted' 'one'"],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1 .x', '_com1 .x'],
    ['COM¹', '_COM¹'],
    ['Contact', 'Contact'],
    ['.hidden', 'hidden'],
    ['end. . ', 'end'],
    ['...', 'Untitled'],
    ['???', 'Untitled'],
    ['a\u202eb\u200ec', 'a b c'],
    ['a\u2028b', 'a b'],
    ['Cafe\u0301', 'Café'],
    ['\ud800x', 'x'],
  ])('%j', (title, name) => {
    expect(safeName(title)).toBe(name)
  })

  it('cuts between letters, never within one, at 120 bytes with the ending', () => {
    expect(safeName('x'.repeat(400))).toBe('x'.repeat(117))
    expect(safeName('Ж'.repeat(400))).toBe('Ж'.repeat(58))
    const family = '👩‍👩‍👧‍👦'
    expect(safeName(family.repeat(30))).toBe(family.repeat(4))
    expect(safeName(`${'x'.repeat(116)} y`)).toBe('x'.repeat(116))
    expect(Buffer.byteLength(safeName(`e${'\u0317'.repeat(300)}`))).toBeLessThanOrEqual(117)
  })
})
