/**
 * zod, configured once: schemas are interpreted. In a page they must not be compiled: zod would probe `Function`, which
 * the CSP forbids and reports. In Node compiling pays for what is checked at every save, and costs a start more than it
 * gains everywhere else.
 */
import { z } from 'zod'

z.config({ jitless: true })

/** A schema that is built at its first use, because a start does without it, and compiled where that may be. */
export const compiled = <T extends z.ZodType>(build: () => T): z.ZodLazy<T> =>
  z.lazy(() => {
    z.config({ jitless: !('process' in globalThis) })
    try {
      return build()
    } finally {
      z.config({ jitless: true })
    }
  })

export { z }
