/**
 * Gives a sanitised fragment what markdown cannot carry: words in the reader's language, dates as they are read, names
 * of headings, roles. Works on the DOM only; no text is parsed again.
 */
import { partialDateSpan } from '../../../../shared/model/partial-date.ts'
import { takenWays, type Taken } from '../../../../shared/markdown/taken-words.ts'
import type { Embed } from '../../../parts/attachments/embed-element.ts'
import { calloutTone } from '../text/callout.ts'
import { headingSlug } from '../text/heading-slug.ts'
import { calloutIcon, type WidgetIconName } from '../widget-icons.tsx'

export interface DressWords {
  /** Title of a link to nothing. */
  readonly unresolved: string
  readonly taskOpen: string
  readonly taskDone: string
  readonly taskCancelled: string
  /** What is said of the box of an adopted text: `state` is one of the three above. */
  readonly recorded: (state: string) => string
  readonly decision: string
  readonly taken: (taken: Exclude<Taken, ''>) => string
  readonly table: string
  readonly signifier: (kind: 'due' | 'overdue' | 'created' | 'done' | 'cancelled', date: string) => string
}

export interface Dresser {
  readonly words: DressWords
  icon(name: WidgetIconName): Node
  formatDate(date: string): string
  today(): string
  /** Of an adopted text: how its actions stand by now, by line. Its words are of their day and not judged by today. */
  readonly recorded: ReadonlyMap<number, { readonly state: 'open' | 'done' | 'cancelled' }> | null
  /** The file of the record that an embed names, as it is shown; null when it names none. */
  embed(target: string): Embed | null
}

const all = (root: ParentNode, selector: string) => root.querySelectorAll<HTMLElement>(selector)

function dressTask(item: HTMLElement, { words, icon, recorded }: Dresser): void {
  const box = item.querySelector<HTMLElement>(':scope > [data-part="box"]')
  if (!box) return
  const state = recorded?.get(Number(item.dataset['line']))?.state ?? item.dataset['state']
  const named = state === 'done' ? words.taskDone : state === 'cancelled' ? words.taskCancelled : words.taskOpen
  box.setAttribute('role', 'img')
  box.title = recorded ? words.recorded(named) : named
  box.setAttribute('aria-label', box.title)
  if (recorded) box.dataset['recorded'] = ''
  if (state === 'done') box.append(icon('check'))
  if (state === 'cancelled') box.append(icon('x'))
}

function dressDate(chip: HTMLElement, { words, icon, formatDate, today, recorded }: Dresser): void {
  const { signifier = '', date = '' } = chip.dataset
  if (signifier !== 'due' && signifier !== 'created' && signifier !== 'done' && signifier !== 'cancelled') return
  const open = !recorded && chip.closest<HTMLElement>('[data-part="task"]')?.dataset['state'] === 'open'
  const kind = signifier === 'due' && open && partialDateSpan(date).last < today() ? 'overdue' : signifier
  const shown = formatDate(date)
  chip.dataset['tone'] = kind
  chip.title = words.signifier(kind, shown)
  const seen = document.createElement('span')
  seen.setAttribute('aria-hidden', 'true')
  seen.textContent = shown
  const said = document.createElement('span')
  said.className = 'visually-hidden'
  said.textContent = chip.title
  const icons = { due: 'calendar', overdue: 'calendar', created: 'plus', done: 'check', cancelled: 'x' } as const
  chip.replaceChildren(icon(icons[kind]), seen, said)
}

function dressCallout(title: HTMLElement, { words, icon }: Dresser): void {
  const { type = 'note' } = title.dataset
  const tone = calloutTone(type)
  const sign = document.createElement('span')
  sign.dataset['part'] = 'sign'
  sign.setAttribute('role', 'img')
  sign.setAttribute('aria-label', tone === 'decision' ? words.decision : type)
  sign.append(icon(calloutIcon[tone]))
  const taken = title.querySelector<HTMLElement>('[data-part="taken"]')
  const way = takenWays.find((each) => each === taken?.dataset['taken'])
  // a callout without a title is called by its type
  if (title.textContent.trim() === (taken?.textContent ?? '').trim() && tone !== 'decision')
    title.append(type.charAt(0).toUpperCase() + type.slice(1))
  title.prepend(sign)
  if (taken && way) taken.textContent = words.taken(way)
}

/** An embed of what is no file of this record is a link like any other. */
function dressEmbed(link: HTMLElement, dresser: Dresser, embeds: Embed[]): void {
  const embed = dresser.embed(link.dataset['link'] ?? '')
  if (!embed) {
    link.dataset['part'] = 'link'
    return
  }
  embeds.push(embed)
  link.replaceWith(embed.element)
}

/** `taken` holds the ids of headings given so far in this text; files that are shown join `embeds`, to be destroyed. */
export function dress(bodyHtml: DocumentFragment, dresser: Dresser, taken: Set<string>, embeds: Embed[]): void {
  for (const link of all(bodyHtml, '[data-part="embed"]')) dressEmbed(link, dresser, embeds)
  for (const heading of all(bodyHtml, 'h1, h2, h3, h4, h5, h6')) {
    heading.id = headingSlug(heading.textContent, taken)
    heading.tabIndex = -1
  }
  for (const link of all(bodyHtml, '[data-link]')) {
    link.setAttribute('role', 'link')
    link.tabIndex = 0
  }
  for (const item of all(bodyHtml, '[data-part="task"]')) dressTask(item, dresser)
  for (const chip of all(bodyHtml, '[data-part="date"]')) dressDate(chip, dresser)
  for (const title of all(bodyHtml, '[data-part="callout"] > [data-part="callout-title"]')) dressCallout(title, dresser)
  // what scrolls must be reachable by keyboard
  for (const table of all(bodyHtml, '[data-part="table"]')) {
    table.tabIndex = 0
    table.setAttribute('role', 'region')
    table.setAttribute('aria-label', dresser.words.table)
  }
  for (const code of all(bodyHtml, 'pre')) code.tabIndex = 0
}
