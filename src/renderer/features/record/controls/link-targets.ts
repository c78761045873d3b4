/** What the names of other records lead to, asked for in one call for all that are on the screen. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { LinkTarget } from '../../../../shared/contract/lists.ts'
import { client } from '../../../api/client.ts'
import { onRecordsChange } from '../../../store/apply-changes.ts'

const useTargets = create<Readonly<Record<string, LinkTarget | null>>>(() => ({}))
const shown = new Map<string, number>()
const waiting = new Set<string>()
const MOST_AT_ONCE = 5_000

async function ask() {
  const names = [...waiting].slice(0, MOST_AT_ONCE)
  if (names.length === 0) return
  for (const name of names) waiting.delete(name)
  try {
    const targets = await client.call('links.resolve', { names })
    const known = Object.entries(useTargets.getState()).filter(([name]) => shown.has(name))
    const answered = names.map((name, index) => [name, targets[index] ?? null] as const)
    useTargets.setState(Object.fromEntries([...known, ...answered]), true)
  } catch {
    // unknown is shown as plain text; the next change asks again
  }
  if (waiting.size > 0) await ask()
}

function want(names: Iterable<string>) {
  const first = waiting.size === 0
  for (const name of names) waiting.add(name)
  if (first && waiting.size > 0) queueMicrotask(() => void ask())
}

onRecordsChange(() => want(shown.keys()))

/** The record that a name leads to; null: none; undefined: not known yet. */
export function useLinkTarget(name: string): LinkTarget | null | undefined {
  useEffect(() => {
    if (name === '') return
    shown.set(name, (shown.get(name) ?? 0) + 1)
    if (!(name in useTargets.getState())) want([name])
    return () => {
      const left = (shown.get(name) ?? 1) - 1
      if (left > 0) shown.set(name, left)
      else shown.delete(name)
    }
  }, [name])
  return useTargets((targets) => targets[name])
}
