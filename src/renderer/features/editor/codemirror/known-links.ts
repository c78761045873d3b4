/** What is known of the names that the text links to. */
import { StateEffect, StateField } from '@codemirror/state'
import type { LinkTarget } from '../../../../shared/contract/lists.ts'
import { linkKey } from '../../../../shared/text/link-key.ts'

/** Answers for some names, in the form of `links.resolve`. */
export const linksResolved = StateEffect.define<ReadonlyMap<string, LinkTarget | null>>()
/** Records have changed: names must be asked for again. What is known stays on the screen until then. */
export const linksStale = StateEffect.define<null>()

interface Known {
  readonly targets: ReadonlyMap<string, LinkTarget | null>
  /** Raised when the answers have to be asked for again. */
  readonly age: number
}

export const knownLinks = StateField.define<Known>({
  create: () => ({ targets: new Map(), age: 0 }),
  update(known, transaction) {
    let next = known
    for (const effect of transaction.effects) {
      if (effect.is(linksResolved)) next = { ...next, targets: new Map([...next.targets, ...effect.value]) }
      else if (effect.is(linksStale)) next = { ...next, age: next.age + 1 }
    }
    return next
  },
})

/** The record a name resolves to, null when there is none, undefined while that is not known. */
export const targetOf = (known: Known, name: string): LinkTarget | null | undefined => known.targets.get(linkKey(name))
