/** A file that may be a program opens only after the person has been told so, whatever the page says it has asked. */
import type { Log } from '../../rpc/log.ts'

export interface ConfirmProgramOptions {
  /** Names the file and asks; true when it may open. */
  readonly ask: (name: string, client: string) => Promise<boolean>
  readonly log: Log
}

export function createConfirmProgram({ ask, log }: ConfirmProgramOptions): (name: string, client: string) => Promise<boolean> {
  let asking = false
  return async (name, client) => {
    // a page that has been taken over could bury the person in questions
    if (asking) {
      log.info({ message: 'A file was not opened: the question about another one stands.' })
      return false
    }
    asking = true
    try {
      return await ask(name, client)
    } finally {
      asking = false
    }
  }
}
