/** In the page: from a key press to the frame that shows what it found. */

interface PaintedKeys {
  /** Milliseconds from the last key to the frame after the last change of the results; null when nothing changed. */
  take(): number | null
  /** Milliseconds since the results changed last. */
  quiet(): number
}

declare global {
  interface Window {
    paintedKeys: PaintedKeys
  }
}

/** Runs in the page, so it may use nothing from around it. */
export function watchPaintedKeys(): void {
  let pressed = 0
  let painted: number | null = null
  let changed = performance.now()
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp
      painted = null
      changed = performance.now()
    },
    { capture: true },
  )
  // behind the frame: a message sent in it is read when it has been painted
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', () => {
    painted = performance.now() - pressed
  })
  channel.port1.start()
  const results = '[role=dialog] [role=listbox], [role=dialog] [role=status]'
  const inResults = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(results) !== null
  new MutationObserver((changes) => {
    if (!changes.some(({ target }) => inResults(target))) return
    changed = performance.now()
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  window.paintedKeys = {
    take: () => painted,
    quiet: () => performance.now() - changed,
  }
}
