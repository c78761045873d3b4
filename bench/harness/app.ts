/** The application without a window, over a workspace on the disk. */
import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { v7 as newId } from 'uuid'
import { createApp, type App } from '../../src/main/app.ts'
import { createBrowserDesktop } from '../../src/main/hosts/browser/desktop.ts'
import type { LogEntry } from '../../src/main/rpc/log.ts'
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts'

export interface BenchApp {
  readonly app: App
  /** @throws Error with what the call was refused with */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
}

const desktop = createBrowserDesktop({
  machine: { platform: process.platform, env: process.env, home: homedir() },
  newAddress: (place) => place,
  flushWindows: async () => ({ unsaved: [], silent: 0 }),
})

/** Settles when the workspace is open. `settings` is the person's folder, made if need be. */
export async function openBenchApp(workspaceDir: string, settings: string): Promise<BenchApp> {
  await mkdir(settings, { recursive: true })
  const failures: string[] = []
  const log = { error: (entry: LogEntry) => void failures.push(JSON.stringify(entry)), info: () => undefined }
  const app = await createApp({ workspaceDir, appDataDir: settings, desktop, clock: Date.now, newId, version: '0.0.0-bench', log })
  await app.opened
  return {
    app,
    async call(method, input) {
      const reply = await app.call(method, input, { client: 'bench' })
      if (!reply.ok) throw new Error([`${method}: ${reply.error.message}`, ...failures].join('\n'))
      return reply.value as Output<typeof method>
    },
  }
}
