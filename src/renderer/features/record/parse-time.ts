/** Times of day as people write them, read into 24-hour `HH:MM`. */
export function parseTime(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return ''
  const match = /^(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(plain)
  if (!match) return undefined
  let hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  const half = match[3]?.[0]
  if (half && (hours < 1 || hours > 12)) return undefined
  if (half) hours = (hours % 12) + (half === 'p' ? 12 : 0)
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
