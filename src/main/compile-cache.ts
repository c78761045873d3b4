/** What the engine has compiled is kept from one start to the next, where it can do so: from Node 22.1 on. */
import { mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'

interface CompileCache {
  enableCompileCache?(folder: string): unknown
  flushCompileCache?(): void
}

/** A host that is ended by force has kept it by then. */
const FLUSH_AFTER_MS = 10_000

/** For what is imported from now on. Without a cache a start takes a little longer, and nothing else. */
export function keepCompiled(appDataDir: string): void {
  const { enableCompileCache, flushCompileCache } = module as CompileCache
  if (!enableCompileCache) return
  const folder = join(appDataDir, 'compiled')
  try {
    // code lies in it: nobody else may write there
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return // the log and the settings say what is wrong with this folder
  }
  enableCompileCache(folder)
  if (flushCompileCache) setTimeout(flushCompileCache, FLUSH_AFTER_MS).unref()
}
