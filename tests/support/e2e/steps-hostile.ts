/** What a hostile text would do if it won, and how it is noticed. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { allowedTags } from '../../../src/renderer/features/editor/reading/allowed-tags.ts'
import type { Application } from './application.ts'

export interface Vector {
  readonly id: string
  readonly class: string
  readonly markdown: string
}

/** Bodies that try to run, to fetch or to change something (tests/fixtures/xss). */
export const vectors = JSON.parse(await readFile(new URL('../../fixtures/xss/vectors.json', import.meta.url), 'utf8')) as readonly Vector[]

/** One line each, for every field that is not a body. Titles cannot hold the characters of links: they are left out. */
export const lines: readonly string[] = [
  '<img src=x onerror=xss()>',
  '"><img src=x onerror=xss()>',
  "' autofocus onfocus=xss() x='",
  '<script>xss()</script>',
  '</textarea><svg onload=xss()>',
  '</title></style><iframe srcdoc="<script>parent.xss()</script>">',
  '&lt;img src=x onerror=xss()&gt;',
  'javascript:xss()',
  "{{constructor.constructor('xss()')()}}",
  '${xss()}',
  '<style>@import "https://beacon.invalid/line.css"</style>',
  '<img src="https://beacon.invalid/line.png">',
]

/** Sets the trap: `xss()` is there to be called, and what is requested, opened or left from now on is noted. */
export async function setTrap({ page, requests, origin }: Application): Promise<() => Promise<string[]>> {
  const events: string[] = []
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => events.push(`window: ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    // the application goes to its own addresses without loading a page
    if (frame !== page.mainFrame() || !frame.url().startsWith(`${origin}/`)) events.push(`frame: ${frame.url()}`)
  })
  page.on('load', () => events.push('the page was loaded again'))
  const before = requests.length
  const around = await page.evaluate(layTrap)
  return async () => {
    const found = await page.evaluate(harmDone)
    const fetched = requests.slice(before).filter((url) => !url.startsWith(`${origin}/assets/`) && !url.startsWith(`blob:${origin}/`))
    return [
      ...events,
      ...(found.around === around ? [] : [`the page around the text was changed: ${found.around}`]),
      ...found.calls,
      ...found.dangerous,
      ...fetched.map((url) => `request: ${url}`),
    ]
  }
}

interface Trap {
  xssCalls?: string[]
  xss?: () => void
  around?: () => string
}

/** Runs in the page. Answers what must still be so afterwards. */
function layTrap(): string {
  const trap = window as unknown as Trap
  const calls: string[] = []
  trap.xssCalls = calls
  trap.xss = () => calls.push(new Error('xss() was called').stack ?? '')
  trap.around = () =>
    JSON.stringify([
      [...document.head.querySelectorAll('meta, base, script')].map(({ outerHTML }) => outerHTML),
      [...document.querySelectorAll('#root')].map(({ parentElement }) => parentElement?.localName),
      typeof (window as unknown as { host: { call: unknown } }).host.call,
      document.cookie,
    ])
  return trap.around()
}

/** Runs in the page. What of a hostile text came through anywhere on it, run or not. */
function harmDone(): { calls: string[]; around: string; dangerous: string[] } {
  const { xssCalls, around } = window as unknown as Trap
  const own = (url: string) => url.startsWith('/') || url.startsWith(`${location.origin}/`) || url.startsWith('data:image/svg+xml')
  const elements =
    /^(?:iframe|frame|frameset|object|embed|applet|link|meta|base|style|video|audio|source|track|portal|webview|template|math|foreignobject|animate|set|use|image|marquee)$/
  const attributes = /^(?:on|xlink:|formaction|srcdoc|ping|background|poster|srcset|attributionsrc|action)/
  const dangerous: string[] = []
  for (const element of document.body.querySelectorAll('*')) {
    if (elements.test(element.localName)) dangerous.push(element.outerHTML.slice(0, 200))
    for (const { name, value } of element.attributes) {
      const bad =
        attributes.test(name) || (name === 'src' && !own(value)) || (name === 'href' && !/^(?:\/|#|https:\/\/|mailto:)/.test(value))
      if (bad) dangerous.push(`${element.localName} ${name}="${value.slice(0, 120)}"`)
    }
  }
  return { calls: xssCalls ?? ['the page is another one'], around: around?.() ?? 'another page', dangerous }
}

/** Nothing that a hostile text wants has happened so far. */
export const expectNothing = async (harm: () => Promise<string[]>, where: string): Promise<void> => expect(await harm(), where).toEqual([])

/** Elements and attributes inside a rendered text that neither markdown nor the reading view gives it. */
export const strangers = (page: Page): Promise<string[]> =>
  page.getByRole('article', { name: 'Text' }).evaluate(
    (article, allowed) =>
      [...article.querySelectorAll('*')].flatMap((element) => {
        // icons are the application's own
        if (element.closest('svg.lucide')) return []
        if (!allowed.includes(element.localName)) return [element.outerHTML.slice(0, 200)]
        return [...element.attributes]
          .filter(({ name, value }) => {
            if (name === 'id') return !/^h[1-6]$/.test(element.localName)
            if (name === 'class') return value !== 'visually-hidden'
            return !/^(?:href|title|lang|dir|align|colspan|rowspan|start|role|tabindex|aria-[a-z]+|data-[a-z]+)$/.test(name)
          })
          .map(({ name, value }) => `${element.localName} ${name}="${value.slice(0, 120)}"`)
      }),
    allowedTags,
  )

/** Moves, focus and ends of animations over everything in an element: what handlers wait for. */
export const stir = (page: Page, selector: string): Promise<void> =>
  page.evaluate((where) => {
    const types = [
      'mouseover',
      'mousemove',
      'pointerover',
      'pointerenter',
      'focus',
      'focusin',
      'blur',
      'animationstart',
      'animationend',
      'transitionend',
      'toggle',
      'load',
      'error',
      'begin',
      'wheel',
      'beforeinput',
    ]
    for (const element of document.querySelectorAll(`${where} *`)) for (const type of types) element.dispatchEvent(new Event(type))
  }, selector)
