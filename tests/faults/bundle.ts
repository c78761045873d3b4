/** One file of JavaScript of a script and all it imports, so that ten thousand processes start in a fraction of the time. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Answers its path. It lies inside the project, because the lock's native module is loaded from there. */
export async function bundled(script: string): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const name = script.replaceAll(/[^a-z]+/g, '-').replace(/-ts$/, '')
  const outDir = `${root}/test-results/fault-scripts/${name}`
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['fs-native-extensions'] },
    build: {
      ssr: fileURLToPath(new URL(script, import.meta.url)),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.js` } },
    },
  })
  return `${outDir}/${name}.js`
}
