/** The disks that the datastore's suites run on, and the environment they open workspaces with. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import type { FileSystem } from '../../src/main/workspace/file-system.ts'
import { nodeFileSystem } from '../../src/main/workspace/node-file-system.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { idOf } from './new-record.ts'

export interface Disk {
  readonly files: FileSystem
  /** An empty folder to work in. */
  readonly folder: string
  remove(): Promise<void>
}

export async function temporaryDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-test-'))
  return { files: nodeFileSystem, folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function memoryDisk(): Promise<Disk> {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  return { files, folder: '/disk', remove: async () => undefined }
}

/** A clock that advances by a second a look, and ids in order. `segmentBytes`: how large a segment becomes. */
export function testEnvironment(files: FileSystem, segmentBytes?: number): WorkspaceEnvironment {
  let now = Date.UTC(2023, 9, 5, 9, 0, 0)
  let ids = 0xf000
  return {
    clock: () => (now += 1000),
    newId: () => idOf((ids += 1)),
    files,
    owner: { person: 'Anna Lee', device: 'Laptop', host: 'electron' },
    ...(segmentBytes === undefined ? {} : { segmentBytes }),
  }
}
