import { describe, expect, it } from 'vitest'
import { leftOption, meantOption, onlyOption } from '../../../../src/renderer/ui/combobox-choice.ts'

const named = (...labels: string[]) => labels.map((label) => ({ label }))

describe('what Enter takes', () => {
  it('takes the first of the options', () => {
    expect(meantOption(named('Robert Schumi', 'Schumann Institute'), 'schum')).toBe(0)
  })

  it('prefers the option that is called as was typed', () => {
    expect(meantOption(named('Steering Committee, 8th session', 'Steering Committee'), 'steering committee')).toBe(1)
  })

  it('takes an option that was found by a name that is not shown', () => {
    expect(meantOption(named('United Nations Development Programme'), 'UNDP')).toBe(0)
  })

  it('takes none when nothing fits or nothing is written', () => {
    expect(meantOption([], 'schum')).toBe(-1)
    expect(meantOption(named('Robert Schumi'), ' ')).toBe(-1)
    expect(meantOption(named('Robert Schumi'), '—')).toBe(-1)
  })
})

describe('what leaving the field takes', () => {
  it('takes the only name with a word that begins so, without regard to case and accents', () => {
    expect(onlyOption(named('Robert Šumi', 'Sumatra Office of Statistics'), 'šumi')).toBe(0)
    expect(onlyOption(named('Rex Facer', 'Stephen Condrey'), 'condr')).toBe(1)
  })

  it('takes none of several', () => {
    expect(onlyOption(named('Anna Ivanova', 'Anna Petrova'), 'anna')).toBe(-1)
  })

  it('takes the one that is called so, though others begin so too', () => {
    expect(onlyOption(named('Anna Ivanova', 'Anna'), 'Anna')).toBe(1)
  })

  it('takes none in whose name the text only stands inside a word', () => {
    expect(onlyOption(named('Robert Schumi'), 'umi')).toBe(-1)
  })

  it('takes none that was found by another name', () => {
    expect(onlyOption(named('United Nations Development Programme'), 'UNDP')).toBe(-1)
  })
})

describe('leaving a form with a name half typed', () => {
  it('adds nobody who was not named, and keeps the name that nobody has', () => {
    expect(leftOption(named('Rex Facer', 'Stephen Condrey'), 'rex')).toBeUndefined()
    expect(leftOption(named('Rex Facer', 'Stephen Condrey'), 'rex facer')).toEqual({ label: 'Rex Facer' })
    expect(leftOption([], 'Nobody Known')).toBeNull()
  })
})
