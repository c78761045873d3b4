import { describe, expect, it } from 'vitest'
import { replaceFile } from '../../../../src/main/workspace/replace-file.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'

const text = (files: MemoryFileSystem, path: string) => files.bytesOf(path)?.toString()
const names = async (files: MemoryFileSystem) => [...(await files.list('/disk'))].toSorted()

function disk(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  files.put('/disk/a.json', Buffer.from('old'))
  return files
}

describe('replaceFile', () => {
  it('syncs the bytes before the rename and the folder after it', async () => {
    const files = disk()
    await replaceFile(files, '/disk/a.json', [Buffer.from('new')], { previous: '/disk/b.json' })
    const steps = files.operations.map((operation) => operation.split(' ')[0])
    expect(steps).toEqual(['createFile', 'write', 'sync', 'close', 'stat', 'link', 'rename', 'remove', 'rename', 'syncFolder'])
    expect([text(files, '/disk/a.json'), text(files, '/disk/b.json')]).toEqual(['new', 'old'])
    expect(await names(files)).toEqual(['a.json', 'b.json'])
  })

  it('writes on after short writes until everything is there', async () => {
    const files = disk()
    files.inject({ at: 1, error: 'short', forGood: true })
    await replaceFile(files, '/disk/a.json', [Buffer.from('a rather '), Buffer.from('long text')])
    expect(text(files, '/disk/a.json')).toBe('a rather long text')
  })

  it('keeps the previous bytes by a copy where there are no links', async () => {
    const files = disk()
    files.withoutLinks()
    await replaceFile(files, '/disk/a.json', [Buffer.from('new')], { previous: '/disk/b.json' })
    expect([text(files, '/disk/a.json'), text(files, '/disk/b.json')]).toEqual(['new', 'old'])
    expect(await names(files)).toEqual(['a.json', 'b.json'])
  })

  it('leaves one name after a crash that left both on the same bytes', async () => {
    const files = disk()
    await files.link('/disk/a.json', '/disk/b.json')
    await replaceFile(files, '/disk/a.json', [Buffer.from('new')], { previous: '/disk/b.json' })
    expect([text(files, '/disk/a.json'), text(files, '/disk/b.json')]).toEqual(['new', 'old'])
    expect(await names(files)).toEqual(['a.json', 'b.json'])
  })

  it('calls it off and tidies up when what was written does not verify', async () => {
    const files = disk()
    const verify = async () => {
      throw new Error('not what was written')
    }
    await expect(replaceFile(files, '/disk/a.json', [Buffer.from('new')], { verify })).rejects.toThrow('not what was written')
    expect(text(files, '/disk/a.json')).toBe('old')
    expect(await names(files)).toEqual(['a.json'])
  })
})

describe('a rename that another program holds up (Windows)', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again after %s', async (error) => {
    const files = disk()
    files.sharingViolations = true
    files.inject({ at: 1, error, forGood: true, only: ['rename'] })
    files.wait = async (milliseconds) => {
      files.waits.push(milliseconds)
      if (files.waits.length === 5) files.inject(null)
    }
    await replaceFile(files, '/disk/a.json', [Buffer.from('new')])
    expect(text(files, '/disk/a.json')).toBe('new')
    expect(files.waits).toEqual([10, 20, 40, 80, 160])
  })

  it('is given up after ten seconds, with the old bytes in place', async () => {
    const files = disk()
    files.sharingViolations = true
    files.inject({ at: 1, error: 'EPERM', forGood: true, only: ['rename'] })
    await expect(replaceFile(files, '/disk/a.json', [Buffer.from('new')])).rejects.toMatchObject({ code: 'EBUSY' })
    const waited = files.waits.reduce((sum, wait) => sum + wait, 0)
    expect(waited).toBeGreaterThanOrEqual(10_000)
    expect(waited).toBeLessThan(10_600)
    expect(text(files, '/disk/a.json')).toBe('old')
    expect(await names(files)).toEqual(['a.json'])
  })

  it('is not tried again on other systems', async () => {
    const files = disk()
    files.inject({ at: 1, error: 'EPERM', forGood: true, only: ['rename'] })
    await expect(replaceFile(files, '/disk/a.json', [Buffer.from('new')])).rejects.toMatchObject({ code: 'EPERM' })
    expect(files.waits).toEqual([])
  })
})
