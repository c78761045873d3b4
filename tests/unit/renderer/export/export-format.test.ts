import { expect, test } from 'vitest'
import { firstOptions, presetOf, withPreset } from '../../../../src/renderer/parts/export/export-format.ts'
import { exportPresets } from '../../../../src/shared/model/export-presets.ts'

test('a preset is known by its format, whatever level, language and report are asked for', () => {
  expect(presetOf(firstOptions)).toBe('obsidian')
  expect(presetOf({ ...exportPresets.plain, upTo: 'public', language: 'kk', report: true })).toBe('plain')
})

test.each([{ layout: 'country' }, { links: 'markdown' }, { frontMatter: 'none' }, { attachments: false }] as const)(
  'with %o it is none of the presets',
  (change) => {
    expect(presetOf({ ...firstOptions, ...change })).toBeNull()
  },
)

test('choosing a preset changes the format and never the level', () => {
  const asked = { ...exportPresets.obsidian, layout: 'flat', upTo: 'internal', language: 'ru', report: true } as const
  expect(withPreset(asked, 'plain')).toEqual({ ...exportPresets.plain, upTo: 'internal', language: 'ru', report: true })
})
