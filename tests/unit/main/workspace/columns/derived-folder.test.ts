import { describe, expect, it } from 'vitest'
import { DerivedFolder } from '../../../../../src/main/workspace/columns/derived-folder.ts'
import type { DerivedFrom } from '../../../../../src/main/workspace/columns/derived-folder.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'

const from: DerivedFrom = { workspace: 'w', lineage: 'l', rowsEpoch: 'r' }
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

/** A disk with a workspace's folder. */
function diskWithFolder(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  files.put('/w/workspace.json', bytes('{}'))
  return files
}

function folder(files = diskWithFolder(), of: DerivedFrom = from) {
  const problems: string[] = []
  return { files, problems, derived: new DerivedFolder(files, '/w/derived', of, (message) => problems.push(message)) }
}

const text = async (derived: DerivedFolder, name: string, version = 1) => {
  const found = await derived.read(name, version)
  return found && { revision: found.revision, text: Buffer.from(found.bytes).toString() }
}

describe('DerivedFolder', () => {
  it('leaves nothing where a workspace was that has been moved away', async () => {
    const files = new MemoryFileSystem()
    const { derived, problems } = folder(files)
    await derived.write('search', 1, 7, [bytes('one')])
    expect(await files.stat('/w')).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it('gives back what was written, with the revision it was made from', async () => {
    const { derived, problems } = folder()
    expect(await derived.read('search', 1)).toBeUndefined()
    await derived.write('search', 1, 7, [bytes('one '), bytes(''), bytes('two')])
    expect(await text(derived, 'search')).toEqual({ revision: 7, text: 'one two' })
    await derived.write('empty', 1, 8, [])
    expect(await text(derived, 'empty')).toEqual({ revision: 8, text: '' })
    expect(problems).toEqual([])
  })

  it.each<[string, Partial<DerivedFrom>]>([
    ['workspace', { workspace: 'x' }],
    ['lineage', { lineage: 'x' }],
    ['rows', { rowsEpoch: 'x' }],
  ])('gives nothing back that is of another %s', async (_, other) => {
    const { files, derived } = folder()
    await derived.write('search', 1, 7, [bytes('one')])
    expect(await folder(files, { ...from, ...other }).derived.read('search', 1)).toBeUndefined()
    expect(await folder(files).derived.read('search', 1)).toBeDefined()
  })

  it('gives nothing back that is of another version, or stands under another name', async () => {
    const { files, derived } = folder()
    await derived.write('search', 1, 7, [bytes('one')])
    expect(await derived.read('search', 2)).toBeUndefined()
    await files.rename('/w/derived/search.bin', '/w/derived/lists.bin')
    expect(await derived.read('lists', 1)).toBeUndefined()
  })

  it('gives nothing back after any cut and any changed byte', async () => {
    const { files, derived, problems } = folder()
    await derived.write('search', 1, 7, [bytes('some bytes')])
    const written = Buffer.from(files.bytesOf('/w/derived/search.bin') ?? [])
    for (let length = 0; length < written.length; length += 1) {
      files.put('/w/derived/search.bin', written.subarray(0, length))
      expect(await derived.read('search', 1)).toBeUndefined()
    }
    for (let at = 0; at < written.length; at += 1) {
      const changed = Buffer.from(written)
      changed.writeUInt8(changed.readUInt8(at) ^ 4, at)
      files.put('/w/derived/search.bin', changed)
      expect(await derived.read('search', 1)).toBeUndefined()
    }
    expect(problems).toEqual([])
  })

  it('reports a failing disk, throws nothing, and keeps the file before', async () => {
    for (const error of ['EIO', 'ENOSPC', 'EACCES']) {
      for (let at = 1; ; at += 1) {
        const { files, derived, problems } = folder()
        await derived.write('search', 1, 7, [bytes('old')])
        files.inject({ at, error, forGood: true })
        await derived.write('search', 1, 8, [bytes('new')])
        files.inject(null)
        const failed = problems.length > 0
        expect(await text(derived, 'search')).toEqual(failed ? { revision: 7, text: 'old' } : { revision: 8, text: 'new' })
        if (!failed) break
        expect(problems).toEqual([expect.stringContaining('search')])
      }
    }
    const { files, derived, problems } = folder()
    await derived.write('search', 1, 7, [bytes('old')])
    files.inject({ at: 1, error: 'EIO', forGood: true })
    expect(await derived.read('search', 1)).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it('writes one of a name at a time, and of those that wait only the last', async () => {
    const { files, derived } = folder()
    const written: string[] = []
    const piece = function* (word: string) {
      written.push(word)
      yield bytes(word)
    }
    await Promise.all(['a', 'b', 'c', 'd'].map((word, index) => derived.write('search', 1, index, piece(word))))
    expect(await text(derived, 'search')).toEqual({ revision: 3, text: 'd' })
    const first = derived.write('search', 1, 4, piece('e'))
    while (!written.includes('e')) await Promise.resolve()
    await Promise.all([first, derived.write('search', 1, 5, piece('f')), derived.write('search', 1, 6, piece('g'))])
    expect(written).toEqual(['d', 'e', 'g'])
    expect(await files.list('/w/derived')).toEqual(['search.bin'])
  })

  it('ends what is under way when it is closed, and writes nothing afterwards', async () => {
    const { derived } = folder()
    const writing = derived.write('search', 1, 7, [bytes('last')])
    await derived.close()
    await derived.write('search', 1, 8, [bytes('too late')])
    await writing
    expect(await text(derived, 'search')).toEqual({ revision: 7, text: 'last' })
  })

  it.each(['../manifest', 'a/b', '', '.hidden', 'columns'])('does not take the name %j', async (name) => {
    await expect(folder().derived.write(name, 1, 1, [])).rejects.toThrow(RangeError)
  })
})
