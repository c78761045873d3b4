import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { browserHostScript } from './scripts/browser-host-script.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** A page at /meetings/<id> has to find its files too; electron-vite sets a relative base, meant for file: addresses. */
const filesFromRoot: Plugin = { name: 'rapporteur:files-from-root', enforce: 'post', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Electron 33 to 45 and plain Node 20 run the same files
      target: 'node20.18',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: { index: at('src/main/index.ts'), serve: at('src/main/serve.ts'), cli: at('src/main/cli.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      // a sandboxed preload is one CommonJS file and can require nothing but electron
      externalizeDeps: false,
      rollupOptions: {
        input: { electron: at('src/preload/electron.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), browserHostScript(import.meta.dirname), filesFromRoot],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // data: URLs of fonts and flags would weigh on the first load
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('src/renderer/index.html') },
        output: { entryFileNames: 'assets/[name]-[hash].js' },
      },
    },
  },
})
