/** ripgrep over the same texts as files: no index, and no more than one word asked for. */
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Corpus } from '../corpus.ts'
import { wordsOf, type TypedQuery } from './queries.ts'

export const RIPGREP_MISSING = 'ripgrep is neither installed (npm ci --prefix bench) nor on the PATH, so it is left out.'

/** Undefined when there is none. */
export function ripgrepPath(): string | undefined {
  try {
    const name = `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${process.platform === 'win32' ? 'rg.exe' : 'rg'}`
    return createRequire(import.meta.url).resolve(name)
  } catch {
    // no package for this platform, or none installed
    return spawnSync('rg', ['--version']).status === 0 ? 'rg' : undefined
  }
}

export async function writeTexts(corpus: Corpus, folder: string): Promise<void> {
  for (let number = 0; number < corpus.size; number++) {
    const place = join(folder, String(Math.floor(number / 1_000)))
    if (number % 1_000 === 0) await mkdir(place, { recursive: true })
    await writeFile(join(place, `${number}.txt`), wordsOf(corpus, number).join(' '))
  }
}

/** Milliseconds; the names of the files that have the longest of the words. */
export function timeRipgrep(program: string, folder: string, { words }: TypedQuery): number {
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
  const began = performance.now()
  const { status } = spawnSync(program, ['--fixed-strings', '--files-with-matches', '--no-messages', longest, folder], {
    maxBuffer: 64 * 2 ** 20,
  })
  // 1: nothing found
  if (status !== 0 && status !== 1) throw new Error(`ripgrep ended with ${status}.`)
  return performance.now() - began
}
