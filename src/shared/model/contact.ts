/** A person, an organisation, or a body (steering committee, working group, the conference). */
import { countryOrNone, labelled, languageTag, line, linkName, list, partialDate, representation, text } from './common.ts'
import { z } from './zod.ts'
import { contactTypes, partnershipKinds, adoptionRules } from './vocabulary.ts'

export { contactTypes, partnershipKinds, adoptionRules } from './vocabulary.ts'

export type ContactType = (typeof contactTypes)[number]

/** A post held by a person. Without dates, `former` says that it is over. */
export const post = z.strictObject({
  title: line,
  organisation: linkName,
  country: countryOrNone,
  from: partialDate,
  to: partialDate,
  former: z.boolean(),
})
export type Post = z.infer<typeof post>

export const contactFields = z.strictObject({
  contactType: z.enum(contactTypes).default('person'),

  // person
  honorific: line.default(''),
  given: line.default(''),
  family: line.default(''),
  /** The name in its own script. */
  nativeName: line.default(''),
  posts: list(post).default([]),
  nationality: countryOrNone.default(''),
  represents: representation.default({ country: '', organisation: '' }),
  dutyStation: z.strictObject({ place: line, country: countryOrNone }).default({ place: '', country: '' }),
  assistant: linkName.default(''),
  languages: list(languageTag).default([]),

  // person and organisation
  emails: list(labelled).default([]),
  phones: list(labelled).default([]),
  address: text.default(''),
  /** When the entry was last confirmed with its owner, and by what. */
  confirmedOn: partialDate.default(''),
  confirmedSource: line.default(''),

  // organisation
  shortName: line.default(''),
  parent: linkName.default(''),
  seat: countryOrNone.default(''),
  founded: partialDate.default(''),
  partnership: z
    .strictObject({ kind: z.enum(partnershipKinds), agreementDate: partialDate, expiry: partialDate })
    .default({ kind: '', agreementDate: '', expiry: '' }),

  // body
  /** The prefix of its document symbols, such as `SC`. */
  symbol: line.max(40).default(''),
  /** Who is entitled to sit in it: a country or a named member. */
  composition: list(z.strictObject({ country: countryOrNone, member: linkName, from: partialDate, to: partialDate })).default([]),
  officers: list(z.strictObject({ person: linkName, role: line, from: partialDate, to: partialDate })).default([]),
  /** Quorum as a share of those entitled, such as `1/2` or `2/3`; empty when the rules have none. */
  rules: z
    .strictObject({
      quorum: line.max(20).regex(/^(?:\d{1,3}\/\d{1,3})?$/, 'A quorum is a share such as 1/2.'),
      adoption: z.enum(adoptionRules),
    })
    .default({ quorum: '', adoption: '' }),
})
