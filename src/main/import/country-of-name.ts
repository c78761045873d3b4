import { linkKey } from '../../shared/text/link-key.ts'
import { countryReference } from '../services/countries/reference.ts'

let byName: ReadonlyMap<string, string> | undefined

/** The code of the country that is called so in any of our languages, or has this code; undefined when none is. */
export function countryOfName(name: string): string | undefined {
  byName ??= new Map(
    countryReference.flatMap(({ code, alpha2, shortNames, formalNames, otherNames }) =>
      [code, alpha2, ...Object.values(shortNames), ...Object.values(formalNames), ...otherNames]
        .filter(Boolean)
        .map((one): [string, string] => [linkKey(one), code]),
    ),
  )
  return byName.get(linkKey(name.replace(/^\[\[([^[\]|#]+)(?:[#|][^[\]]*)?\]\]$/, '$1')))
}
