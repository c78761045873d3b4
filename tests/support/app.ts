/** A whole application in a temporary folder, with a clock and ids of its own and every answer checked by the contract. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App, type AppOptions } from '../../src/main/app.ts'
import type { Desktop } from '../../src/main/desktop.ts'
import type { LogEntry } from '../../src/main/rpc/log.ts'
import type { EventEnvelope, Reply } from '../../src/shared/transport.ts'
import { idOf } from './new-record.ts'
import { createTestDesktop, type TestDesktop } from './test-desktop.ts'

export interface TestApp extends App {
  readonly desktop: TestDesktop
  /** The temporary folder; `home` and `app-data` lie in it. */
  readonly folder: string
  readonly home: string
  readonly appDataDir: string
  /** Everything written to the log as an error. */
  readonly errors: readonly LogEntry[]
  /** Moves the clock on. Every look at it moves it by a millisecond by itself. */
  advance(milliseconds: number): void
  /** A window of the application. */
  client(name: string): TestClient
  /** Closes it and opens another one over the same folders. */
  restart(options?: Partial<AppOptions> & Pick<TestAppOptions, 'early'>): Promise<TestApp>
  /** Closes it and removes the temporary folder. */
  dispose(): Promise<void>
}

export interface TestClient {
  call(method: string, input: unknown): Promise<Reply>
  listen(listener: (event: EventEnvelope) => void): () => void
  close(): Promise<void>
}

/** Noon of a day in every time zone, so that no test depends on the machine's. */
export const START = Date.UTC(2023, 5, 15, 12, 0, 0)

export interface TestAppOptions extends Partial<AppOptions> {
  readonly kind?: Desktop['kind']
  /** Reuses the folders of an earlier application. */
  readonly folder?: string
  readonly startAt?: number
  /** Answers while the workspace of the start is still being opened. */
  readonly early?: boolean
  readonly firstId?: number
}

export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { kind, folder: given, startAt = START, firstId = 1, early = false, ...appOptions } = options
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'rapporteur-app-')))
  const home = join(folder, 'home')
  const appDataDir = join(folder, 'app-data')
  await mkdir(home, { recursive: true })

  let now = startAt
  let ids = firstId
  const errors: LogEntry[] = []
  const desktop = createTestDesktop(kind)
  const app = await createApp({
    appDataDir,
    desktop,
    clock: () => (now += 1),
    newId: () => idOf((ids += 1)),
    version: '0.0.0-test',
    log: { error: (entry) => errors.push(entry), info: () => undefined },
    checkOutputs: true,
    homeFolder: home,
    ...appOptions,
  })
  if (!early) await app.opened

  const client = (name: string): TestClient => ({
    // as every transport does: what travels is JSON
    call: async (method, input) => JSON.parse(JSON.stringify(await app.call(method, input, { client: name }))) as Reply,
    listen: (listener) =>
      app.listen((event, only) => {
        if (only === undefined || only === name) listener(event)
      }),
    async close() {
      app.forgetClient(name)
    },
  })

  return {
    ...app,
    desktop,
    folder,
    home,
    appDataDir,
    errors,
    client,
    advance(milliseconds) {
      now += milliseconds
    },
    async restart(again = {}) {
      await app.close()
      const { newId: _ids, clock: _clock, log: _log, desktop: _desktop, workspaceDir: _dir, ...kept } = appOptions
      return createTestApp({ ...kept, ...again, folder, startAt: now, firstId: ids + 1_000, ...(kind ? { kind } : {}) })
    },
    async dispose() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
