// The command line of `npm start`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const help = `Rapporteur: contacts, country notes, minutes and study drafts, offline.

  npm start -- [flags]

  --workspace DIR          open this workspace; without it the last one is opened
  --host electron|browser  where it runs: an Electron window, or a window of an installed Chrome, Chromium or Edge
                           (default: electron where it can be had, else browser)
  --port N                 browser host: the port on 127.0.0.1 (default: a free one)
  --no-open                browser host: open no window, print the address
  --user-data-dir DIR      where settings are kept (default: the system's folder for them)
  --help                   this text
`

const options = {
  workspace: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  'user-data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
}

/** Folders count from where the person stands, which npm leaves behind. */
const place = (folder, from) => (folder === undefined ? undefined : resolve(from, folder))

/** `{ flags }`, or `{ problem }` as a sentence. `from` is the folder that relative ones start from. */
export function startFlags(argv, from) {
  let values
  try {
    values = parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    if (String(error.code).startsWith('ERR_PARSE_ARGS')) return { problem: `${error.message.split('. ')[0]}. See npm start -- --help.` }
    throw error
  }
  const { host, port } = values
  if (host !== undefined && host !== 'electron' && host !== 'browser')
    return { problem: `--host wants electron or browser; "${host}" is neither.` }
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    return { problem: `--port wants a number from 0 to 65535; "${port}" is none.` }
  }
  for (const name of ['workspace', 'user-data-dir']) if (values[name] === '') return { problem: `--${name} wants a folder.` }
  const browserOnly = port === undefined ? (values['no-open'] ? '--no-open' : undefined) : '--port'
  if (host === 'electron' && browserOnly) return { problem: `${browserOnly} belongs to --host browser.` }
  return {
    flags: {
      help: values.help,
      // the two flags mean nothing to Electron, so they choose
      host: host ?? (browserOnly ? 'browser' : undefined),
      workspace: place(values.workspace, from),
      userDataDir: place(values['user-data-dir'], from),
      port,
      open: !values['no-open'],
    },
  }
}
