import type { MeetingRecord } from '../model/record.ts'

/** The fingerprint that was recorded last: of the last corrigendum, else of the adoption; empty when none was taken. */
export const recordedHash = ({ adoptedHash, corrigenda }: Pick<MeetingRecord, 'adoptedHash' | 'corrigenda'>): string =>
  corrigenda.at(-1)?.sha256 ?? adoptedHash
