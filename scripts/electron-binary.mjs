// Where Electron's executable is: beside its package, in ELECTRON_OVERRIDE_DIST_PATH, or downloaded at the first start.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const DOWNLOAD_LIMIT_MS = 10 * 60_000
const inDist = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'

function packageFolder() {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

function download(folder) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'], timeout: DOWNLOAD_LIMIT_MS })
    let complaints = ''
    child.stderr.on('data', (chunk) => (complaints += chunk))
    child.once('error', (error) => done(error.message))
    child.once('exit', (code) => {
      const said = (complaints.trim().split('\n')[0] ?? '').replace(/^\w*Error: /, '')
      done(code === 0 ? '' : said || 'it was broken off')
    })
  })
}

/** `{ path }`, or `{ reason }` as a clause when there is none. */
export async function electronBinary(say) {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const path = join(given, inDist)
    return existsSync(path) ? { path } : { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${inDist}` }
  }
  const folder = packageFolder()
  if (!folder) return { reason: 'the package electron is not installed' }
  const path = join(folder, 'dist', inDist)
  if (!existsSync(path)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    say(`Downloading Electron ${version}, once.`)
    const failure = await download(folder)
    if (failure) return { reason: `its download failed (${failure})` }
  }
  return existsSync(path) ? { path } : { reason: 'its download left no executable' }
}
