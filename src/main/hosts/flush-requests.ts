/**
 * Before a window or its workspace goes, the window is asked to save (`windows.closing`) and answers with
 * `windows.flushed` and what it could not save.
 */
import { appMethods, type UnsavedRecord } from '../../shared/contract/app.ts'
import type { FlushReport } from '../desktop.ts'

/** As long as a window may take; it may hang, and then the person still has to be able to close it. */
export const FLUSH_LIMIT_MS = 10_000

/** What could not be saved; `silent` when the window has not answered in time. */
export type FlushAnswer = readonly UnsavedRecord[] | 'silent'

interface Request {
  readonly answered: Promise<FlushAnswer>
  readonly settle: (answer: FlushAnswer) => void
}

/** What the input of `windows.flushed` names; the router has let it through. */
export function unsavedIn(input: unknown): readonly UnsavedRecord[] {
  const parsed = appMethods['windows.flushed'].input.safeParse(input)
  return parsed.success ? parsed.data.unsaved : []
}

/** The answers of several windows as one. A record that two of them hold is named once. */
export function reportOf(answers: readonly FlushAnswer[]): FlushReport {
  const unsaved = new Map(answers.flatMap((answer) => (answer === 'silent' ? [] : answer.map((record) => [record.id, record] as const))))
  return { unsaved: [...unsaved.values()], silent: answers.filter((answer) => answer === 'silent').length }
}

export class FlushRequests {
  readonly #waiting = new Map<string, Request>()
  readonly #limit: number

  constructor(limit = FLUSH_LIMIT_MS) {
    this.#limit = limit
  }

  /** Calls `ask`, then waits for the window's answer, its going, or the limit. One answer is enough for all who wait. */
  request(client: string, ask: () => void): Promise<FlushAnswer> {
    const waiting = this.#waiting.get(client)
    if (waiting) return waiting.answered
    let resolve: Request['settle'] = () => undefined
    const answered = new Promise<FlushAnswer>((settled) => (resolve = settled))
    const settle = (answer: FlushAnswer) => {
      clearTimeout(timer)
      this.#waiting.delete(client)
      resolve(answer)
    }
    const timer = setTimeout(() => settle('silent'), this.#limit)
    this.#waiting.set(client, { answered, settle })
    ask()
    return answered
  }

  /** The window answered, or it is gone and nothing can be pending in it. */
  settle(client: string, unsaved: readonly UnsavedRecord[] = []): void {
    this.#waiting.get(client)?.settle(unsaved)
  }
}
