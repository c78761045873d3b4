import { setImmediate } from 'node:timers/promises'

/** How long is worked before windows have their turn, in milliseconds. */
const SLICE = 8

/** A function to call before each small step of long work; what it answers is to be awaited, and is undefined as long as there is time. */
export function slices(): () => Promise<void> | undefined {
  let until = performance.now() + SLICE
  const turn = async () => {
    await setImmediate()
    until = performance.now() + SLICE
  }
  return () => (performance.now() < until ? undefined : turn())
}
