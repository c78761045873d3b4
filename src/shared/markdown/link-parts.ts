/** The parts of CommonMark links: destinations, titles, labels, and what binds more tightly than brackets. */

/** A part that was read: what it says, and where the text goes on. */
export interface Part {
  readonly value: string
  /** As written, without the marks around it. */
  readonly source: string
  readonly from: number
  readonly end: number
}

const ESCAPE = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
/** Parentheses in parentheses of a destination; deeper ones are text, as in cmark. */
const MAX_NESTED = 32
const MAX_LABEL = 999

/** Text without backslash escapes and character references; of the named ones those that links use. */
export function unescaped(source: string): string {
  if (!/[\\&]/.test(source)) return source
  return source.replace(ESCAPE, (whole, char?: string, decimal?: string, hexadecimal?: string, named?: string) => {
    if (char !== undefined) return char
    if (named !== undefined) return NAMED[named] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
  })
}

const isPunctuation = (char: string) => /[!-/:-@[-`{-~]/.test(char)
const isSpace = (char: string) => char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\v' || char === '\f'

/** Behind spaces and at most one line break. */
export function afterSpace(text: string, at: number): number {
  let end = at
  let breaks = 0
  for (; end < text.length; end++) {
    const char = text.charAt(end)
    if (char === '\n' && ++breaks > 1) break
    if (char !== '\n' && char !== ' ' && char !== '\t' && char !== '\r') break
  }
  return end
}

/** `dest` or `<dest with spaces>` at `at`. */
export function readDestination(text: string, at: number): Part | undefined {
  if (text.charAt(at) === '<') {
    for (let end = at + 1; end < text.length; end++) {
      const char = text.charAt(end)
      if (char === '\\') end++
      else if (char === '>') return part(text, at + 1, end, end + 1)
      else if (char === '<' || char === '\n') return undefined
    }
    return undefined
  }
  let nested = 0
  let end = at
  for (; end < text.length; end++) {
    const char = text.charAt(end)
    if (char === '\\' && isPunctuation(text.charAt(end + 1))) end++
    else if (char === '(') {
      if (++nested > MAX_NESTED) return undefined
    } else if (char === ')') {
      if (nested === 0) break
      nested--
    } else if (isSpace(char)) break
  }
  end = Math.min(end, text.length)
  return nested > 0 || (end === at && text.charAt(end) !== ')') ? undefined : part(text, at, end, end)
}

/** `"title"`, `'title'` or `(title)` at `at`. */
export function readLinkTitle(text: string, at: number): Part | undefined {
  const open = text.charAt(at)
  if (open !== '"' && open !== "'" && open !== '(') return undefined
  const close = open === '(' ? ')' : open
  for (let end = at + 1; end < text.length; end++) {
    const char = text.charAt(end)
    if (char === '\\') end++
    else if (char === close) return part(text, at + 1, end, end + 1)
    else if (char === '(' && open === '(') return undefined
  }
  return undefined
}

/** `[label]` at `at`; its value is what labels are compared by. */
export function readLabel(text: string, at: number): Part | undefined {
  if (text.charAt(at) !== '[') return undefined
  for (let end = at + 1; end < text.length && end <= at + 1 + MAX_LABEL; end++) {
    const char = text.charAt(end)
    if (char === '\\') end++
    else if (char === '[') return undefined
    else if (char === ']') return { ...part(text, at + 1, end, end + 1), value: labelKey(text.slice(at + 1, end)) }
  }
  return undefined
}

export const labelKey = (label: string): string => label.trim().replace(/\s+/gu, ' ').toLowerCase().toUpperCase()

const part = (text: string, from: number, to: number, end: number): Part => {
  const source = text.slice(from, to)
  return { value: unescaped(source), source, from, end }
}

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\p{Cc} ]*|[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[\w.-]{1,200})>/uy
const TAG_NAME = /<(\/?)[A-Za-z][A-Za-z0-9-]*/y
const ATTRIBUTE = /\s+[A-Za-z_:][A-Za-z0-9:._-]*/y
const EQUALS = /\s*=\s*/y
const BARE_VALUE = /[^"'=<>`\s]+/y
const TAG_END = /\s*\/?>/y
/** Behind each beginning, what ends it. */
const ENCLOSED = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const

/** Finds autolinks and HTML tags in one text, which bind more tightly than brackets. */
export class TagReader {
  readonly #text: string
  /** From where on a closing mark is known to be missing. */
  readonly #missing = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
  }

  /** Behind the autolink or tag that begins at `at`; undefined when none does. */
  end(at: number): number | undefined {
    const text = this.#text
    const autolink = this.#match(AUTOLINK, at)
    if (autolink !== undefined) return autolink
    if (text.startsWith('<!-->', at)) return at + 5
    if (text.startsWith('<!--->', at)) return at + 6
    for (const [open, close] of ENCLOSED) if (text.startsWith(open, at)) return this.#after(close, at + open.length)
    if (/^<![A-Za-z]/.test(text.slice(at, at + 3))) return this.#after('>', at + 3)
    return this.#tag(at)
  }

  #tag(at: number): number | undefined {
    let end = this.#match(TAG_NAME, at)
    if (end === undefined) return undefined
    const closes = this.#text.charAt(at + 1) === '/'
    for (let next = closes ? undefined : this.#match(ATTRIBUTE, end); next !== undefined; next = this.#match(ATTRIBUTE, end)) {
      end = next
      const value = this.#match(EQUALS, end)
      if (value === undefined) continue
      const quote = this.#text.charAt(value)
      const after = quote === '"' || quote === "'" ? this.#after(quote, value + 1) : this.#match(BARE_VALUE, value)
      if (after === undefined) return undefined
      end = after
    }
    const close = this.#match(TAG_END, end)
    return close !== undefined && closes && this.#text.charAt(close - 2) === '/' ? undefined : close
  }

  #match(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at
    return pattern.test(this.#text) ? pattern.lastIndex : undefined
  }

  #after(close: string, from: number): number | undefined {
    if (from >= (this.#missing.get(close) ?? Infinity)) return undefined
    const at = this.#text.indexOf(close, from)
    if (at !== -1) return at + close.length
    this.#missing.set(close, from)
    return undefined
  }
}
