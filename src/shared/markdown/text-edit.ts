/** One change of a text: what stands from `from` to `to` (UTF-16 offsets in the text before all changes) becomes `insert`. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Makes the changes, which do not overlap. Of two insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let copied = 0
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(copied, from) + insert
    copied = to
  }
  return result + text.slice(copied)
}

/** Text that is put into one line: line breaks and other control characters become spaces. */
export const asOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
