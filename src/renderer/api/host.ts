import type { Host } from '../../shared/transport.ts'

declare global {
  interface Window {
    /** Installed by the preload script of whichever host runs this page. */
    readonly host?: Host
  }
}

/** The one reader of `window.host`; undefined when the page was opened without a host. */
export const findHost = (): Host | undefined => window.host
