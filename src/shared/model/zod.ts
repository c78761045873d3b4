/**
 * zod, configured once. In a page it must not compile its schemas: it would probe `Function`, which the CSP forbids and
 * reports. In Node it may, and checks a record in a third of the time.
 */
import { z } from 'zod'

z.config({ jitless: !('process' in globalThis) })

export { z }
