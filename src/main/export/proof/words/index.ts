import type { ExportLanguage } from '../../../../shared/model/export-options.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'
import type { ReportWords } from './words.ts'

export type { ReportWords } from './words.ts'

export const reportWords: Readonly<Record<ExportLanguage, ReportWords>> = { en, ru, kk }
