/** `app://rapporteur`: the renderer's files, by a scheme of the application's own instead of file: or http:. */
import { protocol, type Session } from 'electron'
import type { Log } from '../../rpc/log.ts'
import type { RendererFiles } from '../renderer-files.ts'
import { APP_HOST, APP_SCHEME } from './policy.ts'

/** Has to run before `ready`, therefore at once when the application's entry file is loaded. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveAppScheme(session: Session, files: RendererFiles, log: Log): void {
  session.protocol.handle(APP_SCHEME, async ({ method, url }) => {
    const { host, pathname } = new URL(url)
    if (host !== APP_HOST) return new Response(null, { status: 403 })
    if (method !== 'GET') return new Response(null, { status: 405 })
    try {
      const { status, headers, body } = await files.respond(pathname)
      return new Response(new Uint8Array(body), { status, headers })
    } catch (error) {
      log.error({ message: 'A file of the interface could not be read.', stack: error instanceof Error ? error.stack : String(error) })
      return new Response(null, { status: 500 })
    }
  })
}
