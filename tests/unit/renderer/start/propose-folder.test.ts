import { expect, test } from 'vitest'
import { freeName } from '../../../../src/renderer/features/start/propose-folder.ts'

test('the sample never goes into a folder that is there already, whatever its case', () => {
  expect(freeName('Rapporteur sample', [])).toBe('Rapporteur sample')
  expect(freeName('Rapporteur sample', ['rapporteur SAMPLE'])).toBe('Rapporteur sample 2')
  expect(freeName('Rapporteur sample', ['Rapporteur sample', 'Rapporteur sample 2', 'Other'])).toBe('Rapporteur sample 3')
})
