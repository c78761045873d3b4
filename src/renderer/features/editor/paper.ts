/** A text laid out for another program or for paper: no links that lead nowhere there, no behaviour, everything in words. */
import { takenWays } from '../../../shared/markdown/taken-words.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { attachmentNamed } from '../../../shared/model/attachment-name.ts'
import { isShownInPlace } from '../../../shared/model/pictures.ts'
import { readContent } from '../../parts/attachments/picture-cache.ts'
import { formatDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import { renderInWorker } from './reading/renderer.ts'
import { sanitise } from './reading/sanitise.ts'

/** Of the record: pictures that its text shows come along. */
interface PaperOf {
  readonly id: string
  readonly attachments: readonly Attachment[]
}

const BOXES: Readonly<Record<string, string>> = { open: '☐', done: '☑', cancelled: '☒' }

async function asDataUrl(id: string, name: string): Promise<string> {
  const content = await readContent(id, name)
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture could not be read.')))
    reader.readAsDataURL(content)
  })
}

async function showPicture(link: HTMLElement, { id, attachments }: PaperOf): Promise<void> {
  const name = link.dataset['link'] ?? ''
  const attachment = attachmentNamed(attachments, name)
  if (!attachment || !isShownInPlace(attachment)) return
  const image = document.createElement('img')
  image.alt = attachment.name
  try {
    image.src = await asDataUrl(id, attachment.name)
  } catch {
    return // its name stands in its place, as that of a file does
  }
  link.replaceWith(image)
}

/** Words in place of what the reading view draws. */
function toWords(paper: DocumentFragment): void {
  for (const box of paper.querySelectorAll<HTMLElement>('[data-part="box"]')) {
    const item = box.closest<HTMLElement>('[data-part="task"]')
    box.textContent = `${BOXES[item?.dataset['state'] ?? 'open'] ?? ''} `
    const words = item?.querySelector(':scope > div > [data-part="words"]')
    words?.prepend(box)
  }
  // who is responsible is told from the words by more than a colour
  for (const words of paper.querySelectorAll('[data-part="words"]')) words.querySelector('[data-part="chip"]')?.before('— ')
  for (const chip of paper.querySelectorAll<HTMLElement>('[data-part="date"]')) {
    const kind = chip.dataset['signifier']
    if (kind === 'due' || kind === 'created' || kind === 'done' || kind === 'cancelled')
      chip.textContent = `(${i18n.t(`editor:signifier.${kind}`, { date: formatDate(chip.dataset['date'] ?? '') })})`
  }
  for (const taken of paper.querySelectorAll<HTMLElement>('[data-part="taken"]')) {
    const way = takenWays.find((each) => each === taken.dataset['taken'])
    const words = way ? i18n.t(`editor:taken.${way}`) : taken.textContent
    taken.textContent = words === '' ? '' : ` (${words})`
    taken.parentElement?.append(taken)
  }
  for (const title of paper.querySelectorAll<HTMLElement>('[data-part="callout-title"]')) {
    const strong = document.createElement('strong')
    const isDecision = title.closest<HTMLElement>('[data-part="callout"]')?.dataset['tone'] === 'decision'
    strong.append(isDecision ? `${i18n.t('editor:decision')} ` : '', ...title.childNodes)
    title.append(strong)
  }
}

/** What stands around and behind an element in a program that knows no style sheet of ours. */
const INLINE: readonly (readonly [selector: string, style: string])[] = [
  ['[data-part="callout"]', 'border-left: 3px solid #888; margin: 8px 0; padding: 2px 12px'],
  ['table', 'border-collapse: collapse'],
  ['th, td', 'border: 1px solid #999; padding: 3px 6px; vertical-align: top; text-align: left'],
  ['li[data-part="task"]', 'list-style-type: none'],
  ['img', 'max-width: 100%'],
]

/**
 * The markdown as elements; null when it takes too long to lay out. `styled`: with the few styles in place that Word and
 * Outlook take over from the clipboard.
 */
export async function paperOf(markdown: string, of: PaperOf, { styled }: { readonly styled: boolean }): Promise<DocumentFragment | null> {
  await i18n.loadNamespaces('editor')
  const pieces = await renderInWorker(markdown)
  if (!pieces) return null
  const paper = document.createDocumentFragment()
  for (const piece of pieces) paper.append(sanitise(piece))
  toWords(paper)
  await Promise.all([...paper.querySelectorAll<HTMLElement>('[data-part="embed"]')].map((link) => showPicture(link, of)))
  // Word begins a new paragraph at each of these
  for (const frame of paper.querySelectorAll('li > div, [data-part="words"]')) frame.replaceWith(...frame.childNodes)
  for (const link of paper.querySelectorAll('[data-link]')) link.replaceWith(...link.childNodes)
  if (styled)
    for (const [selector, style] of INLINE)
      for (const element of paper.querySelectorAll<HTMLElement>(selector)) element.style.cssText = style
  if (styled) {
    for (const span of paper.querySelectorAll('span')) span.replaceWith(...span.childNodes)
    for (const element of paper.querySelectorAll('*'))
      for (const name of element.getAttributeNames()) if (name.startsWith('data-')) element.removeAttribute(name)
  }
  return paper
}
