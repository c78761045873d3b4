/** The worker that parses, seen from the page: it is replaced when a text takes too long. */
import type { RenderReply, RenderRequest } from './render-worker.ts'
import { createRenderWorker } from './worker-script.ts'

/** Longer than any text of a person's own takes; a text made to be slow is given up. */
const PATIENCE_MS = 2_000

interface Waiting {
  readonly request: RenderRequest
  readonly resolve: (pieces: readonly string[] | null) => void
}

let worker: Worker | null = null
let count = 0
/** In the order in which the worker takes them. */
const waiting = new Map<number, Waiting>()
let patience: ReturnType<typeof setTimeout> | undefined

/** The time runs for the text that is parsed now, not for those behind it. */
function watch(): void {
  clearTimeout(patience)
  if (waiting.size > 0) patience = setTimeout(giveUp, PATIENCE_MS)
}

/** Gives up the text that is parsed now; those behind it go to a new worker. */
function giveUp(): void {
  worker?.terminate()
  worker = null
  const [first] = waiting
  if (first) {
    const [id, { resolve }] = first
    waiting.delete(id)
    resolve(null)
  }
  if (waiting.size > 0) {
    worker = start()
    for (const { request } of waiting.values()) worker.postMessage(request, {})
  }
  watch()
}

function start(): Worker {
  const started = createRenderWorker()
  started.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => {
    const answered = waiting.get(data.id)
    if (!answered) return
    waiting.delete(data.id)
    watch()
    answered.resolve(data.pieces)
  })
  started.addEventListener('error', giveUp)
  return started
}

/** HTML that is not sanitised yet, in pieces; null when the text could not be parsed in time. */
export function renderInWorker(markdown: string): Promise<readonly string[] | null> {
  worker ??= start()
  const running = worker
  count += 1
  const request: RenderRequest = { id: count, markdown }
  return new Promise((resolve) => {
    waiting.set(request.id, { request, resolve })
    if (waiting.size === 1) watch()
    running.postMessage(request, {})
  })
}
