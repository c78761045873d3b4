/**
 * Builds src/preload/browser.ts into one classic script. `<script type="module">` would run after the application's own
 * module, and the page has to find `window.host` in place; a chunk shared with the page could not be a classic script.
 */
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

export async function buildBrowserHost(root: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome130',
      minify: true,
      modulePreload: false,
      rollupOptions: { input: resolve(root, 'src/preload/browser.ts'), output: { format: 'iife' } },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((part) => ('output' in part ? part.output : []))
  const [script, ...others] = outputs
  if (script?.type !== 'chunk' || others.length > 0) throw new Error('The script of the browser host has to be one file.')
  return script.code
}

/** Puts the script beside the renderer's files as `browser-host.js`. */
export const browserHostScript = (root: string): Plugin => ({
  name: 'rapporteur:browser-host-script',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'browser-host.js', source: await buildBrowserHost(root) })
  },
})
