/** Marks links to nothing in a rendered text. */
import { AppError } from '../../../../shared/errors.ts'
import { client } from '../../../api/client.ts'

/** Most names one call takes. */
const AT_ONCE = 5_000

/** A lost host or a closed workspace leaves the marks as they are: the frame says so. Throws AppError for anything else. */
export async function markUnresolved(root: ParentNode, sentence: string): Promise<void> {
  const links = [...root.querySelectorAll<HTMLElement>('[data-link]:not([data-link=""])')]
  const names = [...new Set(links.map((link) => link.dataset['link'] ?? ''))]
  const missing = new Set<string>()
  try {
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const part = names.slice(from, from + AT_ONCE)
      const targets = await client.call('links.resolve', { names: part })
      for (const [index, name] of part.entries()) if (targets[index] === null) missing.add(name)
    }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'DISCONNECTED' || error.code === 'NO_WORKSPACE')) return
    throw error
  }
  for (const link of links) {
    const unresolved = missing.has(link.dataset['link'] ?? '')
    link.toggleAttribute('data-unresolved', unresolved)
    if (unresolved) link.title = sentence
    else link.removeAttribute('title')
  }
}
