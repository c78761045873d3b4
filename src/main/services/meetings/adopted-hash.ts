/** The fingerprint of an adopted text, and whether the text is still the one that it was taken of. */
import { createHash } from 'node:crypto'
import { adoptedDocument, type AdoptedParts } from '../../../shared/markdown/adopted-document.ts'
import { recordedHash } from '../../../shared/meetings/recorded-hash.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { AnyRecord, MeetingRecord } from '../../../shared/model/record.ts'

/** Lower-case hexadecimal SHA-256 of the adopted document. */
export const hashOfDocument = (meeting: AdoptedParts): string => createHash('sha256').update(adoptedDocument(meeting), 'utf8').digest('hex')

/** `unknown`: no fingerprint was taken, as in files from elsewhere and from versions before there were any. */
export type Standing = 'same' | 'other' | 'unknown'

export function standingOf(meeting: MeetingRecord): Standing {
  const recorded = recordedHash(meeting)
  if (recorded === '') return 'unknown'
  return recorded === hashOfDocument(meeting) ? 'same' : 'other'
}

/** The record as it is kept when it is adopted from the start, as in the sample: with the fingerprint of what it says. */
export function withAdoptedHash<R extends AnyRecord>(record: R): R {
  if (record.kind !== 'meeting' || !isAdoptedText(record) || record.adoptedHash !== '') return record
  return { ...record, adoptedHash: hashOfDocument(record) }
}
