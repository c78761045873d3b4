import { linkKey } from '../../shared/text/link-key.ts'
import { protocolNames } from '../services/countries/protocol-names.ts'
import { countryReference } from '../services/countries/reference.ts'

let byName: ReadonlyMap<string, string> | undefined

/** The code of the country that is called so in any of our languages, or has this code; undefined when none is. */
export function countryOfName(name: string): string | undefined {
  byName ??= new Map(countryReference.flatMap((entry) => protocolNames(entry).map((one): [string, string] => [linkKey(one), entry.code])))
  return byName.get(linkKey(name.replace(/^\[\[([^[\]|#]+)(?:[#|][^[\]]*)?\]\]$/, '$1')))
}
