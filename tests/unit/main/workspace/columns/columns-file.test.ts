import { describe, expect, it } from 'vitest'
import type { ColumnsStamp } from '../../../../../src/main/workspace/columns/columns-file.ts'
import { ColumnsFile } from '../../../../../src/main/workspace/columns/columns-file.ts'
import { RecordColumns } from '../../../../../src/main/workspace/columns/record-columns.ts'
import { headOf } from '../../../../../src/shared/model/head.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'

const path = '/w/derived/columns.bin'
const stamp: ColumnsStamp = {
  workspace: 'w',
  lineage: 'l',
  segments: [{ name: 'a', bytes: 100 }],
  active: { name: 'b', size: 200, sequence: 3, link: 0xdead_beef, frames: 2 },
}

function columnsOf(count: number): RecordColumns {
  const columns = new RecordColumns('rows')
  for (let number = 1; number <= count; number += 1) {
    const place = { segment: 'a', offset: number * 100, length: 90, crc: number }
    const rest = { at: '2023-10-05T09:00:00.000Z', author: anna, createdBy: anna, own: false, pinned: false, fixed: 0 }
    columns.apply([{ head: headOf(newNote(number)), place, ...rest, sequence: number, revision: number }])
  }
  return columns
}

/** A disk with a workspace's folder. */
function diskWithFolder(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  files.put('/w/workspace.json', Buffer.from('{}'))
  return files
}

describe('ColumnsFile', () => {
  it('gives back the columns as they were at the call, and their stamp', async () => {
    const files = diskWithFolder()
    const file = new ColumnsFile(files, '/w/derived')
    const columns = columnsOf(3)
    const writing = file.write(stamp, columns)
    columns.apply([{ erased: idOf(2), sequence: 4, revision: 4 }])
    await writing
    const found = await file.read()
    expect(found?.stamp).toEqual(stamp)
    expect(Array.from(found?.columns.heads() ?? [], ({ title }) => title)).toEqual(['Note 1', 'Note 2', 'Note 3'])
    expect(found?.columns.sequence).toBe(3)
  })

  it('never gives anything back from a file that was cut or changed in any byte', async () => {
    const files = diskWithFolder()
    const file = new ColumnsFile(files, '/w/derived')
    await file.write(stamp, columnsOf(2))
    const written = Buffer.from(files.bytesOf(path) ?? [])
    for (let at = 0; at < written.length; at += 1) {
      files.put(path, written.subarray(0, at))
      expect(await file.read()).toBeUndefined()
      const changed = Buffer.from(written)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
      files.put(path, changed)
      expect(await file.read()).toBeUndefined()
    }
  })

  it('keeps the file before when the disk fails, and says so', async () => {
    const files = diskWithFolder()
    const problems: string[] = []
    const file = new ColumnsFile(files, '/w/derived', (message) => problems.push(message))
    await file.write(stamp, columnsOf(1))
    files.inject({ at: 3, error: 'ENOSPC', forGood: false })
    await file.write(stamp, columnsOf(2))
    expect(problems).toHaveLength(1)
    expect((await file.read())?.columns.recordCount).toBe(1)
    expect(await files.list('/w/derived')).toEqual(['columns.bin'])
  })
})
