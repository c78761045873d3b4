import { setImmediate } from 'node:timers/promises'

/** How long is worked before windows have their turn, in milliseconds. */
const SLICE = 8

/** A function to await before each small step of long work. */
export function slices(): () => Promise<void> {
  let until = performance.now() + SLICE
  return async () => {
    if (performance.now() < until) return
    await setImmediate()
    until = performance.now() + SLICE
  }
}
