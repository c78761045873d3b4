import { describe, expect, test } from 'vitest'
import {
  asCorrected,
  carriedOver,
  changedDraft,
  changesAnything,
  correctionOf,
  headingProblem,
  isHeadingSound,
  isOutdated,
  newDraft,
} from '../../../../src/renderer/features/record/minutes/corrigendum-draft.ts'
import type { MeetingRecord } from '../../../../src/shared/model/record.ts'
import { newRecord } from '../../../support/new-record.ts'

const adopted = (more: Partial<MeetingRecord> = {}): MeetingRecord => {
  const record = newRecord(1, {
    kind: 'meeting',
    title: 'Committee',
    symbol: 'SC/1',
    start: '2019-05-17',
    place: 'Astana',
    body: 'First.\n\nSecond.\n\nThird.',
    stage: 'adopted',
    adoption: { how: 'silence', meeting: '', on: '2019-06-16' },
    adoptedHash: 'a'.repeat(64),
  })
  return { ...(record as MeetingRecord), ...more }
}
const corrected = (more: Partial<MeetingRecord>) =>
  adopted({ corrigenda: [{ on: '2019-07-01', reason: 'A name', sha256: 'b'.repeat(64) }], ...more })

describe('a corrigendum in preparation', () => {
  test('holds only what it changes, and nothing is kept of one that says nothing', () => {
    const text = adopted()
    const blank = newDraft(text)
    expect(changesAnything(blank)).toBe(false)
    const draft = changedDraft(text, blank, { symbol: 'SC/2', place: 'Astana' })
    expect(draft).toEqual({ ...blank, symbol: 'SC/2' })
    expect(draft && changedDraft(text, draft, { symbol: 'SC/1' })).toBeNull()
    expect(changedDraft(text, blank, { reason: 'A name' })).toEqual({ ...blank, reason: 'A name' })
    expect(draft && asCorrected(text, draft)).toEqual({ ...text, symbol: 'SC/2' })
  })

  test('is outdated when a corrigendum was issued since, or taken back', () => {
    const draft = newDraft(adopted())
    expect(isOutdated(adopted(), draft)).toBe(false)
    expect(isOutdated(corrected({}), draft)).toBe(true)
    expect(isOutdated(adopted(), newDraft(corrected({})))).toBe(true)
  })

  test('is carried to the new text without taking back what was put right there', () => {
    const base = adopted()
    const draft = { ...newDraft(base), reason: 'More', body: 'First.\n\nSecond.\n\nThird, mine.' }
    const now = corrected({ body: 'First, theirs.\n\nSecond.\n\nThird.', symbol: 'SC/9' })
    const carried = carriedOver(base, draft, now)
    expect(carried.overlaps).toBe(0)
    expect(carried.draft).toEqual({ ...draft, of: 'b'.repeat(64), body: 'First, theirs.\n\nSecond.\n\nThird, mine.' })
    expect(carried.draft && asCorrected(now, carried.draft).symbol).toBe('SC/9')
  })

  test('what both changed is counted: both versions of the text, mine of the rest; what the text says already is no change', () => {
    const base = adopted()
    const draft = { ...newDraft(base), body: 'First.\n\nSecond, mine.\n\nThird.', place: 'Almaty', symbol: 'SC/2' }
    const now = corrected({ body: 'First.\n\nSecond, theirs.\n\nThird.', place: 'Bishkek', symbol: 'SC/2' })
    const carried = carriedOver(base, draft, now)
    expect(carried.overlaps).toBe(2)
    expect(carried.draft && correctionOf(carried.draft)).toEqual({
      body: 'First.\n\nSecond, mine.\nSecond, theirs.\n\nThird.',
      place: 'Almaty',
    })
    expect(carriedOver(base, { ...newDraft(base), symbol: 'SC/2' }, now).draft).toBeNull()
  })

  test('a heading that cannot be says why', () => {
    const text = adopted()
    expect(headingProblem(text, text)).toEqual({})
    expect(headingProblem(text, { ...text, title: ' ', start: '2019-06-17' })).toEqual({ title: 'empty', start: 'afterAdoption' })
    expect(isHeadingSound(text, { ...text, startTime: 'noon' })).toBe(false)
    expect(isHeadingSound(text, { ...text, end: '2019-05-' })).toBe(false)
    expect(isHeadingSound(text, { ...text, end: '2019-05-18', startTime: '10:00' })).toBe(true)
  })
})
