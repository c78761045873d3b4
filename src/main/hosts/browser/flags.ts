import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface BrowserFlags {
  readonly workspaceDir: string | undefined
  /** 0: a free one. */
  readonly port: number
  /** Open a window; else only the address is printed. */
  readonly open: boolean
  readonly userDataDir: string | undefined
}

export type ParsedFlags = { readonly flags: BrowserFlags } | { readonly problem: string }

/** The browser host's command line; `problem` is a sentence for stderr. */
export function browserFlags(argv: readonly string[]): ParsedFlags {
  const options = {
    workspace: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
    'user-data-dir': { type: 'string' },
  } as const
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65_535)) return { problem: `--port wants a number from 0 to 65535; "${values.port}" is none.` }
    return {
      flags: {
        workspaceDir: values.workspace ? resolve(values.workspace) : undefined,
        port,
        open: !values['no-open'],
        userDataDir: values['user-data-dir'] ? resolve(values['user-data-dir']) : undefined,
      },
    }
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return { problem: error.message.split('. ')[0] + '.' }
    }
    throw error
  }
}
