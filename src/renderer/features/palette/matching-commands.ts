import { words } from '../../../shared/text/fold.ts'

export interface NamedCommand<Id extends string> {
  readonly id: Id
  readonly name: string
}

/** The commands whose name has a word for each word typed, in the order given; all of them while nothing is typed. */
export function matchingCommands<Id extends string>(commands: readonly NamedCommand<Id>[], text: string): NamedCommand<Id>[] {
  const typed = words(text)
  if (typed.length === 0 && text !== '') return []
  return commands.filter(({ name }) => {
    const parts = words(name)
    // "backup" finds "Back up now"
    const known = [...parts, ...parts.slice(1).map((part, index) => `${parts[index]}${part}`)]
    return typed.every((word) => known.some((other) => other.startsWith(word)))
  })
}
