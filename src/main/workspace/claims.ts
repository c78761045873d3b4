/** What only one record outside the trash may hold. */
import { linkKey } from '../../shared/text/link-key.ts'
import { nameKeys } from '../../shared/model/held-names.ts'
import type { RecordHead } from '../../shared/model/head.ts'

const nameClaim = (key: string) => `name:${key}`

/** The claim to a title or alias. */
export const claimTo = (name: string): string => nameClaim(linkKey(name))

/** The claim to a country's code. */
export const claimToCode = (code: string): string => `code:${code}`

/** Each title and alias, and a country's code; nothing in the trash. */
export function claimsOf(head: RecordHead): readonly string[] {
  if (head.trashedAt !== '') return []
  const claims = new Set(nameKeys(head).map(nameClaim))
  if (head.kind === 'country') claims.add(claimToCode(head.code))
  return [...claims]
}

/** Whether two versions of one record hold the same; cheaper than comparing what {@link claimsOf} answers. */
export function claimsAreSame(one: RecordHead, other: RecordHead): boolean {
  return (
    one.title === other.title &&
    (one.trashedAt === '') === (other.trashedAt === '') &&
    one.aliases.length === other.aliases.length &&
    one.aliases.every((alias, index) => alias === other.aliases[index]) &&
    (one.kind === 'country' ? one.code : '') === (other.kind === 'country' ? other.code : '')
  )
}
