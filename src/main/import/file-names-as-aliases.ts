/** A plain file is known by its name: where a heading gives its record the title, the name stays as an alias. */
import { titleProblem } from '../../shared/model/common.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import type { FileBrief } from './file-brief.ts'
import type { Standing } from './name-claims.ts'

/** Names that say nothing of what is in the file. */
const SAYS_NOTHING = /^(?:_?index|readme|untitled[ \d]*|new note[ \d]*|\d+)$/iu

export class FileNamesAsAliases {
  readonly #free: ReadonlySet<string>

  private constructor(free: ReadonlySet<string>) {
    this.#free = free
  }

  /** A name that two files have, or that another file or a record is called, is no alias. `next` gives others their turn. */
  static async of(
    briefs: readonly FileBrief[],
    standing: Pick<Standing, 'holder'>,
    next: () => Promise<void>,
  ): Promise<FileNamesAsAliases> {
    const holders = new Map<string, number>()
    const own = new Set<string>()
    const count = (name: string) => {
      const key = linkKey(name)
      holders.set(key, (holders.get(key) ?? 0) + 1)
    }
    for (const brief of briefs) {
      await next()
      for (const name of [brief.title, ...brief.aliases]) count(name)
      if (!isCalledOtherwise(brief)) continue
      count(brief.stem)
      own.add(brief.stem)
    }
    const isFree = (name: string) => holders.get(linkKey(name)) === 1 && standing.holder(name) === undefined
    return new FileNamesAsAliases(new Set([...own].filter(isFree)))
  }

  /** The aliases of a plain file's record. */
  with(brief: FileBrief): readonly string[] {
    return isCalledOtherwise(brief) && this.#free.has(brief.stem) ? [...brief.aliases, brief.stem] : brief.aliases
  }
}

/** A title of its front matter was given by somebody who knew the name; what differs in its marks only says nothing more. */
const isCalledOtherwise = ({ ours, stem, title, front }: FileBrief): boolean =>
  !ours && !front.has('title') && !SAYS_NOTHING.test(stem) && titleProblem(stem) === undefined && lettersOf(stem) !== lettersOf(title)

const lettersOf = (name: string) => linkKey(name).replace(/[^\p{L}\p{N}]+/gu, '')
