/**
 * A file that may be thrown away: a line of JSON that says what it was made from, the content, and a CRC-32 of all of it.
 * It is not synced: one that a crash left half is noticed and made again.
 */
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { setImmediate } from 'node:timers/promises'
import type { FileSystem } from '../file-system.ts'
import { systemCode, systemError } from '../file-system.ts'
import { blocksOf, removeIfThere, renameWhenFree, temporaryNameFor } from '../replace-file.ts'
import { writeAll } from '../write-all.ts'

const LINE_END = 0x0a
/** A line end and eight hexadecimal digits. */
const TRAILER_BYTES = 9
/** The content begins at a multiple of it, for columns of numbers. */
const ALIGNMENT = 8
/** Some five milliseconds of CRC. */
const CRC_BYTES = 8 * 1024 * 1024

const hex = (crc: number) => crc.toString(16).padStart(8, '0')

export interface StampedContent {
  readonly stamp: unknown
  readonly content: Uint8Array
}

/** Undefined when there is no such file, or it is damaged. @throws system errors of the disk */
export async function readStamped(files: FileSystem, path: string): Promise<StampedContent | undefined> {
  let all: Buffer
  try {
    const bytes = await files.readFile(path)
    all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
    throw error
  }
  const end = all.length - TRAILER_BYTES
  const lineEnd = all.indexOf(LINE_END)
  if (end < 0 || lineEnd < 0 || lineEnd >= end) return undefined
  let crc = 0
  for (let at = 0; at < end; at += CRC_BYTES) {
    if (at > 0) await setImmediate()
    crc = crc32(all.subarray(at, Math.min(at + CRC_BYTES, end)), crc)
  }
  if (all.toString('latin1', end) !== `\n${hex(crc)}`) return undefined
  return { stamp: JSON.parse(all.toString('utf8', 0, lineEnd)), content: all.subarray(lineEnd + 1, end) }
}

/**
 * The folder is made when there is none, but not the one above it: a workspace that was moved away must not leave an empty
 * one behind. @throws system errors of the disk; then the file before is still there
 */
export async function writeStamped(
  files: FileSystem,
  folder: string,
  path: string,
  stamp: unknown,
  pieces: Iterable<Uint8Array>,
): Promise<void> {
  if (!(await files.stat(dirname(folder)))) throw systemError('ENOENT', 'mkdir', 'The folder of the workspace is not there any more.')
  await files.createFolder(folder)
  const temporary = temporaryNameFor(path)
  try {
    const file = await files.createFile(temporary)
    try {
      let crc = 0
      const put = async (bytes: Uint8Array) => {
        await writeAll(file, bytes)
        crc = crc32(bytes, crc)
      }
      const line = Buffer.from(JSON.stringify(stamp))
      const spaces = -(line.length + 1) & (ALIGNMENT - 1)
      await put(Buffer.concat([line, Buffer.from(`${' '.repeat(spaces)}\n`)]))
      for (const block of blocksOf(pieces)) await put(block)
      await put(Buffer.from(`\n${hex(crc)}`))
    } finally {
      await file.close()
    }
    await renameWhenFree(files, temporary, path)
  } catch (error) {
    await removeIfThere(files, temporary)
    throw error
  }
}
