// `npm start`: builds if needed, then opens Electron where it can be had, else the browser host.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 18)) {
  process.stderr.write(`Rapporteur needs Node 20.18 or later; this is ${process.versions.node}. Nothing was started.\n`)
  process.exit(1)
}

const { spawn } = await import('node:child_process')
const { dirname, join, resolve } = await import('node:path')
const { fileURLToPath, pathToFileURL } = await import('node:url')
const { electronBinary } = await import('./electron-binary.mjs')
const { ensureBuild } = await import('./ensure-build.mjs')
const { help, startFlags } = await import('./start-flags.mjs')

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const complain = (line) => process.stderr.write(`${line}\n`)

/** Why Electron cannot run on this machine, as a clause; undefined when nothing is known against it. */
function electronObstacle() {
  if (process.platform !== 'linux') return undefined
  if (process.getuid() === 0) return 'as root it would run without its sandbox'
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? undefined : 'there is no display'
}

/** Its exit code, or `{ reason }` when it ended because it could not have its sandbox. */
function runElectron(path, flags) {
  const args = [
    root,
    ...(flags.workspace ? [`--workspace=${flags.workspace}`] : []),
    ...(flags.userDataDir ? [`--user-data-dir=${flags.userDataDir}`] : []),
  ]
  return new Promise((done) => {
    const child = spawn(path, args, { stdio: ['ignore', 'inherit', 'pipe'], windowsHide: false })
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints = (complaints + chunk).slice(0, 10_000)
      process.stderr.write(chunk)
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
    child.once('error', (error) => done({ reason: error.message }))
    child.once('exit', (code, signal) => {
      if (code !== 0 && /No usable sandbox|SUID sandbox helper/i.test(complaints)) {
        done({ reason: 'this system does not let it have its sandbox (docs/security.md says how)' })
      } else done({ code: code ?? (signal === null ? 0 : 1) })
    })
  })
}

async function runBrowser(flags) {
  const args = [
    ...(flags.workspace ? ['--workspace', flags.workspace] : []),
    ...(flags.userDataDir ? ['--user-data-dir', flags.userDataDir] : []),
    ...(flags.port === undefined ? [] : ['--port', flags.port]),
    ...(flags.open ? [] : ['--no-open']),
  ]
  const entry = join(root, 'out/main/serve.js')
  process.argv = [process.execPath, entry, ...args]
  await import(pathToFileURL(entry).href)
}

async function tryElectron(flags) {
  const obstacle = electronObstacle()
  if (obstacle) return { reason: obstacle }
  const { path, reason } = await electronBinary(complain)
  return path === undefined ? { reason } : runElectron(path, flags)
}

async function start() {
  const { flags, problem } = startFlags(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if (problem) {
    complain(problem)
    process.exitCode = 2
    return
  }
  if (flags.help) {
    process.stdout.write(help)
    return
  }
  ensureBuild()
  if (flags.host !== 'browser') {
    const { code, reason } = await tryElectron(flags)
    if (reason === undefined) {
      process.exitCode = code
      return
    }
    if (flags.host === 'electron') {
      complain(`Electron cannot run here: ${reason}. Nothing was started; --host browser runs without it.`)
      process.exitCode = 1
      return
    }
    complain(`Electron cannot run here: ${reason}. The browser host is started instead.`)
  }
  await runBrowser(flags)
}

try {
  await start()
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
