/** Marks links to nothing in a rendered text. */
import { client } from '../../../api/client.ts'

/** Most names one call takes. */
const AT_ONCE = 5_000

/** A lost host leaves the marks as they are: the frame says that it is lost. */
export async function markUnresolved(root: ParentNode, sentence: string): Promise<void> {
  const links = [...root.querySelectorAll<HTMLElement>('[data-link]:not([data-link=""])')]
  const names = [...new Set(links.map((link) => link.dataset['link'] ?? ''))].slice(0, AT_ONCE)
  if (names.length === 0) return
  const targets = await client.call('links.resolve', { names }).catch(() => null)
  if (!targets) return
  const missing = new Set(names.filter((_name, index) => targets[index] === null))
  for (const link of links) {
    const unresolved = missing.has(link.dataset['link'] ?? '')
    link.toggleAttribute('data-unresolved', unresolved)
    if (unresolved) link.title = sentence
    else link.removeAttribute('title')
  }
}
