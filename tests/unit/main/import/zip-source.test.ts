import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { openSource } from '../../../../src/main/import/open-source.ts'
import { Refusal } from '../../../../src/main/import/refusal.ts'
import type { SourceListing } from '../../../../src/main/import/source.ts'
import { AppError } from '../../../../src/shared/errors.ts'

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-zip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Packed {
  readonly content?: string | Buffer
  readonly mode?: number
  readonly compress?: boolean
}

/** A sound archive of these entries. */
async function packed(entries: Readonly<Record<string, Packed | string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, entry] of Object.entries(entries)) {
    const { content = '', mode, compress = true } = typeof entry === 'string' ? { content: entry } : entry
    if (path.endsWith('/')) zip.addEmptyDirectory(path)
    else zip.addBuffer(Buffer.from(content), path, { compress, ...(mode !== undefined && { mode }) })
  }
  zip.end()
  const path = join(folder, `made-${(count += 1)}`)
  await pipeline(zip.outputStream, createWriteStream(path))
  return readFile(path)
}

/** As {@link packed}, with names or fields that no packer would write: bytes of the same length in place of others, wherever they stand. */
async function forged(
  entries: Readonly<Record<string, Packed | string>>,
  ...forgeries: readonly (readonly [Buffer, Buffer])[]
): Promise<Buffer> {
  const bytes = await packed(entries)
  for (const [from, to] of forgeries) {
    expect(to.length).toBe(from.length)
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + to.length)) to.copy(bytes, at)
  }
  return bytes
}
const named = (from: string, to: string | Buffer) => [Buffer.from(from), Buffer.from(to)] as const
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

async function withArchive<T>(bytes: Buffer, work: (source: Awaited<ReturnType<typeof openSource>>) => Promise<T>): Promise<T> {
  const path = join(folder, `archive-${(count += 1)}.zip`)
  await writeFile(path, bytes)
  const source = await openSource(path)
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}
const listed = (bytes: Buffer): Promise<SourceListing> => withArchive(bytes, (source) => source.list())
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => error,
  )

describe('an archive', () => {
  it('is read from its one folder, as the vault that it holds', async () => {
    const bytes = await packed({
      'Vault/': '',
      'Vault/.obsidian/app.json': '{}',
      'Vault/Люди/Қанат.md': 'Text',
      'Vault/picture.png': 'x',
      '__MACOSX/Vault/._picture.png': 'x',
    })
    await withArchive(bytes, async (source) => {
      expect(await source.list()).toEqual({
        files: ['Люди/Қанат.md'],
        others: ['picture.png'],
        refused: [],
        hidden: ['.obsidian'],
        unseen: ['.obsidian', '__MACOSX'],
      })
      expect(await source.readText('Люди/Қанат.md')).toBe('Text')
    })
  })

  it('of several folders keeps them', async () => {
    expect((await listed(await packed({ 'a/x.md': '', 'b/y.md': '' }))).files).toEqual(['a/x.md', 'b/y.md'])
  })

  it.each([
    ['code page 437', Buffer.from([0x72, 0x82, 0x73, 0x75, 0x6d, 0x82]), 'résumé'],
    ['code page 866', Buffer.from([0x8f, 0xe0, 0xae, 0xe2, 0xae, 0xaa]), 'Проток'],
    ['UTF-8 that does not say so', Buffer.from('Қан'), 'Қан'],
  ])('has names in %s', async (_name, raw, name) => {
    const bytes = await forged({ 'abcdef.md': 'x' }, named('abcdef', raw))
    // without the mark of UTF-8
    for (let at = bytes.indexOf('PK\u0003\u0004'); at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) bytes.writeUInt16LE(0, at + 6)
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) bytes.writeUInt16LE(0, at + 8)
    expect((await listed(bytes)).files).toEqual([`${name}.md`])
  })
})

