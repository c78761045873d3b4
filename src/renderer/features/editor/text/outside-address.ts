/** Longest address that the host takes. */
const LONGEST = 2_000

/**
 * The address as it would be opened, or null when it may not be: https and mailto only. Parsed and written again, so
 * that the person reads the host as the network would (a name in look-alike letters shows as `xn--…`).
 */
export function outsideAddress(written: string): string | null {
  const trimmed = written.trim()
  if (trimmed.length > LONGEST || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'mailto:') return null
  return url.href.length <= LONGEST ? url.href : null
}
