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
      // a stack trace in the log names functions and lines that can be read as they are
      minify: false,
      sourcemap: true,
      // libraries come along: node_modules costs a start more than everything else (docs/adr/0007-start.md)
      externalizeDeps: false,
      rollupOptions: {
        // the lock's native code, and what ws takes when it is there
        external: ['fs-native-extensions', 'bufferutil', 'utf-8-validate'],
        input: {
          index: at('src/main/entries/electron.ts'),
          serve: at('src/main/entries/browser.ts'),
          cli: at('src/main/cli.ts'),
          'search-worker': at('src/main/search/worker/search-worker.ts'),
        },
        // all in one folder: whoever looks for the installation looks from its own file (hosts/installation.ts)
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
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
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          // a window asks for what every screen needs in one piece: dozens of small files cost it more than their bytes
          codeSplitting: {
            groups: [
              { name: 'icons', test: /lucide-react/ },
              { name: 'core', test: /src\/(?:shared|renderer\/(?:store|api|ui|parts))\//, minShareCount: 4 },
            ],
          },
        },
      },
    },
  },
})
