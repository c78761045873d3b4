/** On the real disk, what is appended durably goes through a descriptor that the system syncs by itself (Linux). */
import { constants, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk } from '../support/workspace-disk.ts'

let disk: Disk
beforeEach(async () => {
  disk = await temporaryDisk()
})
afterEach(() => disk.remove())

/** The flags of each open descriptor of a file, with how far it has been written. */
function descriptorsOf(path: string): { readonly flags: number; readonly position: number }[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      if (readlinkSync(`/proc/self/fd/${descriptor}`) !== path) return []
      const info = readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8')
      const field = (name: string, radix: number) => Number.parseInt(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(info)?.[1] ?? '', radix)
      return [{ flags: field('flags', 8), position: field('pos', 10) }]
    } catch (error) {
      // the descriptor that listed the folder is closed by now
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })
}

it.skipIf(process.platform !== 'linux')('appends durably through O_DSYNC', async () => {
  const path = join(disk.folder, 'segment')
  await writeFile(path, '')
  const file = await disk.files.openForAppending(path)
  await file.appendSynced(Buffer.from('twelve bytes'))
  const written = descriptorsOf(path).filter(({ position }) => position === 12)
  expect(written).toHaveLength(1)
  expect((written[0]?.flags ?? 0) & constants.O_DSYNC).toBe(constants.O_DSYNC)
  await file.close()
})
