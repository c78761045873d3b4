/** An id for a heading, unlike those taken before; prefixed, so that it meets no id of the page. */
export function headingSlug(words: string, taken: Set<string>): string {
  const slug = `heading-${words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)}`
  let id = slug
  for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`
  taken.add(id)
  return id
}
