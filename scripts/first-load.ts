/**
 * What a window loads before its first screen: index.html, its scripts and styles, and every chunk these import
 * statically. Fails above the limit (docs/performance.md, goal 12).
 *
 *   node scripts/first-load.ts
 */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes, gzipped. */
const LIMIT = 300_000

const folder = resolve(import.meta.dirname, '../out/renderer')
const sizes = new Map<string, number>()

function take(file: string): void {
  if (sizes.has(file)) return
  const source = readFileSync(join(folder, file))
  sizes.set(file, gzipSync(source, { level: 9 }).length)
  if (!file.endsWith('.js')) return
  // static imports of a built chunk: from"./x.js" and import"./x.js"; dynamic ones have a parenthesis
  for (const [, target] of source.toString().matchAll(/(?:from|import)\s*"(\.\.?\/[^"]+\.js)"/g)) take(join(dirname(file), target!))
}

take('index.html')
const page = readFileSync(join(folder, 'index.html'), 'utf8')
for (const [, target] of page.matchAll(/(?:src|href)="\/?(?:\.\/)?([^"]+\.(?:js|css))"/g)) take(target!)

const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
for (const [file, size] of [...sizes].toSorted((a, b) => b[1] - a[1]).slice(0, 8)) console.log(`${String(size).padStart(8)}  ${file}`)
console.log(`${String(total).padStart(8)}  first load in bytes, gzipped, ${sizes.size} files; at most ${LIMIT}`)
if (total > LIMIT) process.exit(1)
