/** The fields that a foreign property may be given to. */
import type { ImportPlan } from '../../../shared/contract/import.ts'
import type { Kind } from '../../../shared/model/common.ts'

type Field = ImportPlan['fields'][Kind][number]

export interface OfferedField extends Field {
  /** The kinds that have it. */
  readonly kinds: readonly Kind[]
}

/** Each once, whatever kinds have it. */
export function offeredFields(fields: ImportPlan['fields']): OfferedField[] {
  const offered = new Map<string, OfferedField>()
  for (const [kind, ofKind] of Object.entries(fields) as [Kind, readonly Field[]][])
    for (const field of ofKind) offered.set(field.key, { ...field, kinds: [...(offered.get(field.key)?.kinds ?? []), kind] })
  return [...offered.values()]
}
