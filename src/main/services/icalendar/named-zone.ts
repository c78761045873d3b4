/** Which IANA zone a calendar's TZID means. Pure but for the system's zone data. */
import { windowsZones } from './windows-zones.ts'
import { isZone } from './zone-time.ts'

/** Outlook's names for its own zones, as it shows them: "(UTC+05:00) Astana". */
const SHOWN_OFFSET = /^\((?:UTC|GMT)(?:[+-]\d{1,2}:\d{2})?\)\s*/i

/** As it stands, without a program's prefix ("/mozilla.org/20050126_1/Asia/Almaty"), or by Windows' name; undefined when none is meant. */
export function namedZone(name: string): string | undefined {
  const text = name.trim().replace(/^"(.*)"$/, '$1')
  if (/^(?:tzone:\/\/microsoft\/)?(?:utc|z|etc\/utc)$/i.test(text)) return 'UTC'
  if (isZone(text)) return text
  const windows = windowsZones.get(text.toLowerCase())
  if (windows !== undefined) return windows
  const shown = /^\(?(?:UTC|GMT)\)?$/i.test(text.replace(SHOWN_OFFSET, '') || text)
  if (shown) return 'UTC'
  const parts = text.split('/').filter(Boolean)
  const tails = [parts.slice(-3), parts.slice(-2)].filter((tail) => tail.length > 1 && tail.length < parts.length)
  return tails.map((tail) => tail.join('/')).find(isZone)
}
