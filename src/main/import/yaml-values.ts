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

/** Looks no deeper than it must. */
export function isTooDeep(value: Json, levels = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1))
}
