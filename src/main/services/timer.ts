/** Runs `work` once after so many milliseconds; answers what calls it off. */
export type Timer = (work: () => void, milliseconds: number) => () => void

/** Keeps no process alive. */
export const nodeTimer: Timer = (work, milliseconds) => {
  const timeout = setTimeout(work, milliseconds)
  timeout.unref()
  return () => clearTimeout(timeout)
}
