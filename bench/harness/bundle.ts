/**
 * Builds the programs that are measured from their start, as the application itself is built: what is measured is not the
 * time to strip types from the sources.
 */
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Answers with the path of the built program for each source. Libraries come along, as in electron.vite.config.ts. */
export async function bundled<K extends string>(sources: Readonly<Record<K, URL>>, folder: string): Promise<Readonly<Record<K, string>>> {
  // inside the repository, so that libraries are found
  const outDir = join(root, 'bench', 'out', folder)
  await rm(outDir, { recursive: true, force: true })
  const input = Object.fromEntries(Object.entries<URL>(sources).map(([name, url]) => [name, fileURLToPath(url)]))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      minify: false,
      rollupOptions: {
        external: ['fs-native-extensions'],
        input,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  })
  const paths = Object.keys(sources).map((name) => [name, join(outDir, `${name}.js`)])
  return Object.fromEntries(paths) as Record<K, string>
}
