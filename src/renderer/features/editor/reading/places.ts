/** Places in a rendered text. */
import { headingSlug } from '../text/heading-slug.ts'

function show(block: HTMLElement, at: ScrollLogicalPosition): void {
  if (!block.hasAttribute('tabindex')) block.tabIndex = -1
  block.scrollIntoView({ block: at })
  block.focus({ preventScroll: true })
}

/** Shows the block that begins at or last before a line of the text. */
export function showLine(root: HTMLElement, line: number): void {
  let found: HTMLElement | null = null
  for (const block of root.querySelectorAll<HTMLElement>('[data-line]')) {
    if (Number(block.dataset['line']) > line) break
    found = block
  }
  if (found) show(found, 'center')
}

/** Shows the first heading with these words. */
export function showHeading(root: HTMLElement, words: string): void {
  const heading = root.querySelector<HTMLElement>(`#${CSS.escape(headingSlug(words, new Set()))}`)
  if (heading) show(heading, 'start')
}

export type FollowedLink =
  | { readonly record: string }
  | { readonly heading: string }
  | { readonly address: string }
  | { readonly attachment: string }
  | { readonly missing: string }

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch (error) {
    // written without encoding, such as "100%"
    if (error instanceof URIError) return fragment
    throw error
  }
}

/** What a click or Enter on this element opens; null when it is in no link. */
export function followedLink(target: EventTarget): FollowedLink | null {
  const link = target instanceof Element ? target.closest<HTMLElement>('a[href], [data-link], [data-attachment], [data-missing]') : null
  if (!link) return null
  const { attachment, missing } = link.dataset
  if (missing !== undefined) return { missing }
  if (attachment !== undefined) return { attachment }
  const name = link.dataset['link']
  if (name) return { record: name }
  if (name === '') return { heading: link.dataset['heading'] ?? '' }
  const address = link.getAttribute('href') ?? ''
  return address.startsWith('#') ? { heading: decoded(address.slice(1)) } : { address }
}
