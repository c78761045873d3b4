/** Files that a person has chosen in the system's dialog: the page has a handle for each, never a path. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../workspace/port.ts'

/** How long a choice of a file is good for. */
export const CHOICE_LIFE_MS = 15 * 60 * 1000
const CHOICES_KEPT = 1_000

interface Choice {
  readonly path: string
  readonly client: string
  readonly at: number
}

/** Paths behind the handles that pages get; each handle is of one window and good once. */
export class ChosenFiles {
  readonly #clock: Clock
  /** The oldest first. */
  readonly #choices = new Map<string, Choice>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  give(path: string, client: string): string {
    const handle = randomBytes(18).toString('base64url')
    this.#choices.set(handle, { path, client, at: this.#clock() })
    const oldest = this.#choices.keys().next()
    if (this.#choices.size > CHOICES_KEPT && !oldest.done) this.#choices.delete(oldest.value)
    return handle
  }

  /** The path, once. @throws AppError NOT_FOUND when it is unknown, too old, or another window's */
  take(handle: string, client: string): string {
    const choice = this.#choices.get(handle)
    if (!choice || choice.client !== client || this.#clock() - choice.at > CHOICE_LIFE_MS) {
      throw new AppError('NOT_FOUND', 'This choice of a file is no longer valid. Nothing was changed. Choose the file again.')
    }
    this.#choices.delete(handle)
    return choice.path
  }

  forgetClient(client: string): void {
    for (const [handle, choice] of this.#choices) if (choice.client === client) this.#choices.delete(handle)
  }
}
