/** Working without a mouse: where the focus is, whether it can be seen, and how far Tab goes. */
import { expect, type Page } from '@playwright/test'

export interface Stop {
  /** What stands there, as a reader names it. */
  readonly name: string
  /** It lies inside the window, at least in part. */
  readonly inSight: boolean
  /** Something on the screen looked different while it had the focus; true when it could not be compared, and for a text with its caret. */
  readonly shown: boolean
}

/**
 * Presses Tab until the focus leaves the page or has come round, and says of each stop what it was. Whether a stop can
 * be seen is told by its looks with the focus and, one Tab later, without.
 */
export async function tabThrough(page: Page, limit = 200): Promise<Stop[]> {
  await page.evaluate(() => {
    const looks = (element: Element) => {
      const around: Element[] = [element]
      for (let up = element.parentElement; up && around.length < 5; up = up.parentElement) around.push(up)
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      if (active) around.push(active)
      return around
        .flatMap((part) => [getComputedStyle(part), getComputedStyle(part, '::before'), getComputedStyle(part, '::after')])
        .map(({ boxShadow, outlineColor, outlineStyle, borderColor, backgroundColor, textDecorationLine }) =>
          [boxShadow, /none/.test(outlineStyle) ? '' : outlineColor, borderColor, backgroundColor, textDecorationLine].join(' '),
        )
        .join('\n')
    }
    const seen = new Set<Element>()
    let last: { readonly element: Element; readonly looks: string } | null = null
    const look = () => {
      const element = document.activeElement
      const previous = last
      const shown =
        previous === null ||
        !previous.element.isConnected ||
        previous.element.matches('[contenteditable]') ||
        looks(previous.element) !== previous.looks
      if (!element || element === document.body) {
        last = null
        return { shown, stop: null }
      }
      const again = seen.has(element)
      seen.add(element)
      last = { element, looks: looks(element) }
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const name = `${element.getAttribute('role') ?? element.localName} ${element.getAttribute('aria-label') ?? (element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent) ?? element.textContent.trim().slice(0, 60)}`
      return {
        shown,
        stop: {
          name,
          inSight: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left,
          again,
          trapped: previous?.element === element,
        },
      }
    }
    Object.assign(window, { tabStop: look })
    // from the very beginning, not from where the last click was
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops: Stop[] = []
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await page.keyboard.press('Tab')
    const { shown, stop } = await page.evaluate(() =>
      (
        window as unknown as {
          tabStop(): { shown: boolean; stop: { name: string; inSight: boolean; again: boolean; trapped: boolean } | null }
        }
      ).tabStop(),
    )
    const before = stops.at(-1)
    if (before) stops[stops.length - 1] = { ...before, shown }
    if (!stop || (stop.again && !stop.trapped)) return stops
    if (stop.trapped) throw new Error(`Tab does not leave: ${stop.name}`)
    stops.push({ name: stop.name, inSight: stop.inSight, shown: true })
  }
  throw new Error(
    `Tab finds no end. The last stops: ${stops
      .slice(-5)
      .map(({ name }) => name)
      .join('; ')}`,
  )
}

/** Presses Tab until the focus stands on what bears this role and name. */
export async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp, key = 'Tab'): Promise<void> {
  const wanted = page.getByRole(role, { name }).and(page.locator(':focus'))
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press(key)
    if ((await wanted.count()) > 0) return
  }
  await expect(wanted, `reached with ${key}`).toHaveCount(1)
}
