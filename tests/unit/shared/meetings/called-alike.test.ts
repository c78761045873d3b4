import { describe, expect, test } from 'vitest'
import { calledAlike, keyedName } from '../../../../src/shared/meetings/called-alike.ts'

const alike = (a: string, b: string) => calledAlike(keyedName(a), keyedName(b))

describe('two names are', () => {
  test.each([
    ['Алихан Байменов', 'Alikhan Baimenov'],
    ['BÄYMENOV Alikhan', 'Alikhan Baimenov'],
    ['Роберт Шуми', 'Robert Šumi'],
    ['Robert Sumi', 'Robert Šumi'],
    ['Kim Pan-Suk', 'Pan Suk Kim'],
    ['H.E. Mr. Rex Facer', 'Rex Facer'],
    ['г-н Байменов Алихан', 'Alikhan Baimenov'],
    ['Larbi Djacta', 'Larbi Djaсta'],
  ])('the same: %s and %s', (a, b) => {
    expect(alike(a, b)).toBe('same')
    expect(alike(b, a)).toBe('same')
  })

  test.each([
    ['Байменов Алихан Мухамедьевич', 'Alikhan Baimenov', 'likely'],
    ['Rex L. Facer', 'Rex Facer', 'likely'],
    ['R. Schumi', 'Robert Schumi', 'near'],
    ['Kim', 'Pan Suk Kim', 'near'],
    ['Pan Suk Lee', 'Pan Suk Kim', 'near'],
  ])('perhaps the same: %s and %s (%#)', (a, b, likeness) => {
    expect(alike(a, b)).toBe(likeness)
    expect(alike(b, a)).toBe(likeness)
  })

  test.each([
    ['Robert Facer', 'Robert Schumi'],
    ['Rex Facer', 'Victor Guzun'],
    ['R. F.', 'Rex Facer'],
    ['', 'Rex Facer'],
    ['—', ''],
  ])('different: %s and %s', (a, b) => expect(alike(a, b)).toBeNull())
})
