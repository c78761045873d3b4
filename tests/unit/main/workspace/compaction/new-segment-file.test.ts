import { expect, it } from 'vitest'
import { NewSegmentFile } from '../../../../../src/main/workspace/compaction/new-segment-file.ts'
import { Turns } from '../../../../../src/main/workspace/compaction/turns.ts'
import { DamagedFileError } from '../../../../../src/main/workspace/json-file.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'

const turns = () => new Turns(new AbortController().signal)
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

async function disk(): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem()
  await files.createFolder('/w')
  return files
}

async function written(files: MemoryFileSystem, name: string, record: string): Promise<NewSegmentFile> {
  const file = await NewSegmentFile.create(files, `/w/${name}`)
  await file.add('S', 1, 0, bytes('{}'))
  await file.add('P', 7, 3, bytes(record))
  return file
}

it('gets its name only when it has been read back', async () => {
  const files = await disk()
  const end = await (await written(files, 'a', '{"a":1}')).finish(turns())
  expect(await files.list('/w')).toEqual(['a'])
  expect(end).toMatchObject({ size: files.bytesOf('/w/a')?.length, sequence: 7, frames: 2 })
})

it('is not taken for written when the disk gives back another file, however whole', async () => {
  const files = await disk()
  await (await written(files, 'other', '{"a":2}')).finish(turns())
  const file = await written(files, 'a', '{"a":1}')
  const temporary = (await files.list('/w')).find((name) => name.endsWith('.tmp'))
  files.put(`/w/${temporary}`, files.bytesOf('/w/other') ?? bytes(''))
  await expect(file.finish(turns())).rejects.toThrow(DamagedFileError)
  await file.discard()
  expect(await files.list('/w')).toEqual(['other'])
})

it('is written whole by a disk that takes half of what it is given', async () => {
  const files = await disk()
  const file = await written(files, 'a', JSON.stringify({ body: 'x'.repeat(3_000_000) }))
  files.inject({ at: 1, error: 'short', forGood: true, only: ['write'] })
  const { size } = await file.finish(turns())
  expect(files.bytesOf('/w/a')?.length).toBe(size)
})
