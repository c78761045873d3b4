/** What everybody calls a country, whatever a workspace says of it: the names and codes of the reference table. */
import { linkKey } from '../../../shared/text/link-key.ts'
import { countryReference, type CountryReference } from './reference.ts'

/** Codes, short and formal names in our languages, and what else it is called. */
export const protocolNames = ({ code, alpha2, shortNames, formalNames, otherNames }: CountryReference): string[] =>
  [code, alpha2, ...Object.values(shortNames), ...Object.values(formalNames), ...otherNames].filter(Boolean)

let keysByCode: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Of a code that the table does not have, no name is. */
export function isProtocolName(code: string, name: string): boolean {
  keysByCode ??= new Map(countryReference.map((entry) => [entry.code, new Set(protocolNames(entry).map(linkKey))]))
  return keysByCode.get(code)?.has(linkKey(name)) === true
}
