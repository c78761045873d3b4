import { useState } from 'react'

/** Keys that stay with their rows while rows are edited and change places. Rows that come from elsewhere get new ones. */
export function useRowKeys(length: number) {
  const [keys, setKeys] = useState<readonly number[]>([])
  const next = () => Math.max(0, ...keys.map((key) => key + 1), length)
  const full = () => Array.from({ length }, (_, index) => keys[index] ?? next() + index)
  return {
    of: (index: number): number => keys[index] ?? next() + index,
    insert: (at: number) => setKeys(full().toSpliced(at, 0, Math.max(0, ...full().map((key) => key + 1)))),
    remove: (at: number) => setKeys(full().toSpliced(at, 1)),
    move: (from: number, to: number) => {
      const now = full()
      setKeys(now.toSpliced(from, 1).toSpliced(to, 0, now[from] ?? 0))
    },
  }
}
