/** Where the keys go on in a record that has just been made: in its text, or in the first of its fields. */
import type { Kind } from '../../../shared/model/common.ts'

/** What is written first: contacts and countries are entries, the others are texts. */
const firstOf: Readonly<Record<Kind, string>> = {
  contact: '[data-properties] :is(input, textarea, select):not(:disabled)',
  country: '[data-properties] :is(input, textarea, select):not(:disabled)',
  meeting: '[contenteditable=true]',
  study: '[contenteditable=true]',
  note: '[contenteditable=true]',
}

/** A page that takes longer has lost the person's patience, and the focus may be wanted elsewhere. */
const PATIENCE_MS = 5_000

/** Puts the focus there as soon as the page is shown and the dialog that made the record has gone. */
export function arriveAt(kind: Kind, id: string): void {
  const until = performance.now() + PATIENCE_MS
  const look = () => {
    if (performance.now() > until || !location.pathname.endsWith(id)) return
    const content = document.getElementById('content')
    // somebody writes already
    if (content?.querySelector(':is(input, textarea, select, [contenteditable=true]):focus')) return
    const asked = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    const target = asked ? null : content?.querySelector<HTMLElement>(firstOf[kind])
    if (target) target.focus()
    // looked at once more: what the dialog gives the focus back to comes after it has gone
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
