/** Parses markdown beside the page, so that a text which takes too long can be given up. */
import { renderMarkdown } from './render-markdown.ts'

export interface RenderRequest {
  readonly id: number
  readonly markdown: string
}

export interface RenderReply {
  readonly id: number
  /** Null: the text could not be parsed. */
  readonly pieces: readonly string[] | null
}

self.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => {
  let pieces: readonly string[] | null = null
  try {
    pieces = renderMarkdown(data.markdown)
  } catch (error) {
    // such as thousands of quotations inside each other: the page shows the plain text and says so
    if (!(error instanceof Error)) throw error
  }
  self.postMessage({ id: data.id, pieces } satisfies RenderReply, {})
})
