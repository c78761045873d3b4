/** Texts worked on between two turns of the event loop: a read from memory alone would never let windows be served. */
const AT_ONCE = 25

/** A function to await before each text of long work. */
export function pacing(atOnce = AT_ONCE): () => Promise<void> {
  let done = 0
  return async () => {
    done += 1
    if (done % atOnce === 0) await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}
