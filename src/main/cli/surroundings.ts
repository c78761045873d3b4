import { hostname, userInfo } from 'node:os'
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import { openAppData, type AppData } from '../workspace/app-data.ts'
import type { WorkspaceEnvironment } from '../workspace/index.ts'
import type { Clock, NewId } from '../workspace/port.ts'

/** What a command takes from the outside. */
export interface Surroundings {
  /** Relative paths count from here. */
  readonly cwd: string
  /** Where the person's settings lie. */
  readonly appDataDir: string
  readonly version: string
  readonly clock: Clock
  readonly newId: NewId
  readonly signal: AbortSignal
  /** Writes to the standard output. */
  print(text: string): void
  /** Writes bytes to the standard output and answers when they are taken, so that long output never gathers in memory. */
  write(bytes: Uint8Array): Promise<void>
  /** Writes a line to the standard error output. */
  complain(line: string): void
  /** Shows how far long work is, where somebody is looking. */
  progress(done: number, total: number): void
}

/** The person of the application on this device; null while nobody has given a name. */
export const personOf = async (here: Surroundings): Promise<Author | null> => (await appDataOf(here))?.person ?? null

/** Where the mirror of a workspace lies on this device; undefined while it is off. */
export const mirrorOf = async (id: string, here: Surroundings): Promise<string | undefined> => (await appDataOf(here))?.mirrors[id]?.folder

async function appDataOf({ appDataDir, clock }: Surroundings): Promise<AppData | undefined> {
  try {
    return await openAppData(appDataDir, { clock })
  } catch (error) {
    // a home that cannot be written to must not keep anybody from working
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** The person of the application on this device, else the account. */
export const authorOf = async (here: Surroundings): Promise<Author> =>
  (await personOf(here)) ?? { name: accountName() || 'Unknown', device: hostname() }

export const environmentOf = ({ clock, newId }: Surroundings, author: Author): WorkspaceEnvironment => ({
  clock,
  newId,
  owner: { person: author.name, device: author.device, host: 'cli' },
})

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // accounts without a name, as in containers
    return ''
  }
}
