/** Every screen, read by axe in both themes, and the whole application worked by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { tabThrough, tabTo } from '../support/e2e/steps-keyboard.ts'
import { damage, goTo, identify, importSteps, openRecord, places, sampleMeeting, settled, type Place } from '../support/e2e/steps-places.ts'

// dozens of screens a test, each read twice
test.describe.configure({ timeout: 180_000 })

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, a line each: rule, place, what it says. */
async function findings(page: Page, theme: 'light' | 'dark', parts: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // the page of its own that axe would open does not exist in Electron
    .setLegacyMode(true)
    .withTags(standards)
  for (const part of parts) axe.include(part)
  // between the themes only colours differ
  if (theme === 'dark') axe.withRules(['color-contrast'])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${theme} ${id}: ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  )
}

async function check(page: Page, name: string, parts: readonly string[] = []): Promise<void> {
  await test.step(name, async () => {
    const found: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await settled(page)
      found.push(...(await findings(page, theme, parts)))
    }
    expect.soft(found, name).toEqual([])
  })
}

async function walk(page: Page, all: readonly Place[]): Promise<void> {
  for (const place of all) {
    await place.open(page)
    await check(page, place.name, place.parts)
    await place.leave?.(page)
  }
}

test('first start can be read and worked by everybody', async ({ start, host }) => {
  const { page } = await start()
  await page.getByLabel('Your name').waitFor()
  await check(page, 'who is working')
  await page.getByRole('button', { name: 'Continue' }).click()
  await check(page, 'who is working, without a name')
  await identify(page)
  await check(page, 'where')
  if (host === 'browser') {
    await page.getByRole('button', { name: /Open a workspace/ }).click()
    await page.getByRole('dialog').waitFor()
    await check(page, 'folder of a workspace')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: /Try the sample/ }).click()
  await page.getByRole('button', { name: 'Create the sample' }).waitFor()
  await check(page, 'sample')
})

test('the sections can be read by everybody', async ({ app: { page } }) => {
  await walk(page, places.sections)
})

test('records of every kind can be read by everybody', async ({ app: { page } }) => {
  await walk(page, places.records)
})

test('dialogs and the conflict screen can be read by everybody', async ({ app: { page }, host }) => {
  await walk(page, host === 'browser' ? [...places.dialogs, places.folders, places.exported] : places.dialogs)
})

test('an import can be read by everybody', async ({ app: { page, answerDialog }, home }) => {
  await walk(page, importSteps(home, answerDialog))
})

test('a damaged workspace is explained to everybody', async ({ start, workspace }) => {
  await damage(workspace)
  const { page } = await start({ workspace })
  await page.getByRole('heading', { name: 'This workspace is damaged' }).waitFor()
  await check(page, 'damaged workspace')
  await page.getByRole('button', { name: 'Open read-only' }).click()
  await expect(page.getByRole('navigation', { name: 'Sections' }).or(page.getByRole('alert')).first()).toBeVisible()
  await check(page, 'read-only')
})

test('every stop of the Tab key can be seen, and none holds it', async ({ app: { page } }) => {
  const visit = async (name: string) => {
    await settled(page)
    const stops = await tabThrough(page)
    expect(stops.length, name).toBeGreaterThan(12)
    expect
      .soft(
        stops.filter(({ shown }) => !shown).map(({ name: stop }) => stop),
        `${name}: focus that cannot be seen`,
      )
      .toEqual([])
    expect
      .soft(
        stops.filter(({ inSight }) => !inSight).map(({ name: stop }) => stop),
        `${name}: focus outside the window`,
      )
      .toEqual([])
  }
  for (const section of ['Today', 'Contacts', 'Meetings', 'Actions', 'Decisions', 'Trash', 'Settings'] as const) {
    await goTo(page, section)
    await visit(section)
  }
  for (const title of [sampleMeeting, 'Alikhan Baimenov', 'Slovenia', 'Talent management in the civil service']) {
    await openRecord(page, title)
    await visit(title)
  }
})

test('a dialog keeps the focus, gives it back, and closes with Escape', async ({ app: { page } }) => {
  await openRecord(page, sampleMeeting)
  await settled(page)
  const opened = [
    { name: 'palette', opener: page.getByRole('button', { name: /^Search or go to/ }), key: 'Enter' },
    { name: 'participants', opener: page.getByRole('button', { name: 'open table' }), key: 'Enter' },
    { name: 'stage', opener: page.getByRole('button', { name: 'Cleared', exact: true }), key: 'Enter' },
    { name: 'new record', opener: page.getByRole('textbox', { name: 'Symbol' }), key: 'Control+n' },
    { name: 'export', opener: page.getByRole('textbox', { name: 'Symbol' }), key: 'Control+Shift+e' },
    { name: 'shortcuts', opener: page.getByRole('textbox', { name: 'Text' }), key: 'F1' },
  ]
  for (const { name, opener, key } of opened) {
    await opener.focus()
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const inside = page.locator('[role="dialog"]:focus, [role="dialog"] :focus')
    await expect(inside, `focus inside: ${name}`).toHaveCount(1)
    // round it more than once
    for (let pressed = 0; pressed < 12; pressed += 1) {
      await page.keyboard.press(pressed < 6 ? 'Tab' : 'Shift+Tab')
      await expect(inside, `focus inside: ${name}`).toHaveCount(1)
    }
    // the words over a button go first
    if ((await page.getByRole('tooltip').count()) > 0) await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog, `Escape closes: ${name}`).toHaveCount(0)
    await expect(opener, `focus back from: ${name}`).toBeFocused()
  }
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
})

test('a meeting is found, opened, changed and left without a mouse', async ({ app: { page } }) => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, 'link', /^Meetings/)
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: 'Meetings' })
  await tabTo(page, 'listbox', 'Meetings')

  // the list says which row the keys are on
  const current = async () => {
    const id = await list.getAttribute('aria-activedescendant')
    return page.locator(`[id="${id}"]`).innerText()
  }
  await page.keyboard.press('Home')
  while (!(await current()).startsWith(sampleMeeting)) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 }).getByRole('textbox', { name: 'Title' })).toHaveValue(sampleMeeting)

  await tabTo(page, 'textbox', 'Symbol')
  await page.keyboard.type('SC/2023/2')
  await tabTo(page, 'textbox', 'Text')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Written by keyboard. ')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  // the text lets the Tab key go on, and back
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('textbox', { name: 'Text' })).not.toBeFocused()

  await page.keyboard.press('Control+e')
  await expect(page.getByRole('article', { name: 'Text' })).toContainText('Written by keyboard.')
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('textbox', { name: 'Symbol' })).toHaveValue('SC/2023/2')
})
