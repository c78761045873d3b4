/** Addresses that open in another program: only after the person has seen them, whatever the page says it has asked. */
import type { Log } from '../../rpc/log.ts'
import { externalAddress } from '../external-address.ts'

export interface OutsideOptions {
  /** Shows the address and asks; true when it may open. */
  readonly ask: (address: string, client: string) => Promise<boolean>
  readonly open: (address: string) => Promise<void>
  readonly log: Log
}

/** @throws AppError INVALID_INPUT unless the address is https or mailto */
export type OpenOutside = (url: string, client: string) => Promise<void>

export function createOpenOutside({ ask, open, log }: OutsideOptions): OpenOutside {
  let asking = false
  return async (url, client) => {
    const address = externalAddress(url)
    // a page that has been taken over could bury the person in questions
    if (asking) {
      log.info({ message: 'An address was not opened: the question about another one stands.', url: address.slice(0, 200) })
      return
    }
    asking = true
    try {
      if (await ask(address, client)) await open(address)
    } finally {
      asking = false
    }
  }
}
