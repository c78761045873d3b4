/** Trusted Types: the one address from which this page may start a worker. */
// oxlint-disable-next-line import/default -- the bundler makes this module: its default export is the script's address
import workerUrl from './render-worker.ts?worker&url'

/** As far as the DOM's types do not know it yet (W3C Trusted Types). */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('rapporteur-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError('This page starts no worker but its own.')
    return url
  },
})

export const createRenderWorker = (): Worker =>
  // TypeScript knows addresses as text only
  new Worker((policy ? policy.createScriptURL(workerUrl) : workerUrl) as string, { type: 'module' })
