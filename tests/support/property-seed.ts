/**
 * Property tests try the same cases each time, so that a red run speaks of the change it runs on.
 * PROPERTY_SEED=random looks for new ones; a number replays those of a run that printed it.
 */
import * as fc from 'fast-check'

const asked = process.env['PROPERTY_SEED'] ?? '20230517'
if (asked !== 'random') {
  const seed = Number(asked)
  if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is random or a whole number, not ${asked}.`)
  fc.configureGlobal({ seed })
}
