/** `[[Title#Heading|shown]]` and `![[Title]]` as `findLinks` reads them; in a table the bar is written `\|`. Anchored. */
const PATTERN = /(!?)\[\[([^[\]|#\r\n]*)(?:#([^[\]|\r\n]*))?(?:\|((?:(?!\]\]|\[\[)[^\r\n])*))?\]\]/y

export interface WikiLinkText {
  readonly embed: boolean
  /** Name of the record; empty for a heading of the same text. */
  readonly target: string
  readonly heading: string
  /** What the reader sees. */
  readonly shown: string
  readonly length: number
  /** Offset of the shown part when it is written out; else of the target. */
  readonly shownFrom: number
  readonly shownTo: number
}

const withoutBackslash = (part: string) => (part.endsWith('\\') ? part.slice(0, -1) : part)

/** Reads the link that begins at `at`; undefined when none does. */
export function wikiLinkAt(text: string, at: number): WikiLinkText | undefined {
  PATTERN.lastIndex = at
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const [whole, bang = '', rawTarget = '', rawHeading = '', rawShown] = match
  const target = (rawHeading === '' && rawShown !== undefined ? withoutBackslash(rawTarget) : rawTarget).trim()
  const heading = (rawShown === undefined ? rawHeading : withoutBackslash(rawHeading)).trim()
  if (target === '' && heading === '') return undefined
  const opening = bang.length + 2
  const written = rawShown !== undefined && rawShown.trim() !== ''
  return {
    embed: bang !== '',
    target,
    heading,
    shown: written ? rawShown.trim() : [target, heading].filter(Boolean).join(' › '),
    length: whole.length,
    shownFrom: written ? whole.length - 2 - rawShown.length : opening,
    shownTo: written ? whole.length - 2 : opening + rawTarget.length + (rawHeading ? rawHeading.length + 1 : 0),
  }
}
