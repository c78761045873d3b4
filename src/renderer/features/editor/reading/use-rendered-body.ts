import { useEffect, useState } from 'react'
import { renderInWorker } from './renderer.ts'

export interface RenderedBody {
  /** The text that `pieces` were made of. */
  readonly of: string
  /** HTML that is not sanitised yet; null when the text could not be laid out. */
  readonly pieces: readonly string[] | null
}

/** The text as HTML, not sanitised; the last one stays until the next is there. Undefined before the first. */
export function useRenderedBody(value: string): RenderedBody | undefined {
  const [rendered, setRendered] = useState<RenderedBody>()
  useEffect(() => {
    let wanted = true
    const render = async () => {
      const pieces = await renderInWorker(value)
      if (wanted) setRendered({ of: value, pieces })
    }
    void render()
    return () => {
      wanted = false
    }
  }, [value])
  return rendered
}
