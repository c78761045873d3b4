/** Lets time stand still in one window, so that what is typed there is not saved before the test says so. */
import type { Page } from '@playwright/test'

/** Playwright's own clock holds all windows at once. The answer lets the held timers run. */
export async function holdTimers(page: Page): Promise<() => Promise<void>> {
  const letGo = await page.evaluateHandle(() => {
    const { setTimeout: set, clearTimeout: clear } = window
    const held = new Map<number, () => void>()
    let last = 0
    Object.assign(window, {
      setTimeout: (work: () => void, after?: number) => {
        // numbers that the browser does not give
        last -= 1
        held.set(last, () => set(work, after))
        return last
      },
      clearTimeout: (timer?: number) => {
        if (timer === undefined || !held.delete(timer)) clear(timer)
      },
    })
    return () => {
      Object.assign(window, { setTimeout: set, clearTimeout: clear })
      for (const begin of held.values()) begin()
    }
  })
  return () => letGo.evaluate((begin) => begin())
}
