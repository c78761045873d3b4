import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeFrame, frameBytes, MAX_PAYLOAD_BYTES, PREFIX_BYTES, readHeader } from '../../../../../src/main/workspace/journal/frame.ts'

const payload = Buffer.from('{"id":"x","title":"Алматы"}')

it('is one line of JSON that holds the record', () => {
  const { bytes, header } = encodeFrame('C', true, 42, 7, 0xabc, payload)
  const line = Buffer.from(bytes).toString()
  expect(line).toBe(
    `{"frame":"C. 0000000000042 000000000007 000000028 00000abc ${hex(header.payloadCrc)} ${hex(header.headerCrc)}","record":${payload.toString()}}\n`.replace(
      '000000028',
      String(payload.length).padStart(9, '0'),
    ),
  )
  expect(JSON.parse(line)).toMatchObject({ record: { title: 'Алматы' } })
  expect(bytes.length).toBe(frameBytes(payload.length))
  expect(Buffer.from(bytes).indexOf(payload)).toBe(PREFIX_BYTES)
})

it('reads back every header it writes, wherever it stands', () => {
  const numbers = fc.record({
    kind: fc.constantFrom('S', 'P', 'C', 'E'),
    last: fc.boolean(),
    sequence: fc.integer({ min: 0, max: 9_999_999_999_999 }),
    revision: fc.integer({ min: 0, max: 999_999_999_999 }),
    link: fc.integer({ min: 0, max: 0xffffffff }),
    payload: fc.uint8Array({ maxLength: 300 }),
    before: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(numbers, ({ kind, last, sequence, revision, link, payload, before }) => {
      const { bytes, header } = encodeFrame(kind, last, sequence, revision, link, payload)
      expect(readHeader(Buffer.concat([Buffer.alloc(before), bytes]), before)).toEqual(header)
      expect(header).toMatchObject({ kind, last, sequence, revision, length: payload.length, link })
    }),
  )
})

it('takes no header with any one byte changed to any other', () => {
  const { bytes } = encodeFrame('P', false, 1_234_567, 89, 0xdeadbeef, payload)
  for (let at = 0; at < PREFIX_BYTES; at += 1) {
    for (let value = 0; value < 256; value += 1) {
      if (bytes[at] === value) continue
      const changed = Buffer.from(bytes)
      changed[at] = value
      expect(readHeader(changed, 0), `byte ${at} made ${value}`).toBeNull()
    }
  }
})

it('takes no header that is cut off', () => {
  const { bytes } = encodeFrame('P', true, 1, 1, 0, payload)
  for (let length = 0; length < PREFIX_BYTES; length += 1) expect(readHeader(bytes.subarray(0, length), 0)).toBeNull()
  expect(readHeader(bytes.subarray(0, PREFIX_BYTES), 0)).not.toBeNull()
})

it('refuses a payload that its length field cannot say', () => {
  const endless = Object.create(Uint8Array.prototype, { length: { value: MAX_PAYLOAD_BYTES + 1 } })
  expect(() => encodeFrame('P', true, 1, 1, 0, endless)).toThrow(RangeError)
})

const hex = (value: number) => value.toString(16).padStart(8, '0')
