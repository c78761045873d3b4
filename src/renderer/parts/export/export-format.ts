/** What of an export's options a preset decides; level, language and report are asked of every export. */
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { exportPresets, type ExportPreset } from '../../../shared/model/export-presets.ts'

type Format = Pick<ExportOptions, 'layout' | 'links' | 'frontMatter' | 'attachments'>

const formatOf = ({ layout, links, frontMatter, attachments }: Format): Format => ({ layout, links, frontMatter, attachments })

export const presets = ['obsidian', 'plain'] as const satisfies readonly ExportPreset[]

/** Of somebody who has exported nothing yet. */
export const firstOptions: ExportOptions = exportPresets.obsidian

/** null: none of them, it was put together by hand. */
export const presetOf = (options: ExportOptions): ExportPreset | null =>
  presets.find((preset) => JSON.stringify(formatOf(exportPresets[preset])) === JSON.stringify(formatOf(options))) ?? null

/** The preset's format; what no preset decides stays. */
export const withPreset = (options: ExportOptions, preset: ExportPreset): ExportOptions => ({
  ...options,
  ...formatOf(exportPresets[preset]),
})
