/** Which windows were open, where and at what address: `windows.json` in the app data folder. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../../../shared/model/zod.ts'
import type { Log } from '../../rpc/log.ts'
import { nodeFileSystem } from '../../workspace/node-file-system.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import { isPlace } from './policy.ts'

export const MIN_WIDTH = 800
export const MIN_HEIGHT = 560

const pixel = z.number().int().min(-100_000).max(100_000)
const savedWindow = z.strictObject({
  address: z.string().max(8_000).refine(isPlace),
  x: pixel,
  y: pixel,
  width: pixel,
  height: pixel,
  maximized: z.boolean(),
})
const savedWindows = z.strictObject({ workspace: z.string(), windows: z.array(savedWindow).max(20) })
export type SavedWindow = z.output<typeof savedWindow>
/** `workspace` is the folder that the addresses belong to. */
export type SavedWindows = z.output<typeof savedWindows>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Enough of the title bar has to lie on a screen to take hold of it. */
const GRIP = { width: 120, height: 40 }

/** The saved place, made to fit the screens there are now; without `x` and `y` when that screen is gone. */
export function placeWindow(saved: Rectangle, screens: readonly Rectangle[]): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  const screen = screens.find(
    ({ x, y, width, height }) =>
      Math.min(saved.x + saved.width, x + width) - Math.max(saved.x, x) >= GRIP.width &&
      saved.y >= y &&
      saved.y + GRIP.height <= y + height,
  )
  const room = screen ?? screens[0] ?? { width: saved.width, height: saved.height }
  const size = {
    width: Math.max(MIN_WIDTH, Math.min(saved.width, room.width)),
    height: Math.max(MIN_HEIGHT, Math.min(saved.height, room.height)),
  }
  return screen ? { x: saved.x, y: saved.y, ...size } : size
}

const missing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
const nothing: SavedWindows = { workspace: '', windows: [] }

export class WindowStore {
  readonly #file: string
  readonly #log: Log
  #writing: Promise<void> = Promise.resolve()
  #written = ''

  constructor(appDataFolder: string, log: Log) {
    this.#file = join(appDataFolder, 'windows.json')
    this.#log = log
  }

  /** A file that cannot be used costs the person a window's place, nothing more. */
  async read(): Promise<SavedWindows> {
    try {
      return savedWindows.parse(JSON.parse(await readFile(this.#file, 'utf8')))
    } catch (error) {
      if (!missing(error)) this.#log.info({ message: 'The windows of last time could not be read.', reason: String(error) })
      return nothing
    }
  }

  write(saved: SavedWindows): void {
    const text = JSON.stringify(saved)
    if (text === this.#written) return
    this.#written = text
    this.#writing = this.#writing.then(() => this.#replace(text))
  }

  /** Settles when everything asked for is on the disk. */
  async settled(): Promise<void> {
    await this.#writing
  }

  async #replace(text: string): Promise<void> {
    try {
      await replaceFile(nodeFileSystem, this.#file, [Buffer.from(text)])
    } catch (error) {
      this.#log.error({ message: 'The windows could not be remembered.', reason: String(error) })
    }
  }
}
