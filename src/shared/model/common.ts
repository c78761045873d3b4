/** What the fields of all records are made of. Empty string means "not given" everywhere: there is no null text. */
import { attachments } from './attachment.ts'
import { isPartialDate } from './partial-date.ts'
import { z } from './zod.ts'
import { MAX_TITLE, MAX_LINE, MAX_TEXT, MAX_BODY, MAX_ITEMS, titleProblem, classifications, kinds } from './vocabulary.ts'

export {
  MAX_TITLE,
  MAX_LINE,
  MAX_TEXT,
  MAX_BODY,
  MAX_ITEMS,
  RESERVED_IN_TITLES,
  titleProblem,
  classifications,
  kinds,
} from './vocabulary.ts'

const titleMessages = {
  empty: 'A title is needed.',
  tooLong: `A title has at most ${MAX_TITLE} characters.`,
  control: 'A title is one line of text.',
  reserved: 'A title cannot contain [ ] | # or ^, because links use them.',
} as const

/** A title: one trimmed line, unique in the workspace after {@link file://../text/link-key.ts}. */
export const title = z.string().check((context) => {
  const problem = titleProblem(context.value)
  if (problem) context.issues.push({ code: 'custom', input: context.value, message: titleMessages[problem], params: { problem } })
})

/** One line of free text. */
export const line = z
  .string()
  .max(MAX_LINE)
  .regex(/^\P{Cc}*$/u, 'One line of text is expected.')
/** Text of several lines. */
export const text = z.string().max(MAX_TEXT)
/** The name of another record, without brackets; it may name nothing yet. Resolved like a wikilink. */
export const linkName = line
/** ISO 3166-1 alpha-3, or a user-assigned code (XKX). */
export const countryCode = z.string().regex(/^[A-Z]{3}$/, 'A country code has three capital letters (ISO 3166-1 alpha-3).')
export const countryOrNone = z.union([countryCode, z.literal('')])
export const partialDate = z
  .string()
  .refine(isPartialDate, { message: 'A date is a year, a month or a day: 2019, 2019-02 or 2019-02-13.', params: { problem: 'date' } })
/** 24-hour local time `HH:MM`, or empty. */
export const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'A time is written as 09:30.')
/** BCP 47 tag such as `en`, `kk-Cyrl`; empty when not given. */
export const languageTag = z
  .string()
  .regex(/^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?$/, 'A language is a BCP 47 tag such as en, ru or kk.')
export const instant = z.iso.datetime({ precision: 3 })
export const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ITEMS)
/** Milliseconds, counts, revisions. */
export const count = z.number().int().min(0)

export const classification = z.enum(classifications)
export type Classification = z.infer<typeof classification>

export const kind = z.enum(kinds)
export type Kind = z.infer<typeof kind>

/** UUID version 7 (RFC 9562), in lower case as it says: ids are compared letter by letter. */
export const recordId = z.uuid().lowercase('An id is written in lower case.')

/** Who made a version: the person named at first start, and the device. */
export const author = z.strictObject({ name: line.min(1).max(200), device: line.max(200) })
export type Author = z.infer<typeof author>

/** Whom somebody represents: a country or an organisation, seldom both, often neither. */
export const representation = z.strictObject({ country: countryOrNone, organisation: linkName })

/** A labelled address of one kind, as in vCard's TYPE parameter. */
export const labelled = z.strictObject({ label: line.max(100), value: line })
export type Labelled = z.infer<typeof labelled>

/** Any JSON value: what foreign front matter carries and Rapporteur only keeps. */
export const json = z.json()

/** Fields that every kind has and that a person edits. */
export const commonFields = z.strictObject({
  aliases: list(title).default([]),
  tags: list(
    z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^\s#,[\]]+$/u, 'A tag is one word without # or comma; use / or - inside it.'),
  ).default([]),
  countries: list(countryCode).default([]),
  classification: classification.default('internal'),
  /** Who may have it, e.g. "members". */
  distribution: line.default(''),
  language: languageTag.default(''),
  /** The same text in other languages, each a record of its own. */
  languageVersions: list(z.strictObject({ language: languageTag, record: linkName })).default([]),
  /** The language whose version is authentic; empty when not decided. */
  authenticLanguage: languageTag.default(''),
  /** Files; changed by `attachments.*` only. */
  attachments: attachments.default([]),
  /** Markdown in the dialect of docs/dialect.md. */
  body: z.string().max(MAX_BODY).default(''),
  /** Front matter of imported files that Rapporteur does not know; written back on export. */
  extra: z.record(z.string().max(200), json).default({}),
})

/** Fields that the datastore keeps; a person never edits them. */
export const systemFields = z.strictObject({
  id: recordId,
  /** 1 for the first version, then one more for each. */
  rev: z.number().int().min(1),
  title,
  createdAt: instant,
  createdBy: author,
  updatedAt: instant,
  updatedBy: author,
  /** When and by whom it was put into the trash; null when it is not there. */
  trashed: z.strictObject({ at: instant, by: author }).nullable(),
})
