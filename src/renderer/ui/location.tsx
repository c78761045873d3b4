import { Fragment } from 'react'

/** A place on the disk for reading: a name with letters from right to left, or that changes the direction, turns no other round. */
export function Location({ path }: { readonly path: string }) {
  return path.split(/([/\\])/).map((part, index) =>
    // the separators are every other one
    // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other key, and hold no state
    index % 2 === 1 ? <Fragment key={index}>{part}</Fragment> : part !== '' && <bdi key={index}>{part}</bdi>,
  )
}
