/** A country: protocol names, participation, national focal points. Its body is the profile. One record a country. */
import { countryCode, languageTag, line, linkName, list, partialDate } from './common.ts'
import { z } from './zod.ts'
import { participationStatuses } from './vocabulary.ts'

export { participationStatuses } from './vocabulary.ts'

const names = z.strictObject({ en: line, ru: line, kk: line })

/** A national focal point, designated by a letter or note verbale. */
export const focalPoint = z.strictObject({
  person: linkName,
  topic: line,
  /** The letter or note verbale, e.g. "note verbale 14-2/113". */
  designatedBy: line,
  designatedOn: partialDate,
  alternate: linkName,
  until: partialDate,
})
export type FocalPoint = z.infer<typeof focalPoint>

export const countryFields = z.strictObject({
  /** ISO 3166-1 alpha-3; unique among countries. */
  code: countryCode,
  shortNames: names.default({ en: '', ru: '', kk: '' }),
  formalNames: names.default({ en: '', ru: '', kk: '' }),
  /** Protocol or regional group, in the secretariat's words. */
  group: line.default(''),
  officialLanguages: list(languageTag).default([]),
  participation: z
    .strictObject({ status: z.enum(participationStatuses), since: partialDate, until: partialDate })
    .default({ status: '', since: '', until: '' }),
  focalPoints: list(focalPoint).default([]),
})
