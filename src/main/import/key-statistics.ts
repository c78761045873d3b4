/** Which keys the front matter of foreign files has, how often, and with which values: for a mapping that a person sees. */
import type { FileBrief } from './file-brief.ts'

/** Of one vault. */
const KEYS_COUNTED = 2_000
/** A key with more different values than that says something else in each file. */
const VALUES_COUNTED = 60

export interface KeyUse {
  readonly key: string
  readonly files: number
  readonly example: string
  /** The most frequent first; empty for a key that says something else in each file. */
  readonly values: readonly { readonly value: string; readonly files: number }[]
}

interface Entry {
  files: number
  example: string
  readonly values: Map<string, number>
}

const byCount = (a: { files: number }, b: { files: number }) => b.files - a.files

export class KeyStatistics {
  readonly #entries = new Map<string, Entry>()

  add({ ours, front }: FileBrief): void {
    if (ours) return
    for (const [key, values] of front) {
      const entry = this.#entries.get(key) ?? this.#begin(key)
      if (!entry) continue
      entry.files++
      entry.example ||= values[0] ?? ''
      for (const value of new Set(values)) {
        if (entry.values.has(value) || entry.values.size <= VALUES_COUNTED) entry.values.set(value, (entry.values.get(value) ?? 0) + 1)
      }
    }
  }

  /** The most frequent first. */
  list(): KeyUse[] {
    return [...this.#entries]
      .map(([key, { files, example, values }]) => ({
        key,
        files,
        example,
        values: values.size > VALUES_COUNTED ? [] : [...values].map(([value, count]) => ({ value, files: count })).toSorted(byCount),
      }))
      .toSorted(byCount)
  }

  #begin(key: string): Entry | undefined {
    if (this.#entries.size === KEYS_COUNTED) return undefined
    const entry: Entry = { files: 0, example: '', values: new Map() }
    this.#entries.set(key, entry)
    return entry
  }
}
