// Builds the application when its sources are not those that `out` was built from. `node scripts/ensure-build.mjs`
// builds if needed, `--force` always.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const stamp = join(root, 'out', '.stamp')
/** Everything that the build reads; `package.json` for the version, the lock file for the libraries that are bundled. */
const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'scripts/browser-host-script.ts',
  'package.json',
  'package-lock.json',
]

function* filesIn(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const inside = `${path}/${entry.name}`
    if (entry.isDirectory()) yield* filesIn(inside)
    else if (entry.isFile()) yield inside
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const files = /\.\w+$/.test(source) ? [source] : filesIn(source)
    for (const file of files)
      hash.update(`${file}\0`).update(
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest(),
      )
  }
  return hash.digest('hex')
}

/** Node 24 comes as a package; the build tools want a later Node than the application does. */
function toolNode() {
  const packaged = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(packaged) ? packaged : process.execPath
}

/** Throws with a sentence when the build fails; what was built before is then not taken for current. */
export function ensureBuild({ force = false, show = false } = {}) {
  // an installed copy carries `out` and no sources
  if (!existsSync(join(root, 'src'))) return
  const wanted = fingerprint()
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (built === wanted && !force) return
  process.stderr.write('Building Rapporteur (about half a minute, after each change of its sources).\n')
  rmSync(stamp, { force: true })
  const { status, error, stdout, stderr } = spawnSync(
    toolNode(),
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (show) process.stdout.write(stdout ?? '')
  if (status !== 0) throw new Error(`The build failed.\n${error ? error.message : stdout + stderr}`)
  writeFileSync(stamp, wanted)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureBuild({ force: process.argv.includes('--force'), show: true })
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