describe('an entry is refused, and the others go on,', () => {
  it.each([
    ['that climbs', '../evil.md', 'leads out'],
    ['that climbs within', 'a/../../.md', 'leads out'],
    ['that is absolute', '/etc/ab.md', 'leads out'],
    ['that names a drive', 'C:/evil.md', 'leads out'],
    ['that climbs in the way of Windows', '..\\evil.md', 'backslash'],
    ['whose name ends early', 'a.md\u0000bb.md', 'ends names'],
    ['that names nothing', 'a//evil.md', 'empty name'],
  ])('%s', async (_name, path, reason) => {
    const placeholder = 'x'.repeat(Buffer.byteLength(path))
    const { files, refused } = await listed(await forged({ 'good.md': 'x', [placeholder]: 'x' }, named(placeholder, path)))
    expect(files).toEqual(['good.md'])
    expect(refused).toEqual([{ file: expect.any(String) as string, reason: expect.stringContaining(reason) as string }])
  })

  it('that is a link, is encrypted, lies too deep, or is one file with another on some system', async () => {
    const bytes = await forged({
      'good.md': 'x',
      'GOOD.md': 'x',
      'link.md': { content: '/etc/passwd', mode: 0o120_777 },
      [`${'d/'.repeat(40)}deep.md`]: 'x',
      'Straße.md': 'x',
      'STRASSE.md': 'x',
      'good.md.folder': 'x',
    })
    const { files, refused } = await listed(bytes)
    expect(files).toEqual(['Straße.md', 'good.md'].toSorted())
    expect(refused.map(({ file }) => file).toSorted()).toEqual(['GOOD.md', 'STRASSE.md', `${'d/'.repeat(40)}deep.md`, 'link.md'].toSorted())
  })

  it('that is encrypted', async () => {
    const bytes = await packed({ 'a.md': 'x', 'b.md': 'y' })
    const at = bytes.lastIndexOf('PK\u0001\u0002')
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
    const { files, refused } = await listed(bytes)
    expect(files).toEqual(['a.md'])
    expect(refused).toMatchObject([{ file: 'b.md', reason: expect.stringContaining('encrypted') as string }])
  })

  it('that claims another size than it has, or other bytes', async () => {
    const text = 'The text of a note that is long enough.'
    const bytes = await packed({ 'a.md': { content: text, compress: false }, 'b.md': text })
    for (const size of [3, 3_000]) {
      const wrong = Buffer.from(bytes)
      const at = wrong.lastIndexOf('PK\u0001\u0002')
      uint32(size).copy(wrong, at + 24)
      await withArchive(wrong, async (source) => {
        await source.list()
        expect(await source.readText('a.md')).toBe(text)
        expect(await failure(source.readText('b.md'))).toBeInstanceOf(Refusal)
      })
    }
    const damaged = await forged({ 'a.md': { content: text, compress: false } }, named('a note', 'A NOTE'))
    await withArchive(damaged, async (source) => {
      await source.list()
      expect(await failure(source.readText('a.md'))).toMatchObject({ message: expect.stringContaining('damaged') as string })
    })
  })

  it('that inflates beyond measure', async () => {
    const bytes = await packed({ 'bomb.md': { content: Buffer.alloc(6_000_000) }, 'good.md': 'x' })
    const { files, refused } = await listed(bytes)
    expect(files).toEqual(['good.md'])
    expect(refused[0]?.reason).toContain('beyond measure')
  })
})

describe('a whole archive is refused in words', () => {
  it('that claims to hold more than any disk', async () => {
    const bytes = await packed({ 'a.md': 'x', 'b.md': 'x' })
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4))
      uint32(0xff_ff_ff_f0).copy(bytes, at + 24)
    expect(await failure(listed(bytes))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('claims to hold') as string,
    })
  })

  it('that is none, is cut off, or is not there', async () => {
    const bytes = await packed({ 'a.md': 'x' })
    for (const wrong of [Buffer.from('text'), Buffer.alloc(0), bytes.subarray(0, bytes.length - 30)])
      expect(await failure(listed(wrong))).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('no sound zip') as string,
      })
    expect(await failure(openSource(join(folder, 'nowhere.zip')))).toMatchObject({ code: 'MISSING' })
  })
})

it('never fails on damaged bytes but in words', async () => {
  const sound = await packed({
    'Vault/a.md': 'The text of a note.',
    'Vault/b/c.md': { content: 'Another one.', compress: false },
    'Vault/d.png': 'x',
  })
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(sound.length), async (changes, length) => {
      const bytes = Buffer.from(changes.length % 4 === 0 ? sound.subarray(0, length) : sound)
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
      try {
        await withArchive(bytes, async (source) => {
          const { files, others } = await source.list()
          for (const path of [...files, ...others]) {
            const text = await source.readText(path).catch((error: unknown) => {
              if (error instanceof Refusal) return ''
              throw error
            })
            expect(text.length).toBeLessThan(1_000)
          }
        })
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 60 },
  )
})
