/** Keeps what the host answers from a page, as a slow disk does; for the browser host, whose answers come over a socket. */
import type { Page } from '@playwright/test'

interface HeldAnswers {
  /** The page has asked what is held. */
  readonly asked: Promise<void>
  readonly release: () => void
}

/** Nothing comes any more once the page has asked with these words. Counts from the next time the page is loaded. */
export async function holdAnswers(page: Page, words: string): Promise<HeldAnswers> {
  let release = (): void => undefined
  let tell = (): void => undefined
  const asked = new Promise<void>((resolve) => (tell = resolve))
  await page.routeWebSocket(/.*/, (window) => {
    const host = window.connectToServer()
    const held: (string | Buffer)[] = []
    let holds = false
    window.onMessage((message) => {
      if (message.toString().includes(words)) {
        holds = true
        tell()
      }
      host.send(message)
    })
    host.onMessage((message) => (holds ? held.push(message) : window.send(message)))
    release = () => {
      holds = false
      for (const message of held) window.send(message)
    }
  })
  return { asked, release: () => release() }
}
