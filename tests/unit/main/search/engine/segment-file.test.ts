import { assert, boolean, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completed } from '../../../../../src/main/search/engine/completed.ts'
import { FlatSegment } from '../../../../../src/main/search/engine/flat-segment.ts'
import { IndexDamagedError } from '../../../../../src/main/search/engine/index-damaged-error.ts'
import { mergeSegments } from '../../../../../src/main/search/engine/merge-segments.ts'
import { memoryStore } from '../../../../../src/main/search/engine/segment-data.ts'
import { openSegment, SegmentFileWriter, type SegmentSource } from '../../../../../src/main/search/engine/segment-file.ts'
import { nameKeys } from '../../../../../src/shared/text/name-keys.ts'
import { stem } from '../../../../../src/shared/text/stem.ts'
import { bytesOfSegment, documentsOf, segmentOf } from '../../../../support/built-segment.ts'
import { someDocuments } from '../../../../support/index-documents.ts'

const forms = { nameKeys, stem }

function fileOf(segment: FlatSegment): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const writer = new SegmentFileWriter({ append: (bytes) => void pieces.push(bytes.slice()) })
  writer.append(segment.data.read(0, segment.dataBytes))
  writer.finish({ ...segment.tables, side: segment.sideTables }, 'facts')
  return new Uint8Array(Buffer.concat(pieces))
}

const sourceOf = (bytes: Uint8Array<ArrayBuffer>): SegmentSource => ({
  size: bytes.length,
  read: (position, length) => bytes.slice(position, position + length),
  release: () => undefined,
})

const noDays = { date: [0, 0], due: [0, 0], confirmed: [0, 0], updated: [0, 0] } as const
const noTexts = { title: [], names: [], posts: [], organisations: [], properties: [], body: [], owners: [] }

describe('openSegment', () => {
  it('gives back what was written, from memory and by position', () => {
    assert(
      property(someDocuments(5), boolean(), (documents, inMemory) => {
        const segment = segmentOf(documents)
        const opened = openSegment(sourceOf(fileOf(segment)), inMemory)
        expect(opened.facts).toBe('facts')
        expect(bytesOfSegment(opened.segment)).toBe(bytesOfSegment(segment))
      }),
    )
  })

  it('reads postings that reach over blocks, at first and again', () => {
    const fields = { ...noTexts, body: [Array.from({ length: 30 }, (_, word) => `common${word}`).join(' ')] }
    const segment = segmentOf(
      Array.from({ length: 1200 }, (_, row) => ({ row, kind: 'note', fields, keywords: [], days: noDays, updatedAt: 0 })),
    )
    const { segment: opened } = openSegment(sourceOf(fileOf(segment)), false)
    for (let round = 0; round < 2; round += 1) {
      for (let term = 0; term < segment.terms.count; term += 1) {
        expect(documentsOf(opened, term).join()).toBe(documentsOf(segment, term).join())
        for (const document of [1199, 0, 600, 601, 17]) expect(opened.places(term, document)).toEqual(segment.places(term, document))
      }
    }
    expect(bytesOfSegment(completed(mergeSegments([opened], memoryStore(), forms)))).toBe(bytesOfSegment(segment))
  })

  it('never gives anything out of a file that was cut or changed in any byte', () => {
    const fields = { ...noTexts, names: ['Šiškin'], body: ['a few words and a few more'] }
    const document = { kind: 'note', fields, keywords: ['tag:a'], days: noDays, updatedAt: 1 } as const
    const segment = segmentOf([
      { ...document, row: 3 },
      { ...document, row: 5 },
    ])
    const written = fileOf(segment)
    const everything = (bytes: Uint8Array<ArrayBuffer>) => {
      const { segment: opened, facts } = openSegment(sourceOf(bytes), false)
      for (let term = 0; term < opened.terms.count; term += 1) opened.postings(term)
      return [facts, opened]
    }
    expect(() => everything(written)).not.toThrow()
    for (let at = 0; at < written.length; at += 1) {
      expect(() => everything(written.slice(0, at))).toThrow(IndexDamagedError)
      const changed = written.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      expect(() => everything(changed)).toThrow(IndexDamagedError)
    }
    expect(() => everything(new Uint8Array(Buffer.concat([written, Buffer.alloc(8)])))).toThrow(IndexDamagedError)
  })
})
