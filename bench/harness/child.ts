/** Processes that measure themselves and answer with one line of JSON. */
import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** When the process was asked for, in nanoseconds of the system's clock that never jumps. */
const BEGAN = 'RAPPORTEUR_BENCH_BEGAN'

export interface ChildOptions {
  /** Of Node, such as `--expose-gc`. */
  readonly flags?: readonly string[]
}

/** @throws Error with what it wrote to standard error, when it ends without an answer */
export async function runChild<T>(script: URL | string, args: readonly string[], { flags = [] }: ChildOptions = {}): Promise<T> {
  const path = typeof script === 'string' ? script : fileURLToPath(script)
  const child = spawn(process.execPath, [...flags, path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, [BEGAN]: String(process.hrtime.bigint()) },
  })
  let output = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const line = output.trim()
  if (code !== 0 || line === '') throw new Error(`${path} ended with ${code} and no answer.\n${complaints.slice(-4_000)}`)
  return JSON.parse(line) as T
}

/** In the child: milliseconds since it was asked for. */
export const sinceAsked = (): number => Number(process.hrtime.bigint() - BigInt(process.env[BEGAN] ?? 0)) / 1e6

/** In the child: its answer. */
export const answer = (content: unknown): void => void writeSync(1, `${JSON.stringify(content)}\n`)
