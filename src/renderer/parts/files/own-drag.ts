/** A record that is dragged out of a list is a file for other programs, and a link for the texts here. */

let link: string | null = null

/** The host goes on with the drag as one of files; dropped into a text here it is this link. */
export function beginOwnDrag(asLink: string): void {
  link = asLink
  // while something is dragged no window hears of the pointer
  const end = () => {
    link = null
    removeEventListener('pointermove', end, { capture: true })
    removeEventListener('pointerdown', end, { capture: true })
  }
  addEventListener('pointermove', end, { capture: true })
  addEventListener('pointerdown', end, { capture: true })
}

/** Of the drag that is under way; null for one of others. */
export const ownDrag = (): string | null => link
