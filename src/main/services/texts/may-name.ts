/** Which records a paper that is made up to a level may name: what it withholds from a text, a name, a field. */
import { withhold, WITHHELD } from '../../../shared/markdown/withhold.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { isHighest, secretNames, type SecretNames } from './secret-names.ts'

export interface Telling {
  /** Whether a record may be named so; a name that no record has, neither here nor in the trash, is a word like others. */
  mayName(name: string): boolean
  /** The markdown without sentences that tell of what is above the level. */
  text(markdown: string): string
  /** The name, or what stands in its place. */
  name(name: string): string
}

const EVERYTHING: Telling = { mayName: () => true, text: (markdown) => markdown, name: (name) => name }

type Named = Pick<OpenWorkspace, 'index' | 'workspace'>
type Levels = Map<Classification, Promise<SecretNames | undefined>>

/** What was worked out for a workspace last, while no commit has made it stale. */
const known = new WeakMap<OpenWorkspace['index'], { readonly version: number; readonly levels: Levels }>()

/** The names that a paper of this level does not tell; undefined when there is none. */
export function secretNamesUpTo({ index, workspace }: Named, level: Classification): Promise<SecretNames | undefined> {
  let last = known.get(index)
  if (last?.version !== index.version) {
    last = { version: index.version, levels: new Map() }
    known.set(index, last)
  }
  let secret = last.levels.get(level)
  if (!secret) {
    secret = secretNames(() => workspace.heads(), level)
    last.levels.set(level, secret)
  }
  return secret
}

/** For a paper of this level: its links and its plain words. */
export async function tellingUpTo(open: Named, level: Classification): Promise<Telling> {
  const secret = isHighest(level) ? undefined : await secretNamesUpTo(open, level)
  return secret ? tellingWithout(secret) : EVERYTHING
}

const tellingWithout = ({ mayName, names, isPlain }: SecretNames): Telling => ({
  mayName,
  text: (markdown) => withhold(markdown, mayName, names, isPlain),
  name: (name) => (mayName(name) ? name : WITHHELD),
})
