/** The words that an export adds to what people wrote: folders, labels, values of lists. One table a language. */
import type { ExportLanguage } from '../../../shared/model/export-options.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'
import type { ExportWords } from './words.ts'

export type { ExportWords, Label } from './words.ts'

const tables: Readonly<Record<ExportLanguage, ExportWords>> = { en, ru, kk }

export const exportWords = (language: ExportLanguage): ExportWords => tables[language]
