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

/** What was worked out for a workspace last, while no commit has made it stale. */
const known = new WeakMap<OpenWorkspace['index'], { readonly version: number; readonly levels: Map<Classification, Promise<Telling>> }>()

/** For a paper of this level: its links and its plain words. */
export function tellingUpTo({ index, workspace }: Pick<OpenWorkspace, 'index' | 'workspace'>, level: Classification): Promise<Telling> {
  if (isHighest(level)) return Promise.resolve(EVERYTHING)
  let last = known.get(index)
  if (last?.version !== index.version) {
    last = { version: index.version, levels: new Map() }
    known.set(index, last)
  }
  let telling = last.levels.get(level)
  if (!telling) {
    telling = secretNames(() => workspace.heads(), level).then((secret) => (secret ? tellingWithout(secret) : EVERYTHING))
    last.levels.set(level, telling)
  }
  return telling
}

const tellingWithout = ({ mayName, names, isPlain }: SecretNames): Telling => ({
  mayName,
  text: (markdown) => withhold(markdown, mayName, names, isPlain),
  name: (name) => (mayName(name) ? name : WITHHELD),
})
