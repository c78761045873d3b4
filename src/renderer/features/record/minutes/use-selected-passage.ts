import { useEffect, useState } from 'react'

/** Marks the element whose selected words a comment can be about. */
export const PASSAGES = 'data-passages'

export interface SelectedPassage {
  readonly text: string
  /** Where it ends on the screen. */
  readonly right: number
  readonly bottom: number
}

/** What is selected at this moment: a key may come before the window has drawn what the one before selected. */
export function selectedPassage(): SelectedPassage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: within } = range
  const element = within instanceof Element ? within : within.parentElement
  const text = selection.toString().trim()
  if (text === '' || !element?.closest(`[${PASSAGES}]`)) return null
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
  return { text, right: last.right, bottom: last.bottom }
}

/** What is selected in the text of the record, while somebody wants to know. */
export function useSelectedPassage(wanted: boolean): SelectedPassage | null {
  const [passage, setPassage] = useState<SelectedPassage | null>(null)
  useEffect(() => {
    if (!wanted) return
    const look = () => setPassage(selectedPassage())
    look()
    document.addEventListener('selectionchange', look)
    // the place on the screen moves with the text
    addEventListener('scroll', look, { capture: true, passive: true })
    addEventListener('resize', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      removeEventListener('scroll', look, { capture: true })
      removeEventListener('resize', look)
    }
  }, [wanted])
  return wanted ? passage : null
}
