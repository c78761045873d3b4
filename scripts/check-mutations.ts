/**
 * Takes the controls of the datastore away, one at a time, in a copy of the tree, and shows that a test turns red for
 * each. A control whose test stays green is not proven: exit code 1. So is one whose text has changed: look again.
 *
 *   node scripts/check-mutations.ts [part of a control's name …]
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mutations, type Mutation } from './mutations.ts'

/** How many run at a time, each in a copy of its own. */
const LANES = 2
const TIME_LIMIT_MS = 600_000
const root = resolve(import.meta.dirname, '..')
const copied = ['src', 'tests', 'scripts', 'bench', 'package.json', 'vitest.config.ts', 'tsconfig.base.json', 'tsconfig.json', 'resources']

type Outcome = 'killed' | 'SURVIVED' | 'TEXT NOT FOUND' | 'NOT GREEN'

interface Result {
  readonly mutation: Mutation
  readonly outcome: Outcome
  readonly seconds: number
}

function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'rapporteur-mutations-'))
  for (const name of copied)
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (from) => !/[\\/](node_modules|data)$/.test(from) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

/** Answers whether the tests passed. */
function pass(folder: string, { project = 'faults', tests, title }: Mutation): Promise<boolean> {
  const named = title === undefined ? [] : ['-t', title]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--silent', '--reporter=dot', '--bail=1', '--project', project, ...tests, ...named]
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: TIME_LIMIT_MS })
    child.on('error', failed)
    // one that never ends has noticed something, too
    child.on('close', (code) => done(code === 0))
  })
}

async function check(folder: string, mutation: Mutation): Promise<Result> {
  const path = join(folder, mutation.file)
  const source = readFileSync(path, 'utf8')
  const started = performance.now()
  const result = (outcome: Outcome): Result => ({ mutation, outcome, seconds: Math.round((performance.now() - started) / 1000) })
  if (source.split(mutation.text).length !== 2) return result('TEXT NOT FOUND')
  if (!(await isGreen(folder, mutation))) return result('NOT GREEN')
  writeFileSync(
    path,
    source.replace(mutation.text, () => mutation.instead),
  )
  try {
    return result((await pass(folder, mutation)) ? 'SURVIVED' : 'killed')
  } finally {
    writeFileSync(path, source)
  }
}

/** What is named must be green before anything is taken away: else every mutation would seem to be killed. */
const greens = new Map<string, Promise<boolean>>()
function isGreen(folder: string, mutation: Mutation): Promise<boolean> {
  const key = JSON.stringify([mutation.tests, mutation.title])
  const known = greens.get(key) ?? pass(folder, mutation)
  greens.set(key, known)
  return known
}

const wanted = process.argv.slice(2)
const chosen = mutations.filter(({ control }) => wanted.length === 0 || wanted.some((part) => control.includes(part)))
const copies = Array.from({ length: LANES }, copyOfTree)
const results: Result[] = []
try {
  const waiting = [...chosen]
  const lane = async (folder: string) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const found = await check(folder, next)
      results.push(found)
      process.stdout.write(`${found.outcome.padEnd(14)} ${String(found.seconds).padStart(4)} s  ${found.mutation.control}\n`)
    }
  }
  await Promise.all(copies.map(lane))
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
}

process.stdout.write('\n| control | taken away in | test that turns red | outcome |\n| --- | --- | --- | --- |\n')
for (const mutation of chosen) {
  const found = results.find((result) => result.mutation === mutation)
  const tests = mutation.tests.map((test) => `\`${test}\``).join(', ')
  process.stdout.write(`| ${mutation.control} | \`${mutation.file}\` | ${tests} | ${found?.outcome ?? 'not run'} |\n`)
}
process.exitCode = results.every(({ outcome }) => outcome === 'killed') ? 0 : 1
