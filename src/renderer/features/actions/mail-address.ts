/** A reminder as the address that a mail program opens with it. Pure. */
import type { Output } from '../../../shared/contract/index.ts'

export interface MailAddress {
  /** Null: it cannot be opened so. */
  readonly url: string | null
  readonly problem: 'noAddress' | 'tooLong' | null
}

/** What hosts open, and what mail programs take without cutting it. */
const LONGEST = 2_000

export function mailAddress({ emails, subject, text }: Pick<Output<'actions.reminder'>, 'emails' | 'subject' | 'text'>): MailAddress {
  const [address] = emails
  if (address === undefined) return { url: null, problem: 'noAddress' }
  // RFC 6068: lines end with CRLF, and the address is one of its own
  const to = encodeURIComponent(address).replaceAll('%40', '@')
  const url = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
  return url.length > LONGEST ? { url: null, problem: 'tooLong' } : { url, problem: null }
}
