/** Electron's security decisions as plain functions: what may navigate, ask and speak. docs/security.md names their tests. */

export const APP_SCHEME = 'app'
export const APP_HOST = 'rapporteur'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/** `URL.origin` is "null" for schemes that are not the web's, so the parts are compared. */
const isOwn = (url: URL): boolean =>
  url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''

/** The page moves by its own history; a real navigation is only ever a reload of where it is. */
export function mayNavigate(current: string, target: string): boolean {
  const [from, to] = [parse(current), parse(target)]
  return from !== undefined && to !== undefined && isOwn(to) && isOwn(from) && from.pathname === to.pathname && from.search === to.search
}

/** Nothing goes over the network: the application's own files, and what the page made itself. */
export function mayRequest(url: string): boolean {
  const asked = parse(url)
  if (!asked) return false
  if (asked.protocol === 'devtools:' || asked.protocol === 'data:') return true
  return asked.protocol === 'blob:' ? asked.href.startsWith(`blob:${APP_ORIGIN}/`) : isOwn(asked)
}

export interface Sender {
  /** The frame's origin; undefined when the frame is gone. */
  readonly origin: string | undefined
  readonly isMainFrame: boolean
  /** It belongs to a window that the application opened. */
  readonly isKnownWindow: boolean
}

/** Why a message is not answered; undefined when it may be. */
export function refuseSender({ origin, isMainFrame, isKnownWindow }: Sender): string | undefined {
  if (!isKnownWindow) return 'not a window of the application'
  if (!isMainFrame) return 'not the main frame'
  return origin === APP_ORIGIN ? undefined : 'a foreign origin'
}

/** An address to open a window at: a place in the application, not another host's (`//host`). */
export const isPlace = (address: string): boolean => {
  const url = address.startsWith('/') && !address.startsWith('//') ? parse(APP_ORIGIN + address) : undefined
  return url !== undefined && isOwn(url)
}
