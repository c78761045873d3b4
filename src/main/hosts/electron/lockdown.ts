/** Everything a page might ask of Electron and never needs: refused for every session and every page, and logged. */
import type { Session, WebContents } from 'electron'
import type { Log } from '../../rpc/log.ts'
import { mayNavigate, mayRequest } from './policy.ts'

export function lockSession(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const allowed = mayRequest(url)
    if (!allowed) log.error({ message: 'A request that would have left the machine was stopped.', url: url.slice(0, 200) })
    decide({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.info({ message: 'A permission was refused.', permission })
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    log.info({ message: 'A download was refused.' })
    event.preventDefault()
  })
  // elsewhere than on macOS the dictionaries would come from a server
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
}

export function lockContents(contents: WebContents, log: Log): void {
  const refused = (what: string, url: string) =>
    log.error({ message: 'A page tried to leave the application.', what, url: url.slice(0, 200) })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && mayNavigate(contents.getURL(), event.url)) return
    event.preventDefault()
    refused('navigation', event.url)
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    refused('redirect', event.url)
  })
  contents.on('will-attach-webview', (event, _preferences, { src }) => {
    event.preventDefault()
    refused('webview', src ?? '')
  })
  contents.setWindowOpenHandler(({ url }) => {
    refused('window', url)
    return { action: 'deny' }
  })
  // WebRTC is not covered by the content security policy
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
