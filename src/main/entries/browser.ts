/** Where the browser host begins. */
import { homedir } from 'node:os'
import { keepCompiled } from '../compile-cache.ts'
import { appDataFolder } from '../hosts/app-data-folder.ts'
import { browserFlags } from '../hosts/browser/flags.ts'

const parsed = browserFlags(process.argv.slice(2))
const chosen = 'flags' in parsed ? parsed.flags.userDataDir : undefined
keepCompiled(chosen ?? appDataFolder({ platform: process.platform, env: process.env, home: homedir() }))
await import('../serve.ts')
