import { useEffect } from 'react'
import type { Found } from './found-rows.ts'

/** How often a search is repeated while the index is still being built, in milliseconds. */
const EVERY = 500

/** Asks again as long as the answer is known to be incomplete. */
export function useAnswerCompleted({ rows, answer }: Found): void {
  useEffect(() => {
    if (!answer?.partial) return
    const timer = setTimeout(() => rows.refresh(), EVERY)
    return () => clearTimeout(timer)
  }, [rows, answer])
}
