import { expect, it } from 'vitest'
import { DamagedFileError } from '../../../../../src/main/workspace/json-file.ts'
import {
  decodeSegmentHead,
  encodeSegmentHead,
  parseSegmentName,
  segmentName,
} from '../../../../../src/main/workspace/journal/segment-head.ts'
import { segmentHead } from '../../../../support/journal-segments.ts'

it('reads back what it writes, and nothing else', () => {
  expect(decodeSegmentHead(encodeSegmentHead(segmentHead))).toEqual(segmentHead)
  for (const wrong of [
    { ...segmentHead, schemaVersion: 4 },
    { ...segmentHead, more: 1 },
    { ...segmentHead, first: 0 },
  ])
    expect(() => decodeSegmentHead(Buffer.from(JSON.stringify(wrong)))).toThrow(DamagedFileError)
})

it('names a file after its first sequence and its generation', () => {
  expect(segmentName(1, 0)).toBe('000000000001.g0.jsonl')
  expect(parseSegmentName(segmentName(1_234_567_890_123, 12))).toEqual({ first: 1_234_567_890_123, generation: 12 })
  for (const foreign of ['000000000001.g00.jsonl', '1.g0.jsonl', '000000000001.g0.jsonl.bak', '0000000000001.g0.jsonl', 'acknowledged'])
    expect(parseSegmentName(foreign), foreign).toBeUndefined()
})
