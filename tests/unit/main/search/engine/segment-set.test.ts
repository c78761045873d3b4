import { array, assert, boolean, constant, nat, oneof, property, tuple, uniqueArray } from 'fast-check'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completed } from '../../../../../src/main/search/engine/completed.ts'
import type { IndexDocument } from '../../../../../src/main/search/engine/document.ts'
import type { FlatSegment } from '../../../../../src/main/search/engine/flat-segment.ts'
import { fileStore, IndexFile } from '../../../../../src/main/search/engine/index-file.ts'
import { mergeSegments } from '../../../../../src/main/search/engine/merge-segments.ts'
import { memoryStore } from '../../../../../src/main/search/engine/segment-data.ts'
import { SegmentSet } from '../../../../../src/main/search/engine/segment-set.ts'
import { nameKeys } from '../../../../../src/shared/text/name-keys.ts'
import { stem } from '../../../../../src/shared/text/stem.ts'
import { bytesOfSegment, segmentOf } from '../../../../support/built-segment.ts'
import { someDocument, someDocuments } from '../../../../support/index-documents.ts'

const forms = { nameKeys, stem }
const ROWS = 12

const days = { date: [0, 0], due: [0, 0], confirmed: [0, 0], updated: [0, 0] } as const
const fields = { title: [], names: [], posts: [], organisations: [], properties: [], body: ['a few words'], owners: [] }
const noteOf = (row: number, updatedAt: number): IndexDocument => ({ row, kind: 'note', fields, keywords: [], days, updatedAt })

const edits = array(
  oneof(
    { weight: 4, arbitrary: tuple(constant('put'), uniqueArray(someDocument(ROWS), { selector: ({ row }) => row, maxLength: 3 })) },
    { weight: 2, arbitrary: tuple(constant('remove'), uniqueArray(nat({ max: ROWS - 1 }), { maxLength: 3 })) },
    { weight: 1, arbitrary: tuple(constant('ask'), constant([])) },
    { weight: 1, arbitrary: tuple(constant('begin merging'), constant([])) },
    { weight: 3, arbitrary: tuple(constant('go on merging'), array(nat(), { maxLength: 3 })) },
  ),
  { maxLength: 25 },
)

describe('mergeSegments', () => {
  it('gives byte for byte what is built anew of the live documents', () => {
    assert(
      property(someDocuments(6), array(tuple(nat({ max: 2 }), boolean())), boolean(), (documents, dealt, whole) => {
        const parts: IndexDocument[][] = [[], [], []]
        const living: IndexDocument[] = []
        for (const [at, document] of documents.entries()) {
          const [part, lives] = dealt[at] ?? [0, true]
          parts[part]?.push(document)
          if (lives) living.push(document)
        }
        const segments = parts.map((part) => segmentOf(part, whole))
        const rows = new Set(living.map(({ row }) => row))
        for (const segment of segments) {
          for (const [document, row] of segment.rows.entries()) if (!rows.has(row)) segment.kill(document)
        }
        expect(bytesOfSegment(completed(mergeSegments(segments, memoryStore(), forms)))).toBe(bytesOfSegment(segmentOf(living)))
      }),
    )
  })
})

describe('SegmentSet', () => {
  it('holds after any edits what is built anew of the same documents', () => {
    assert(
      property(edits, (steps) => {
        const set = new SegmentSet(forms)
        const model = new Map<number, IndexDocument>()
        let merging: Generator<void, FlatSegment> | undefined
        for (const [what, with_] of steps) {
          if (what === 'put') {
            set.put(with_ as IndexDocument[])
            for (const document of with_ as IndexDocument[]) model.set(document.row, document)
          } else if (what === 'remove') {
            set.remove(with_ as number[])
            for (const row of with_ as number[]) model.delete(row)
          } else if (what === 'ask') expect(liveRows(set)).toEqual([...model.keys()].toSorted((one, other) => one - other))
          else if (what === 'begin merging') merging ??= set.merge(set.segments, memoryStore())
          else if (merging?.next().done === true) merging = undefined
        }
        if (merging) completed(merging)
        expect(liveRows(set)).toEqual([...model.keys()].toSorted((one, other) => one - other))
        const whole = completed(set.merge(set.segments, memoryStore()))
        // documents removed while it was merged are still in the part, and dead
        expect(bytesOfSegment(completed(mergeSegments([whole], memoryStore(), forms)))).toBe(bytesOfSegment(segmentOf([...model.values()])))
        expect(set.segments).toEqual([whole])
      }),
    )
  })

  it('leaves few parts after a thousand edits, when what is worth merging is merged', () => {
    const set = new SegmentSet(forms)
    set.put(Array.from({ length: 200 }, (_, row) => noteOf(row, 0)))
    let merged = 0
    for (let edit = 0; edit < 1000; edit += 1) {
      set.put([noteOf((edit * 7) % 200, edit)])
      expect(set.segments.length).toBeLessThanOrEqual(9)
      const parts = set.worthMerging
      merged += parts.reduce((sum, part) => sum + part.documents, 0)
      if (parts.length > 0) completed(set.merge(parts, memoryStore()))
    }
    expect(liveRows(set)).toHaveLength(200)
    // each edit was merged a few times only
    expect(merged).toBeLessThan(20_000)
  })

  it('leaves few parts where nothing in files can be merged, and leaves these alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'index-'))
    let files = 0
    const set = new SegmentSet(forms, [], () => {
      if (files >= 15) return memoryStore()
      files += 1
      return fileStore(new IndexFile(join(folder, `search.bin.part-${files}`), 'create'), '')
    })
    for (let edit = 0; edit < 500; edit += 1) {
      set.put([noteOf(edit % 200, edit)])
      expect(set.segments.length).toBeLessThanOrEqual(15 + 9)
      const parts = set.worthMergingInMemory
      if (parts.length > 0) completed(set.merge(parts, memoryStore()))
    }
    expect(liveRows(set)).toHaveLength(200)
    expect(readdirSync(folder)).toHaveLength(15)
    set.release()
    rmSync(folder, { recursive: true })
  })
})

const liveRows = (set: SegmentSet): number[] =>
  set.segments
    .flatMap((segment) => [...segment.rows].filter((_, document) => segment.isLive(document)))
    .toSorted((one, other) => one - other)
