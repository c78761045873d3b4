/**
 * Words whose marks say more of a name than their folded letters (shared/text/marked-words.ts) are terms once more as they
 * are written, behind a character that no word has: found by their own keys of names and by nothing else.
 */
const MARK = '\u0001'

export const asWritten = (word: string): string => MARK + word

/** The word of such a term; undefined for any other term. */
export const writtenIn = (term: string): string | undefined => (term.startsWith(MARK) ? term.slice(MARK.length) : undefined)
