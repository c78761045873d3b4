/** What an export may be like, without the schema: the window loads no zod for it. */
import type { ExportOptions } from './export-options.ts'

/** Which folders the files lie in; files of records always lie in `attachments`. */
export const exportLayouts = ['kind', 'country', 'year', 'flat'] as const
/** `wikilinks`: `[[File]]`. `markdown`: `[Title](../Folder/File.md)`, percent-encoded. */
export const linkStyles = ['wikilinks', 'markdown'] as const
/** `obsidian`: flat YAML in Obsidian's property types. `none`: a heading and a list for readers. */
export const frontMatterStyles = ['obsidian', 'none'] as const
/** Of the words that an export adds: folders, labels, its report. */
export const exportLanguages = ['en', 'ru', 'kk'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

export const exportPresets = {
  /** Lossless: an import gives the same records. */
  obsidian: {
    layout: 'kind',
    links: 'wikilinks',
    frontMatter: 'obsidian',
    attachments: true,
    language: 'en',
    upTo: 'strictly confidential',
    report: false,
  },
  /** For readers: what lists and properties are to Rapporteur is words there. */
  plain: {
    layout: 'kind',
    links: 'markdown',
    frontMatter: 'none',
    attachments: true,
    language: 'en',
    upTo: 'strictly confidential',
    report: false,
  },
} as const satisfies Readonly<Record<string, ExportOptions>>
export type ExportPreset = keyof typeof exportPresets
