/** Windows of lists, counts, links, countries: what the screens are made of. */
import { count, countryCode, kind, partialDate, recordId } from '../model/common.ts'
import { recordHead } from '../model/head.ts'
import { z } from '../model/zod.ts'
import { actionRow } from './actions.ts'
import { method, nothing } from './define.ts'

export const sortKeys = [
  'title',
  'updatedAt',
  'createdAt',
  'date',
  'post',
  'organisation',
  'represents',
  'confirmedOn',
  'lastMet',
  'stage',
  'participation',
  'since',
  'group',
  'deadline',
  'trashedAt',
  'code',
] as const

/** Which records, in which order. `text` filters in the language of the search, by what a list shows (docs/search.md). */
export const listQuery = z.strictObject({
  /** null: all kinds. */
  kind: kind.nullable(),
  trashed: z.boolean().default(false),
  text: z.string().max(500).default(''),
  contactType: z.enum(['person', 'organisation', 'body']).nullable().default(null),
  country: countryCode.nullable().default(null),
  tag: z.string().max(100).nullable().default(null),
  /** A meeting's or study's stage, a country's participation, a note's type. */
  stage: z.string().max(40).nullable().default(null),
  sort: z.strictObject({ key: z.enum(sortKeys), direction: z.enum(['ascending', 'descending']) }),
})
export type ListQuery = z.input<typeof listQuery>

/** A row: the columns, and what other records say of this one. */
export const listRow = z.strictObject({
  head: recordHead,
  /** For contacts: the day of the last meeting they took part in (a partial date); else empty. */
  lastMet: z.string(),
  /** For meetings: how deep under its conference; 0 or 1. */
  depth: count,
  /** For meetings: open actions in the text. For countries: notes. */
  related: count,
})
export type ListRow = z.output<typeof listRow>

/** One place a link to a record stands in. `ranges` mark the link in `sentence` as UTF-16 offsets. */
export const mention = z.strictObject({
  sentence: z.string(),
  ranges: z.array(z.tuple([count, count])),
  /** The property that names it, such as `chair` or `participants`; empty when the body does. */
  field: z.string(),
})
export type Mention = z.output<typeof mention>

/** Its bytes on the disk are damaged: the head is all that is known of it. */
const unreadable = z.boolean()

/** A record that links to another one. `more` counts links of its body behind the sentences given. */
export const backlink = z.strictObject({ head: recordHead, mentions: z.array(mention), more: count, unreadable })
export type Backlink = z.output<typeof backlink>

export const linkTarget = z.strictObject({ id: recordId, kind, title: z.string() })
export type LinkTarget = z.output<typeof linkTarget>

export const suggestion = z.strictObject({
  id: recordId,
  kind,
  title: z.string(),
  /** The alias that matched; empty when the title did. */
  alias: z.string(),
  /** One line that tells it apart: a post, a date, a formal name. */
  detail: z.string(),
})
export type Suggestion = z.output<typeof suggestion>

/** A country to choose from: the workspace's own record where there is one, ISO 3166 and protocol names else. */
export const countryOption = z.strictObject({
  code: countryCode,
  /** ISO 3166-1 alpha-2, for the flag. */
  alpha2: z.string(),
  numeric: z.string(),
  names: z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() }),
  formalNames: z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() }),
  /** Former and informal names. */
  otherNames: z.array(z.string()),
  /** The country's record, when the workspace has one. */
  recordId: recordId.nullable(),
})
export type CountryOption = z.output<typeof countryOption>

/** A meeting on the page of a country. */
const countryMeeting = z.strictObject({ head: recordHead, detail: z.string(), unreadable })

export const listMethods = {
  /** Rows `from` to `from + count - 1`; `total` counts all that match. */
  'list.query': method(
    z.strictObject({ query: listQuery, from: count, count: count.max(500) }),
    z.strictObject({ revision: count, total: count, rows: z.array(listRow) }),
  ),
  /** Where a record stands in a list; null when it is not in it. */
  'list.position': method(z.strictObject({ query: listQuery, id: recordId }), z.strictObject({ position: count.nullable() })),
  /** The numbers beside the sidebar's sections. */
  'list.counts': method(
    nothing,
    z.strictObject({
      contacts: z.strictObject({ person: count, organisation: count, body: count }),
      countries: count,
      notes: count,
      meetings: count,
      studies: count,
      trash: count,
      openActions: count,
      overdueActions: count,
      decisions: count,
    }),
  ),
  'list.tags': method(nothing, z.array(z.strictObject({ tag: z.string(), count }))),

  /**
   * Completion of links and people: titles and aliases whose words begin with the words of `text`, best first. With a day
   * in `on` (a partial date) people show the post that they held then.
   */
  'links.suggest': method(
    z.strictObject({
      text: z.string().max(500),
      kinds: z.array(kind).default([]),
      contactTypes: z.array(z.enum(['person', 'organisation', 'body'])).default([]),
      limit: count.max(50).default(10),
      on: partialDate.default(''),
    }),
    z.array(suggestion),
  ),
  /** Each name as a link resolves it; null for a link to nothing. Same order as asked. */
  'links.resolve': method(z.strictObject({ names: z.array(z.string().max(2_000)).max(5_000) }), z.array(linkTarget.nullable())),
  /** Records `from` to `from + count - 1` of those that link here, the latest changed first; `total` counts them all. */
  'links.backlinks': method(
    z.strictObject({ id: recordId, from: count.default(0), count: count.max(10_000).default(50) }),
    z.strictObject({ total: count, rows: z.array(backlink) }),
  ),

  'countries.options': method(nothing, z.array(countryOption)),
  /** What the country page is assembled of. */
  'countries.page': method(
    z.strictObject({ id: recordId }),
    z.strictObject({
      notes: z.array(z.strictObject({ head: recordHead, excerpt: z.string(), unreadable })),
      /** At which the country was (`shared/meetings/attendance.ts`), with who spoke for it. */
      meetings: z.array(countryMeeting),
      /** To come, that expect it. */
      expected: z.array(countryMeeting),
      /** Whose record names the country, and at which it was not; and those that cannot be read. */
      concerning: z.array(countryMeeting),
      studies: z.array(recordHead),
      people: z.array(recordHead),
      organisations: z.array(recordHead),
      commitments: z.array(actionRow),
    }),
  ),
  /** What an organisation's or body's page is assembled of. */
  'contacts.page': method(
    z.strictObject({ id: recordId }),
    z.strictObject({
      people: z.array(recordHead),
      parts: z.array(recordHead),
      /** At which it was, or which are its own. */
      meetings: z.array(recordHead),
      /** To come. */
      expected: z.array(recordHead),
      actions: z.array(actionRow),
    }),
  ),
} as const
