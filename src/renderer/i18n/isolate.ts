/**
 * Names beside words of ours. A name in Arabic or Hebrew letters, or with a character that changes the direction as mails
 * have them, would turn round what stands behind it. Between isolates it is read by itself (Unicode Annex 9).
 */
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
/** Right to left: Hebrew to Arabic, their forms for print, the scripts of the past; and what overrides or embeds. */
const DIRECTED = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const ISOLATES = /[\u2066-\u2069]/gu

/** The text so that nothing around it changes places; a text of left to right alone stays as it is. */
export function isolated(text: string): string {
  if (!DIRECTED.test(text)) return text
  let open = 0
  // one that it closes without having opened it would be ours
  const own = text.replace(ISOLATES, (char) => {
    if (char !== POP_ISOLATE) open += 1
    else if (open === 0) return ''
    else open -= 1
    return char
  })
  return FIRST_STRONG_ISOLATE + own + POP_ISOLATE.repeat(open + 1)
}
