/** Begins as the application's entries do (src/main/entries): with what was compiled at the last start. */
import { keepCompiled } from '../../src/main/compile-cache.ts'

keepCompiled(process.argv[3] ?? '')
await import('./app-child.ts')
