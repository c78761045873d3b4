/** Texts worked on between two turns of the event loop: a read from memory alone would never let windows be served. */
const AT_ONCE = 25

/** A function to await before each text of long work; `weight` counts one that is worth several. */
export function pacing(atOnce = AT_ONCE): (weight?: number) => Promise<void> {
  let done = 0
  return async (weight = 1) => {
    done += weight
    if (done < atOnce) return
    done = 0
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}
