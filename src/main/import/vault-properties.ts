/** Links in front matter of other programs that stays as it came: they go on to lead to the same records and files. */
import { placedLinks } from '../../shared/markdown/links.ts'
import type { Json } from '../export/yaml-writer.ts'
import { titleOfLink, wikilinkTo, type VaultPlace } from './vault-links.ts'

/** The texts in a value that hold wikilinks. */
export function textsWithLinks(value: Json): string[] {
  if (typeof value === 'string') return value.includes('[[') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithLinks) : []
}

/** The value with each wikilink to a file that comes along called by its record's title, or by the name of the record's file. */
export function propertyFromVault(value: Json, place: VaultPlace): Json {
  if (typeof value === 'string') return value.includes('[[') ? textFromVault(value, place) : value
  if (Array.isArray(value)) return value.map((item) => propertyFromVault(item, place))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, propertyFromVault(item, place)]))
}

function textFromVault(text: string, place: VaultPlace): string {
  let result = ''
  let copied = 0
  for (const link of placedLinks(text)) {
    const title = titleOfLink(link, place)
    if (title === undefined) continue
    result += text.slice(copied, link.from) + wikilinkTo(link, title, link.embed)
    copied = link.to
  }
  return result + text.slice(copied)
}
