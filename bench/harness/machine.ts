/** What a figure has to be read with: the machine, its disk and the day. */
import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { resolve } from 'node:path'

export interface Machine {
  readonly date: string
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly system: string
  readonly node: string
  /** Such as ext4 or tmpfs; empty where the system does not say. */
  readonly fileSystem: string
  /** Over the last minute, at the beginning: above 1 the absolute times say little. */
  readonly load: number
}

export async function describeMachine(folder: string): Promise<Machine> {
  return {
    date: new Date().toISOString(),
    processor: cpus()[0]?.model.trim() ?? '',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    fileSystem: platform() === 'linux' ? await linuxFileSystem(folder) : '',
    load: loadavg()[0] ?? 0,
  }
}

/** The type of the mount that a folder lies on: of those that hold it, the one with the longest path. */
async function linuxFileSystem(folder: string): Promise<string> {
  const path = resolve(folder)
  let best = { at: '', type: '' }
  for (const line of (await readFile('/proc/self/mounts', 'utf8')).split('\n')) {
    const [, at = '', type = ''] = line.split(' ')
    const holds = path === at || path.startsWith(at === '/' ? '/' : `${at}/`)
    if (at !== '' && holds && at.length >= best.at.length) best = { at, type }
  }
  return best.type
}
