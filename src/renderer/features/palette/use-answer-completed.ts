import { useEffect } from 'react'

/** How often a search is repeated while the workspace is still being read, in milliseconds. */
const EVERY = 250

/** Asks again as long as the answer is known to be incomplete. */
export function useAnswerCompleted(answer: { readonly partial: boolean } | undefined, askAgain: () => void): void {
  useEffect(() => {
    if (!answer?.partial) return
    const timer = setTimeout(askAgain, EVERY)
    return () => clearTimeout(timer)
  }, [answer, askAgain])
}
