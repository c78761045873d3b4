/** Where Electron begins. It waits for this file before it is `ready`, so `index.ts` can still register its scheme. */
import { resolve } from 'node:path'
import { app } from 'electron'
import { keepCompiled } from '../compile-cache.ts'

const chosen = app.commandLine.getSwitchValue('user-data-dir')
keepCompiled(chosen ? resolve(chosen) : app.getPath('userData'))
await import('../index.ts')
