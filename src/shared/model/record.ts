/** The five kinds put together: the stored record, what a person may send to create one, and what may be patched. */
import { commonFields, systemFields, title } from './common.ts'
import { contactFields } from './contact.ts'
import { countryFields } from './country.ts'
import { meetingFields } from './meeting.ts'
import { noteFields } from './note.ts'
import { studyFields } from './study.ts'
import { compiled, z } from './zod.ts'

/** What a person edits of each kind (the title apart: see `records.rename`). */
export const fieldsOf = {
  contact: z.strictObject({ ...commonFields.shape, ...contactFields.shape }),
  country: z.strictObject({ ...commonFields.shape, ...countryFields.shape }),
  note: z.strictObject({ ...commonFields.shape, ...noteFields.shape }),
  meeting: z.strictObject({ ...commonFields.shape, ...meetingFields.shape }),
  study: z.strictObject({ ...commonFields.shape, ...studyFields.shape }),
} as const

const contactRecord = () => z.strictObject({ kind: z.literal('contact'), ...systemFields.shape, ...fieldsOf.contact.shape })
const countryRecord = () => z.strictObject({ kind: z.literal('country'), ...systemFields.shape, ...fieldsOf.country.shape })
const noteRecord = () => z.strictObject({ kind: z.literal('note'), ...systemFields.shape, ...fieldsOf.note.shape })
const meetingRecord = () => z.strictObject({ kind: z.literal('meeting'), ...systemFields.shape, ...fieldsOf.meeting.shape })
const studyRecord = () => z.strictObject({ kind: z.literal('study'), ...systemFields.shape, ...fieldsOf.study.shape })

/** A record as it is stored, returned by `records.get` and exported. */
export const record = compiled(() =>
  z.discriminatedUnion('kind', [contactRecord(), countryRecord(), noteRecord(), meetingRecord(), studyRecord()]),
)

export type ContactRecord = z.output<ReturnType<typeof contactRecord>>
export type CountryRecord = z.output<ReturnType<typeof countryRecord>>
export type NoteRecord = z.output<ReturnType<typeof noteRecord>>
export type MeetingRecord = z.output<ReturnType<typeof meetingRecord>>
export type AnyRecord = z.output<typeof record>
export type RecordOf<K extends AnyRecord['kind']> = Extract<AnyRecord, { kind: K }>

type Shape = Readonly<Record<string, z.ZodType>>
type WithoutDefaults<S extends Shape> = { [K in keyof S]: z.ZodOptional<S[K] extends z.ZodDefault<infer T> ? T : S[K]> }

/**
 * Every field optional and none filled in: a patch changes what it names and nothing else. (`.partial()` will not do:
 * zod 4 applies defaults inside optional fields.)
 */
function patchOf<S extends Shape>(fields: z.ZodObject<S>): z.ZodObject<WithoutDefaults<S>, z.core.$strict> {
  const bare = Object.entries(fields.shape).map(([key, schema]) => [
    key,
    (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional(),
  ])
  return z.strictObject(Object.fromEntries(bare) as WithoutDefaults<S>)
}

/** Files come with their bytes. */
const notPatched = { attachments: true } as const
/** What adoption fixes, and what becomes of its actions and decisions, is written by methods of their own. */
const notPatchedOfNotes = { ...notPatched, followUp: true } as const
const notPatchedOfMeetings = { ...notPatchedOfNotes, adoptedHash: true, corrigenda: true } as const

/** A change of some fields of one record: `{ kind, patch }`, the patch strict for its kind. Attachments have methods of their own. */
export const patchByKind = {
  contact: compiled(() => patchOf(fieldsOf.contact.omit(notPatched))),
  country: compiled(() => patchOf(fieldsOf.country.omit(notPatched))),
  note: compiled(() => patchOf(fieldsOf.note.omit(notPatchedOfNotes))),
  meeting: compiled(() => patchOf(fieldsOf.meeting.omit(notPatchedOfMeetings))),
  study: compiled(() => patchOf(fieldsOf.study.omit(notPatched))),
} as const
export type PatchOf<K extends AnyRecord['kind']> = z.output<(typeof patchByKind)[K]>

/** What a person sends to create a record: its kind, a title, and any fields; the rest is filled with its default. */
export const recordInput = compiled(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('contact'), title, ...fieldsOf.contact.shape }),
    z.strictObject({ kind: z.literal('country'), title, ...fieldsOf.country.shape }),
    z.strictObject({ kind: z.literal('note'), title, ...fieldsOf.note.shape }),
    z.strictObject({ kind: z.literal('meeting'), title, ...fieldsOf.meeting.shape }),
    z.strictObject({ kind: z.literal('study'), title, ...fieldsOf.study.shape }),
  ]),
)
/** Before defaults: what a caller writes. */
export type RecordInput = z.input<typeof recordInput>
/** After parsing: every field present. */
export type NewRecord = z.output<typeof recordInput>
