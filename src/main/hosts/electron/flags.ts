import { resolve } from 'node:path'

/**
 * `--workspace DIR` or `--workspace=DIR` among whatever else stands there: Electron's command line carries Chromium's
 * switches too, so nothing is refused here; `npm start` has checked what the person typed.
 */
export function workspaceFlag(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--workspace' || argument.startsWith('--workspace='))
  const argument = argv[at]
  const value = argument === '--workspace' ? argv[at + 1] : argument?.slice('--workspace='.length)
  return value ? resolve(value) : undefined
}
