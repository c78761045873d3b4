import type { Json } from '../export/yaml-writer.ts'
import { Refusal } from './refusal.ts'

/** Lists in lists, and mappings in mappings. */
export const MAX_DEPTH = 100

/** @throws Refusal for a key that JavaScript takes for something else, or that stands there twice. */
export function assertKey(name: string, entries: ReadonlyMap<string, Json>): void {
  if (name === '__proto__') throw new Refusal('its front matter has the key __proto__')
  if (entries.has(name)) throw new Refusal(`its front matter has the key “${name.slice(0, 60)}” twice`)
}

/** A number that would not be written back as it stands (`007`, `1.10`, twenty digits) stays text. */
export const numberOrText = (source: string): Json => (JSON.stringify(Number(source)) === source ? Number(source) : source)

export function depthOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  let deepest = 0
  for (const item of Object.values(value)) deepest = Math.max(deepest, depthOf(item))
  return deepest + 1
}
