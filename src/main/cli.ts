/** Composition root of the command line: the same services without a window. */
import { homedir } from 'node:os'
import { v7 as newId } from 'uuid'
import { runCli } from './cli/index.ts'
import { appDataFolder } from './hosts/app-data-folder.ts'
import { readInstallation } from './hosts/installation.ts'

/** Not more often than a person can read. */
const PROGRESS_MS = 100

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
// `| head` closes the pipe: nobody reads any more
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

let shownAt = 0
const progress = (done: number, total: number) => {
  const now = performance.now()
  if (!process.stderr.isTTY || (done < total && now - shownAt < PROGRESS_MS)) return
  shownAt = now
  process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`)
}

const { version } = await readInstallation(import.meta.dirname)
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  appDataDir: appDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
  version,
  clock: Date.now,
  newId,
  signal: stopped.signal,
  print: (text) => void process.stdout.write(text),
  // a pipe that nobody reads any more is no failure: see above
  write: (bytes) => new Promise((resolve) => process.stdout.write(bytes, () => resolve())),
  complain: (line) => void process.stderr.write(`${line}\n`),
  progress,
})
