/** How files of other programs become records. */
import { kind, MAX_LINE } from './common.ts'
import { z } from './zod.ts'

const path = z.string().max(4_000)
const word = z.string().max(MAX_LINE)

/** A rule of a longer path goes before one of a shorter; what no rule names is a note. Files of Rapporteur's own keep what they say of themselves. */
export const importMapping = z.strictObject({
  folders: z
    .array(
      z.strictObject({
        /** From the root, written with `/`; empty is the root. Holds for the folders in it too. */
        path,
        /** Null: what its properties say, else a note. */
        kind: kind.nullable(),
        /** Given to each record; empty for none. */
        tag: z.string().max(100),
        leaveOut: z.boolean(),
      }),
    )
    .max(2_000),
  /** `type: person` makes a contact. Goes before the rule of a folder. */
  kinds: z.array(z.strictObject({ key: word, value: word, kind })).max(500),
  /** `field`: the front matter key of ours (docs/dialect.md) that takes the values of `key`; empty keeps them as they came. */
  keys: z.array(z.strictObject({ key: word, field: word })).max(500),
})
export type ImportMapping = z.output<typeof importMapping>

/**
 * `create`; `update`: the record that is there takes what the file says; `same`: it is there already, nothing is to be done;
 * `skip`: left out by a rule or by the person; `refused`: it cannot be taken, the reason stands beside it.
 */
export const importActions = ['create', 'update', 'same', 'skip', 'refused'] as const
export type ImportAction = (typeof importActions)[number]
