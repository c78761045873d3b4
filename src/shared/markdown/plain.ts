/** Markdown as the words a person reads: for sentences beside backlinks, excerpts and snippets. */

/** Plain text, with the place in the source that each of its characters comes from. */
export interface PlainText {
  readonly text: string
  /** The UTF-16 range of `text` that comes from a range of the source; empty where nothing of it is shown. */
  rangeOf(from: number, to: number): [number, number]
  /** The place in the source that a character of `text` comes from; white space comes from the first of its run. */
  originOf(at: number): number
}

/** Marks at the beginning of a line: quotes, bullets, headings, task boxes, callouts. */
const PREFIX =
  /(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\[[ xX-]\](?=[ \t])|\[![\w-]{1,40}(?:\|[^[\]\n]{0,200})?\][-+]?))*[ \t]*/y
const WIKILINK = /!?\[\[([^[\]|\n]{1,2000})(?:\|((?:[^[\]\n]|\[(?!\[)|\](?!\])){0,2000}))?\]\]/y
const LINK = /!?\[([^[\]\n]{0,1000})\]\([^()\n]{0,2000}\)/y
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/y
const TAG = /<\/?[A-Za-z][^<>\n]{0,1000}>|<!--|-->/y
const RULE = /(?:[ \t]*[|:*_=-]){3,}[ \t]*(?=\n|$)/y
const FENCE = /[ \t]*(?:`{3,}|~{3,})[^`\n]*(?=\n|$)/y
const EMPHASIS = /[*~=]+|_+|`+/y
/** A run of characters that mean nothing but themselves. */
const WORDS = /[^\s\\[!<|*~=_`]+/y
const PUNCTUATION = /[!-/:-@[-`{-~]/

/** Where the words of a line begin: behind the marks of quotes, bullets, headings, task boxes and callouts at `at`. */
export function behindMarks(source: string, at: number): number {
  PREFIX.lastIndex = at
  return at + (PREFIX.exec(source)?.[0].length ?? 0)
}

/** Strips the markup of `source` from `from` to `to`; white space becomes single spaces. Linear in the length. */
export function plainText(source: string, from = 0, to = source.length): PlainText {
  const origins: number[] = []
  let text = ''
  /** The last character: looking at the text itself would copy the whole of it each time. */
  let last = ''
  const put = (start: number, end: number) => {
    for (let at = start; at < end; at++) {
      const char = source.charAt(at)
      if (/\s/.test(char)) {
        if (last === '' || last === ' ') continue
        last = ' '
      } else last = char
      text += last
      origins.push(at)
    }
  }
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    return found && at + found[0].length <= to ? found : undefined
  }
  let at = from
  let lineStart = true
  /** The line is a row of a table: its bars part cells. */
  let row = false
  while (at < to) {
    if (lineStart) {
      lineStart = false
      const skipped = match(RULE, at) ?? match(FENCE, at) ?? match(PREFIX, at)
      row = source.charAt(at + (skipped?.[0].length ?? 0)) === '|'
      if (skipped && skipped[0] !== '') {
        at += skipped[0].length
        continue
      }
    }
    WORDS.lastIndex = at
    const words = WORDS.exec(source)
    if (words) {
      const end = Math.min(at + words[0].length, to)
      text += source.slice(at, end)
      last = source.charAt(end - 1)
      for (; at < end; at++) origins.push(at)
      continue
    }
    const char = source.charAt(at)
    if (char === '\n') {
      put(at, at + 1)
      at++
      lineStart = true
    } else if (char === '\\' && at + 1 < to && PUNCTUATION.test(source.charAt(at + 1))) {
      put(at + 1, at + 2)
      at += 2
    } else if (char === '[' || (char === '!' && source.charAt(at + 1) === '[')) {
      const wiki = match(WIKILINK, at)
      const link = wiki ?? match(LINK, at)
      if (wiki) {
        const open = at + wiki[0].indexOf('[[') + 2
        const name = wiki[1] ?? ''
        const shown = wiki[2]?.trim() ? open + name.length + 1 : open
        put(shown, wiki[2]?.trim() ? shown + wiki[2].length : open + name.length)
      } else if (link) {
        const open = at + link[0].indexOf('[') + 1
        put(open, open + (link[1] ?? '').length)
      } else put(at, at + 1)
      at += link ? link[0].length : 1
    } else if (char === '<') {
      const address = match(AUTOLINK, at)
      const tag = address ?? match(TAG, at)
      if (address) put(at + 1, at + address[0].length - 1)
      else if (!tag) put(at, at + 1)
      at += tag ? tag[0].length : 1
    } else if (char === '|' && row) {
      at++
    } else {
      const marks = match(EMPHASIS, at)
      if (marks && isMarkup(source, at, marks[0])) at += marks[0].length
      else {
        const end = marks ? at + marks[0].length : at + 1
        put(at, end)
        at = end
      }
    }
  }
  if (last === ' ') {
    text = text.slice(0, -1)
    origins.pop()
  }
  return {
    text,
    rangeOf(start, end) {
      const first = lowerBound(origins, start)
      return [first, Math.max(first, lowerBound(origins, end))]
    },
    originOf: (place) => origins[place] ?? to,
  }
}

/** Whether a run of marks is emphasis rather than a character of the text: `2 * 3`, `a_b`, `a = b`, `~5`. */
function isMarkup(source: string, at: number, marks: string): boolean {
  const before = source.charAt(at - 1)
  const after = source.charAt(at + marks.length)
  const inWord = /[\p{L}\p{N}]/u
  if (marks.startsWith('`')) return true
  if (marks.startsWith('=') || marks.startsWith('~')) return marks.length === 2
  if (marks.startsWith('_') && inWord.test(before) && inWord.test(after)) return false
  return !((before === '' || /\s/.test(before)) && (after === '' || /\s/.test(after)))
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
