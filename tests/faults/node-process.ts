/** Child processes that run a TypeScript file of the tests from source. */
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Finished {
  readonly lines: readonly string[]
  readonly errors: string
  readonly signal: NodeJS.Signals | null
}

export interface Running {
  readonly child: ChildProcess
  readonly finished: Promise<Finished>
}

/** `onLine` hears each line of standard output as it comes. */
export function runScript(
  script: string,
  args: readonly string[],
  onLine: (line: string, child: ChildProcess) => void = () => {},
): Running {
  return watch(process.execPath, [scriptPath(script), ...args], {}, onLine)
}

export const scriptPath = (script: string): string => fileURLToPath(new URL(script, import.meta.url))

export function watch(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  onLine: (line: string, child: ChildProcess) => void = () => {},
): Running {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let rest = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      onLine(line, child)
    }
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_code, signal) => resolve({ lines, errors, signal }))
  })
  return { child, finished }
}
