/** Titles and aliases that files are given where theirs belong to others. */
import { basename, dirname } from 'node:path/posix'
import { suggestTitle, withMark } from '../services/records/record-names.ts'
import type { NameClaims } from './name-claims.ts'

interface Named {
  readonly title: string
  readonly aliases: readonly string[]
}

/** Names for a record that is made: the file's own as far as they are free, and what had to be settled, in sentences. */
export function freeNames(own: Named, path: string, claims: NameClaims): Named & { readonly remarks: readonly string[] } {
  const isTaken = (name: string) => claims.holder(name, '') !== undefined
  const remarks: string[] = []
  for (const alias of own.aliases) if (isTaken(alias)) remarks.push(`The alias “${alias}” belongs to another record and was left out.`)
  const aliases = own.aliases.filter((alias) => !isTaken(alias))
  const holder = claims.holder(own.title, '')
  if (!holder) return { title: own.title, aliases, remarks }
  const folder = basename(dirname(path))
  const marks = folder === '.' ? [] : [folder]
  // once the marks are used up numbers are counted, and never twice from the start
  const firstNumber = marks.every((mark) => isTaken(withMark(own.title, mark))) ? claims.nextNumber(own.title) : 2
  const title = suggestTitle({ title: own.title, marks }, isTaken, firstNumber)
  const where = holder.path === '' ? '' : ` by ${holder.path}`
  remarks.push(`The title “${own.title}” is taken${where}; this one is called “${title}”.`)
  return { title, aliases, remarks }
}

/** Why the names of a file cannot be its record's; undefined when they can. */
export function nameTaken(claims: NameClaims, { title, aliases }: Named, id: string): string | undefined {
  for (const name of [title, ...aliases]) {
    const holder = claims.holder(name, id)
    if (!holder) continue
    const where = holder.path === '' ? '' : ` (${holder.path})`
    return holder.title === name
      ? `there is another record called “${name}”${where}`
      : `another record, “${holder.title}”${where}, holds the name “${name}”`
  }
  return undefined
}
