import { resolve } from 'node:path'

/**
 * `--workspace DIR` or `--workspace=DIR` among whatever else stands there: Electron's command line carries Chromium's
 * switches too, so nothing is refused here; `npm start` has checked what the person typed. `chromiumSwitch` is what
 * Chromium read, for launchers that leave less in `argv` than they were given.
 */
export function workspaceFlag(argv: readonly string[], chromiumSwitch = ''): string | undefined {
  const at = argv.findIndex((argument) => argument === '--workspace' || argument.startsWith('--workspace='))
  const argument = argv[at]
  const value = argument === '--workspace' ? argv[at + 1] : argument?.slice('--workspace='.length)
  const folder = value || chromiumSwitch
  return folder ? resolve(folder) : undefined
}
