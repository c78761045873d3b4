/** The application behind the browser host: the built script of the page, a WebSocket on loopback, the real server. */
import { createTestApp } from '../support/app.ts'
import { serve } from '../support/hosts/browser-server.ts'
import { openPage, type Page } from '../support/hosts/page.ts'
import { describeAppContract, type Window } from './app-contract.ts'

const windowOf = (page: Page): Window => ({
  call: (method, input) => page.host.call(method, input),
  listen: (listener) => page.host.listen(listener),
  async close() {
    page.leave()
  },
})

describeAppContract('over a WebSocket', async () => {
  const app = await createTestApp({ kind: 'browser' })
  const server = await serve(app)
  const pages = [await openPage(server.newAddress('/today'))]
  const [first] = pages as [Page]
  return {
    ...windowOf(first),
    async secondClient() {
      const page = await openPage(server.newAddress('/today'))
      pages.push(page)
      return windowOf(page)
    },
    async close() {
      for (const page of pages) page.leave()
      await server.dispose()
      await app.dispose()
    },
  }
})
