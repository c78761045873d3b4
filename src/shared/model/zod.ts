/** zod, configured once: without `jitless` it probes `Function`, which the renderer's CSP forbids and reports. */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
