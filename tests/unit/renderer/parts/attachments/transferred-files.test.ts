import { describe, expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../../../../src/shared/contract/attachments.ts'
import { CHUNK_SIZE } from '../../../../../src/renderer/parts/attachments/chunk-size.ts'
import { fileSize } from '../../../../../src/renderer/parts/attachments/file-size.ts'
import { filesOf, isFilePaste, pictureName } from '../../../../../src/renderer/parts/attachments/transferred-files.ts'

const at = new Date(2023, 4, 17, 14, 2)

/** As much of a browser's DataTransfer as is looked at. */
const transfer = (files: readonly File[], words: Readonly<Record<string, string>> = {}) =>
  ({
    files,
    items: files.map(() => ({ kind: 'file', webkitGetAsEntry: () => null })),
    getData: (format: string) => words[format] ?? '',
  }) as unknown as DataTransfer

const png = (name: string) => new File(['x'], name, { type: 'image/png' })

test('a piece of the page is a piece of the contract', () => {
  expect(CHUNK_SIZE).toBe(CHUNK_BYTES)
})

test('a pasted picture without a name of its own is called after its moment', () => {
  expect(pictureName('image/png', at)).toBe('Picture 2023-05-17 14.02.png')
  expect(pictureName('image/jpeg', at)).toBe('Picture 2023-05-17 14.02.jpg')
  expect(filesOf(transfer([png('image.png'), png('Hall.png')]), at).map(({ name }) => name)).toEqual([
    'Picture 2023-05-17 14.02.png',
    'Hall.png',
  ])
  expect(filesOf(transfer([new File(['x'], 'image.png', { type: 'text/plain' })]), at)[0]?.name).toBe('image.png')
})

describe('a paste', () => {
  test('of a picture, of files, of a picture out of a page is one of files', () => {
    expect(isFilePaste(transfer([png('image.png')]))).toBe(true)
    expect(isFilePaste(transfer([png('Hall.png')], { 'text/plain': 'Hall.png' }))).toBe(true)
    expect(isFilePaste(transfer([png('image.png')], { 'text/html': '<img src="https://example.org/a.png">' }))).toBe(true)
  })

  test('of words or cells, with a picture of them beside it, is one of words', () => {
    expect(isFilePaste(transfer([png('image.png')], { 'text/plain': 'a\tb', 'text/html': '<table>' }))).toBe(false)
    expect(isFilePaste(transfer([], { 'text/plain': 'words' }))).toBe(false)
  })
})

test('a size is told in the unit that fits it', () => {
  expect([0, 1, 999, 1_000, 43_400, 3_440_000].map(fileSize)).toEqual(['0 bytes', '1 byte', '999 bytes', '1 kB', '43 kB', '3.4 MB'])
})
