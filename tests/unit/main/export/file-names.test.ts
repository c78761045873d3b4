import { describe, expect, it } from 'vitest'
import { assignFileNames, safeName } from '../../../../src/main/export/file-names.ts'
import { idOf } from '../../../support/new-record.ts'

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

describe('assignFileNames', () => {
  const assign = (...titles: string[]) =>
    [...assignFileNames(titles.map((title, index) => ({ id: idOf(index), title }))).entries()].toSorted().map(([, name]) => name)

  it('parts names that some system takes for one', () => {
    expect(assign('Straße', 'STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE (2)', 'strasse (3)'])
    expect(assign('A?', 'a*')).toEqual(['A', 'a (2)'])
    expect(assign('ﬁn', 'FIN')).toEqual(['ﬁn', 'FIN (2)'])
  })

  it('leaves a title that is a safe name alone', () => {
    expect(assign('SC/2023/2', 'SC-2023-2')).toEqual(['SC-2023-2 (2)', 'SC-2023-2'])
  })

  it('finds names for thousands that begin alike, each within 120 bytes', () => {
    const names = assign(...Array.from({ length: 3_000 }, (_, n) => `${'long '.repeat(40)}${n}`))
    expect(new Set(names).size).toBe(3_000)
    expect(names.every((name) => Buffer.byteLength(`${name}.md`) <= 120)).toBe(true)
  })

  it('does not depend on the order it is asked in', () => {
    const heads = ['A/B', 'A-B', 'a\\b', 'A|b'.replace('|', ':')].map((title, index) => ({ id: idOf(index), title }))
    expect(assignFileNames(heads.toReversed())).toEqual(assignFileNames(heads))
  })
})
