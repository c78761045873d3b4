/** The worker that parses, seen from the page: it is replaced when a text takes too long. */
import type { RenderReply, RenderRequest } from './render-worker.ts'
import { createRenderWorker } from './worker-script.ts'

/** Longer than any text of a person's own takes; a text made to be slow is given up. */
const PATIENCE_MS = 2_000

interface Waiting {
  readonly resolve: (pieces: readonly string[] | null) => void
  readonly timer: ReturnType<typeof setTimeout>
}

let worker: Worker | null = null
let count = 0
const waiting = new Map<number, Waiting>()

function giveUp(): void {
  worker?.terminate()
  worker = null
  for (const { resolve, timer } of waiting.values()) {
    clearTimeout(timer)
    resolve(null)
  }
  waiting.clear()
}

function start(): Worker {
  const started = createRenderWorker()
  started.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => {
    const request = waiting.get(data.id)
    if (!request) return
    clearTimeout(request.timer)
    waiting.delete(data.id)
    request.resolve(data.pieces)
  })
  started.addEventListener('error', giveUp)
  return started
}

/** HTML that is not sanitised yet, in pieces; null when the text could not be parsed in time. */
export function renderInWorker(markdown: string): Promise<readonly string[] | null> {
  worker ??= start()
  const running = worker
  count += 1
  const id = count
  return new Promise((resolve) => {
    waiting.set(id, { resolve, timer: setTimeout(giveUp, PATIENCE_MS) })
    running.postMessage({ id, markdown } satisfies RenderRequest, {})
  })
}
