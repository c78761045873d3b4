/** Records of the workspace that a file may be already. */
import { basename, dirname } from 'node:path/posix'
import { isAdoptedText } from '../../shared/model/adopted-text.ts'
import type { Kind } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { withMark } from '../services/records/record-names.ts'
import { countryOfName } from './country-of-name.ts'
import type { FileBrief } from './file-brief.ts'
import { codeOf } from './foreign-properties.ts'
import type { MappingRules } from './mapping-rules.ts'
import type { Standing } from './name-claims.ts'
import type { Like } from './settled-row.ts'

/** Of titles that stand there already and may be the file's own under another name. */
const MOST_CANDIDATES = 12

type Holders = Pick<Standing, 'holder'>

/**
 * Records of the kind that have its title, or the titles that an earlier import may have given it, the likeliest first. A
 * country's file may have come as a note.
 */
export function candidatesOf({ title, path }: FileBrief, named: RecordHead, kind: Kind, standing: Holders): string[] {
  const found: string[] = []
  const note = (head: RecordHead) => {
    const mayBe = head.kind === kind || (kind === 'country' && head.kind === 'note')
    if (mayBe && !found.includes(head.id)) found.push(head.id)
  }
  const folder = basename(dirname(path))
  const marked = folder === '.' ? undefined : standing.holder(withMark(title, folder))
  if (marked) note(marked)
  // a note may be called as a country's file is, where the country is called otherwise
  const called = standing.holder(title)
  if (called) note(called)
  note(named)
  for (let number = 2; number <= MOST_CANDIDATES; number++) {
    const numbered = standing.holder(withMark(title, String(number)))
    if (!numbered) break
    note(numbered)
  }
  return found
}

/** The record that has the title or an alias of a file. */
export function holderOf({ title, aliases }: FileBrief, standing: Holders): RecordHead | undefined {
  for (const name of [title, ...aliases]) {
    const holder = standing.holder(name)
    if (holder) return holder
  }
  return undefined
}

/** The code of the country that a plain file is of: by a key that says it, else by what it is called. */
export function countryOf(brief: FileBrief, rules: MappingRules): string | undefined {
  for (const [key, [value]] of brief.front) {
    const code = value !== undefined && rules.fieldOf('country', key) === 'code' ? countryOfName(value) : undefined
    if (code !== undefined) return code
  }
  return codeOf(brief)
}

export const likeOf = ({ id, kind, title }: RecordHead, by: Like['by']): Like => ({ by, id, kind, title })

/** It is not in the trash, and no adopted text. */
export const mayChange = (head: RecordHead): boolean => head.trashedAt === '' && !isAdoptedText(head)
