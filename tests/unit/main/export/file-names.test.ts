import { describe, expect, it } from 'vitest'
import { assignFileNames } from '../../../../src/main/export/file-names.ts'
import { idOf } from '../../../support/new-record.ts'

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
