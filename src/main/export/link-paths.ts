/** Paths of files as the destinations of markdown links: relative to the file that holds the link, and percent-encoded. */
import { posix } from 'node:path'

/** Where a destination leads. */
export interface Destination {
  /** From the root of the export or import, written with `/`. */
  readonly path: string
  /** What follows `#`; empty when nothing does. */
  readonly heading: string
}

/** What ends or bends a destination in CommonMark, in tables and in addresses; letters of any script stand as they are. */
const ENCODED = /[\s\p{Cc}\p{Cf}\p{Z}%()<>[\]"\\`?|&{}]/gu

const encoded = (text: string) => text.replace(ENCODED, (char) => `%${[...utf8.encode(char)].map(hexadecimal).join('%')}`)
const hexadecimal = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
const utf8 = new TextEncoder()

/** The destination in the file at `from` that leads to a heading of the file at `to`. */
export function destinationOf(from: string, to: string, heading: string): string {
  const path = encoded(posix.relative(posix.dirname(from), to)).replaceAll('#', '%23')
  return heading === '' ? path : `${path}#${encoded(heading)}`
}

/** Neither an address, nor a place in the same text, nor a path from somebody's disk. */
export const isRelative = (destination: string): boolean => !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)/i.test(destination)

/** Where a relative destination in the file at `from` leads; undefined when that is no place below the root. */
export function placeOf(from: string, destination: string): Destination | undefined {
  if (!isRelative(destination)) return undefined
  const hash = destination.indexOf('#')
  const path = decoded(hash === -1 ? destination : destination.slice(0, hash))
  const heading = decoded(hash === -1 ? '' : destination.slice(hash + 1))
  if (path === undefined || heading === undefined) return undefined
  const whole = posix.join(posix.dirname(from), path)
  return whole === '..' || whole.startsWith('../') ? undefined : { path: whole, heading }
}

/** Undefined where a percent sign encodes nothing. */
function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return undefined
  }
}
