/** Room on the disk of a folder. */
import { statfs } from 'node:fs/promises'
import { systemCode } from '../file-system.ts'

/** Bytes that this account may still write; undefined where the system does not say. */
export async function freeSpace(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    // a guess at most: the write itself tells
    if (systemCode(error) === '') throw error
    return undefined
  }
}
