import { useEffect, useState, type RefObject } from 'react'
import { onRecordsChange } from '../../../store/apply-changes.ts'
import type { Embed } from '../../../parts/attachments/embed-element.ts'
import { dress, type Dresser } from './dress.ts'
import { markUnresolved } from './link-marks.ts'
import { sanitise } from './sanitise.ts'
import type { RenderedBody } from './use-rendered-body.ts'

/** How many pieces are put in before the page may paint. */
const AT_ONCE = 4

/**
 * Puts a rendered text on the page: each piece sanitised, then dressed, then shown; a long text over several frames.
 * Answers the text that stands there whole.
 */
export function useBodyPieces(
  place: RefObject<HTMLElement | null>,
  rendered: RenderedBody | undefined,
  dresser: Dresser,
): string | undefined {
  const [shown, setShown] = useState<string>()
  const { unresolved } = dresser.words

  useEffect(() => {
    const root = place.current
    if (!root || !rendered?.pieces) return undefined
    const { pieces, of } = rendered
    const taken = new Set<string>()
    const embeds: Embed[] = []
    let frame = 0
    const show = (from: number) => {
      const next = pieces.slice(from, from + AT_ONCE).map((unsafeHtml) => {
        const bodyHtml = sanitise(unsafeHtml)
        dress(bodyHtml, dresser, taken, embeds)
        return bodyHtml
      })
      if (from === 0) root.replaceChildren(...next)
      else root.append(...next)
      if (from + AT_ONCE < pieces.length) {
        frame = requestAnimationFrame(() => show(from + AT_ONCE))
        return
      }
      void markUnresolved(root, unresolved)
      setShown(of)
    }
    show(0)
    return () => {
      cancelAnimationFrame(frame)
      for (const embed of embeds) embed.destroy()
    }
  }, [place, rendered, dresser, unresolved])

  useEffect(
    () =>
      onRecordsChange(() => {
        if (place.current) void markUnresolved(place.current, unresolved)
      }),
    [place, unresolved],
  )
  return shown
}
