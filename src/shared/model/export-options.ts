/** How records leave as markdown: what the window, the command line, an export's list of files and the mirror all say in the same words. */
import { classification } from './common.ts'
import { exportLanguages, exportLayouts, frontMatterStyles, linkStyles } from './export-presets.ts'
import { z } from './zod.ts'

export {
  exportLanguages,
  exportLayouts,
  exportPresets,
  frontMatterStyles,
  linkStyles,
  type ExportLanguage,
  type ExportPreset,
} from './export-presets.ts'

export const exportOptions = z.strictObject({
  layout: z.enum(exportLayouts),
  links: z.enum(linkStyles),
  frontMatter: z.enum(frontMatterStyles),
  /** The files of records come along. */
  attachments: z.boolean(),
  language: z.enum(exportLanguages),
  /** What is classified higher leaves nothing behind. */
  upTo: classification,
  /** Writes `EXPORT.md`, what left and how it was read back, beside the files. */
  report: z.boolean(),
})
export type ExportOptions = z.output<typeof exportOptions>
