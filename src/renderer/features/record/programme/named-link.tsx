import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { recordAddress } from '../../../store/navigation.ts'
import { useLinkTarget } from '../controls/link-targets.ts'

/** A name in a running text: a link to its record where there is one. */
export function NamedLink({ name }: { readonly name: string }) {
  const target = useLinkTarget(name)
  return target ? <PlaceLink address={recordAddress(target.kind, target.id)}>{name}</PlaceLink> : name
}
