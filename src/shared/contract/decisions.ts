/** The register of decisions: read out of all texts, with what became of each. */
import { classification, count, kind, line, partialDate, recordId } from '../model/common.ts'
import { adoptionRules, decisionStatuses } from '../model/vocabulary.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

/** A decision as it was seen: where it stands, and by what it is found again when lines came above it. */
const seen = { recordId, line: count, number: z.string().max(500), title: z.string().max(20_000) } as const
const commitOrNone = z.strictObject({ commit: z.strictObject({ revision: count }).nullable() })

/** A decision read out of a body (docs/dialect.md) and what the log says of it (docs/adr/0009-follow-up.md). */
export const decisionRow = z.strictObject({
  recordId,
  recordKind: kind,
  recordTitle: z.string(),
  recordDate: z.string(),
  classification,
  /** Its text is adopted: number and words do not move any more. */
  adopted: z.boolean(),
  line: count,
  number: z.string(),
  title: z.string(),
  text: z.string(),
  taken: z.enum(adoptionRules),
  status: z.enum(decisionStatuses),
  /** When the status was recorded; empty while it is in force by its text alone. */
  statusOn: z.string(),
  /** Number or title of the decision in its place; `[withheld]` where that may not be named, and then without its day. */
  supersededBy: z.string(),
  /** Numbers, or titles, of decisions that this one has taken the place of. */
  supersedes: z.array(z.string()),
  /** Records with another decision of this number, this one's own included when it has the number twice. */
  clashes: z.array(z.strictObject({ id: recordId, kind, title: z.string() })),
  /** Actions in its text, or that name its number. */
  actions: count,
})
export type DecisionRow = z.output<typeof decisionRow>

/** Which decisions. `clash`: those whose number another one has too. */
export const decisionFilter = z.strictObject({
  recordId: recordId.nullable().default(null),
  status: z.enum(['all', ...decisionStatuses, 'clash']).default('all'),
  text: z.string().max(500).default(''),
})

export type DecisionFilter = z.output<typeof decisionFilter>

export const decisionMethods = {
  /** The newest text first, and the order of the text; those of one record in the order of its text. */
  'decisions.list': method(
    decisionFilter.extend({ from: count.default(0), count: count.max(500).default(500) }),
    z.strictObject({ revision: count, total: count, rows: z.array(decisionRow) }),
  ),
  /**
   * The number that a new decision of this meeting or note takes: the symbol of its body (else the first part of its own), the
   * year of its date (of today when it has none), and one more than the highest that any record has or `draft`, the
   * text as it is being typed. Where there is no symbol to begin with, the number after those of the series of `like`;
   * empty when that ends in no number either.
   */
  'decisions.nextNumber': method(
    z.strictObject({ recordId, draft: z.string().max(5_000_000).default(''), like: z.string().max(200).default('') }),
    z.strictObject({ number: z.string().max(500) }),
  ),
  /**
   * Records what became of a decision, in the log beside its text. `supersededBy` is the number, or title, of the one in
   * its place. What is recorded later counts, whatever day it is of; a day in the future is refused. CONFLICT when the text has no such decision any more; NOT_FOUND; UNSUPPORTED for texts of other kinds
   * than meetings and notes, which have no log.
   */
  'decisions.setStatus': method(
    z.strictObject({ ...seen, status: z.enum(decisionStatuses), supersededBy: line.default(''), on: partialDate.min(1) }),
    commitOrNone,
  ),
  /**
   * Gives a decision another number in its text, and in the actions there that name it: how a clash is settled. Decisions that it has
   * taken the place of name it by the new one, in all texts. `unclear`: texts that name the old number while another decision bears it
   * too; they stay as they are. CONFLICT, NOT_FOUND, ADOPTED, INVALID_INPUT, also with `taken` for a number that a decision has.
   */
  'decisions.renumber': method(
    z.strictObject({ ...seen, newNumber: z.string().max(200) }),
    commitOrNone.extend({ unclear: z.array(z.strictObject({ id: recordId, kind, title: z.string() })) }),
  ),
  /**
   * The register as one markdown document, in the order of the list. At most 5,000 decisions. Those of texts classified
   * above `upTo` leave nothing behind but their number, `withheld`; `classification` is the highest of the others' texts.
   * The document says both, with the day and the filter it was made with; where a text names records above `upTo`, it reads `[withheld]`.
   */
  'decisions.document': method(
    decisionFilter.extend({ title: line.min(1), upTo: classification.default('internal') }),
    z.strictObject({ markdown: z.string(), count, classification, withheld: count }),
  ),
} as const
