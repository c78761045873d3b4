/** Which records a paper that is made up to a level may name. */
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { nameKeys } from '../../../shared/model/held-names.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** What is called so may be named; a name that no record has, neither here nor in the trash, is a word like others. */
export function mayNameUpTo({ index, workspace }: OpenWorkspace, level: Classification): (name: string) => boolean {
  let secretTrash: Set<string> | undefined
  const inTrash = () => {
    const keys = new Set<string>()
    for (const row of index.rows(null, true)) {
      const head = workspace.headAt(row)
      if (head && !isWithin(head.classification, level)) for (const key of nameKeys(head)) keys.add(key)
    }
    return keys
  }
  return (name) => {
    const head = index.target(name)
    return head ? isWithin(head.classification, level) : !(secretTrash ??= inTrash()).has(linkKey(name))
  }
}
