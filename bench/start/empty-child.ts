/** A process that does nothing: what every start pays for. */
import { answer, sinceAsked } from '../harness/child.ts'

answer({ ready: sinceAsked() })
