/** Names of attachments: what is shown and what embeds write. They never become paths. No zod: the interface needs them too. */
import { linkKey } from '../text/link-key.ts'
import { RESERVED_IN_TITLES } from './vocabulary.ts'

/** Of one file, in bytes. */
export const MAX_ATTACHMENT_BYTES = 100_000_000
/** Of one record. */
export const MAX_ATTACHMENTS = 200
/** In UTF-16 code units. */
export const MAX_ATTACHMENT_NAME = 200

/** Controls, line separators, lone surrogates, direction marks and other unseen characters; joiners shape letters and stay. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u
const BRACKETS: Readonly<Record<string, string>> = { '[': '(', ']': ')' }

/** Why a text cannot name an attachment; `undefined` when it can. */
export function attachmentNameProblem(name: string): 'empty' | 'tooLong' | 'reserved' | 'control' | undefined {
  if (name.trim() === '' || /^\.+$/.test(name)) return 'empty'
  if (name.length > MAX_ATTACHMENT_NAME) return 'tooLong'
  if (UNSEEN.test(name)) return 'control'
  if (name !== name.trim()) return 'control'
  for (const char of `${RESERVED_IN_TITLES}/\\`) if (name.includes(char)) return 'reserved'
  return undefined
}

interface NameParts {
  readonly stem: string
  /** With its full stop; empty when there is none. */
  readonly ending: string
}

/** `Picture.png` as its two parts. */
export function nameParts(name: string): NameParts {
  const ending = /\.[^.\s]{1,16}$/u.exec(name)?.[0] ?? ''
  return ending.length === name.length ? { stem: name, ending: '' } : { stem: name.slice(0, name.length - ending.length), ending }
}

/** An embed of it means a file: it ends as files do, and is no address or path. A record's title seldom does. */
export const looksLikeFile = (name: string): boolean =>
  attachmentNameProblem(name) === undefined && /[^.\s]\.(?=[^.\s]*\p{L})[\p{L}\p{N}]{2,5}$/u.test(name)

function cut(name: string, length: number): string {
  if (name.length <= length) return name
  const { stem, ending } = nameParts(name)
  let kept = ''
  for (const char of stem) {
    if (kept.length + char.length + ending.length > length) break
    kept += char
  }
  return kept.trim() + ending
}

/** A file's name as an attachment may bear it: NFC, without what links use and what nobody sees. */
export function cleanAttachmentName(name: string): string {
  let clean = ''
  for (const char of name.normalize('NFC')) {
    if (UNSEEN.test(char)) clean += ' '
    else if (`${RESERVED_IN_TITLES}/\\`.includes(char)) clean += BRACKETS[char] ?? '-'
    else clean += char
  }
  const short = cut(clean.replace(/\s+/gu, ' ').trim(), MAX_ATTACHMENT_NAME)
  return attachmentNameProblem(short) === undefined ? short : 'Attachment'
}

/** The name, or the name with a number before its ending: the first that none of `taken` bears. */
export function freeAttachmentName(name: string, taken: Iterable<string>): string {
  const keys = new Set([...taken].map(linkKey))
  if (!keys.has(linkKey(name))) return name
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`
    const { stem, ending } = nameParts(cut(name, MAX_ATTACHMENT_NAME - suffix.length))
    const candidate = `${stem}${suffix}${ending}`
    if (!keys.has(linkKey(candidate))) return candidate
  }
}

/** The attachment that an embed's target names, compared as links compare names. */
export function attachmentNamed<A extends { readonly name: string }>(attachments: readonly A[], target: string): A | undefined {
  if (attachments.length === 0) return undefined
  const key = linkKey(target)
  return attachments.find(({ name }) => linkKey(name) === key)
}
