/** Every word that the interface asks for is there: a missing one would show its key. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../../../src/renderer')
const english = join(renderer, 'i18n/en')
const words = new Map(
  readdirSync(english).map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(english, file), 'utf8')) as unknown]),
)
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

function isThere(namespace: string, key: string): boolean {
  let place: unknown = words.get(namespace)
  const parts = key.split('.')
  for (const [index, part] of parts.entries()) {
    if (typeof place !== 'object' || place === null) return false
    const last = index === parts.length - 1
    if (last && [part, `${part}_other`].some((name) => typeof Reflect.get(place as object, name) === 'string')) return true
    place = Reflect.get(place, part)
  }
  return false
}

/** Literal keys of `t('…')`, with the namespaces that the file uses; keys put together at run time are not seen here. */
function missingIn(file: string): string[] {
  const source = readFileSync(join(renderer, file), 'utf8')
  const named = Array.from(
    source.matchAll(/useTranslation\(\[?((?:'[\w-]+'(?:, )?)+)\]?\)/g),
    ([, list = '']) => list.match(/[\w-]+/g) ?? [],
  ).flat()
  const keys = Array.from(source.matchAll(/\bt\(\s*'([^']+)'/g), ([, key = '']) => key)
  return keys.filter((key) => {
    const [namespace, rest] = key.split(':')
    if (rest !== undefined) return !isThere(namespace ?? '', rest)
    return named.length > 0 && !named.some((candidate) => isThere(candidate, key))
  })
}

test.each(sources)('%s', (file) => {
  expect(missingIn(file)).toEqual([])
})
