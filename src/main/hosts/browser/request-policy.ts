/**
 * Who may talk to the loopback port. A website in another browser can make requests to 127.0.0.1 (CSRF, WebSocket
 * hijack) and can point its own name at it (DNS rebinding); it cannot choose `Host` or `Origin`.
 */
export interface RequestHead {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
}

export type Refusal = { readonly status: 400 | 403 | 405 | 421; readonly reason: string }

export const hostOf = (port: number): string => `127.0.0.1:${port}`
export const originOf = (port: number): string => `http://${hostOf(port)}`

const wrongHost: Refusal = { status: 421, reason: 'This address is not served here.' }
const wrongOrigin: Refusal = { status: 403, reason: 'Only the application itself may ask.' }

/** Why a plain request is refused; undefined when it may be answered. */
export function refuseRequest({ method, host, origin }: RequestHead, port: number): Refusal | undefined {
  if (host !== hostOf(port)) return wrongHost
  const reads = method === 'GET' || method === 'HEAD'
  // a browser leaves Origin out of a same-origin GET, never out of anything else
  if (origin !== originOf(port) && !(reads && origin === undefined)) return wrongOrigin
  return reads ? undefined : { status: 405, reason: 'Only GET and HEAD are answered.' }
}

/** Why a WebSocket is refused. Data goes through it, so a missing Origin is refused too. */
export function refuseUpgrade({ method, host, origin }: RequestHead, port: number): Refusal | undefined {
  if (host !== hostOf(port)) return wrongHost
  if (origin !== originOf(port)) return wrongOrigin
  return method === 'GET' ? undefined : { status: 405, reason: 'A WebSocket begins with GET.' }
}
