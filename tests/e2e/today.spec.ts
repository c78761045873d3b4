/** The first screen by the keyboard alone. */
import type { Locator, Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, tabTo } from '../support/e2e/steps-records.ts'

const line = (page: Page): Locator => page.getByRole('combobox', { name: 'Quick capture' })
const preview = (page: Page): Locator => page.getByRole('main').locator('form p').first()

test('an action is ticked and opened again where it stands, and its line with it', async ({ app: { page } }) => {
  const box = page.getByRole('checkbox', { name: /^Done: Circulate the draft questionnaire/ })
  await tabTo(page, box)
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await expect(box).toBeFocused()
  const open = async () => (await call<{ rows: { text: string }[] }>(page, 'actions.list', { state: 'open' })).rows.map(({ text }) => text)
  await expect.poll(open).not.toContainEqual(expect.stringMatching(/^Circulate the draft/))
  await expect(box).toBeChecked()
  await page.keyboard.press('Space')
  await expect(box).not.toBeChecked()
  await expect.poll(open).toContainEqual(expect.stringMatching(/^Circulate the draft/))
  expect(await accessibilityProblems(page)).toEqual([])
})

test('a line becomes an action with its deadline and who is responsible, and can be taken back', async ({ app: { page } }) => {
  await tabTo(page, line(page))
  await page.keyboard.type('Call @Fac')
  await expect(page.getByRole('option', { name: /^Rex Facer/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('by 30 June')
  await expect(preview(page)).toContainText('Action · Call · Rex Facer · by 30 Jun')
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('main')
      .locator('form')
      .getByRole('link', { name: /^Captured / }),
  ).toBeVisible()
  await expect(line(page)).toHaveValue('')
  await expect(line(page)).toBeFocused()
  await expect(page.getByRole('checkbox', { name: 'Done: Call' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Done: Call' })).toBeHidden()
})

test('an arrow makes it something else, and a name that is taken loses nothing', async ({ app: { page } }) => {
  await tabTo(page, line(page))
  await page.keyboard.type('Nino Example, Director, Georgia, nino@example.org')
  await expect(preview(page)).toContainText('Contact · Nino Example · Director · Georgia · nino@example.org')
  await page.keyboard.press('ArrowUp')
  await expect(preview(page)).toContainText('Note · ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').locator('form').getByRole('link', { name: 'Nino Example' })).toBeVisible()

  await page.keyboard.type('Rex Facer, Dean, USA')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(line(page)).toHaveValue('Rex Facer, Dean, USA')
})

test('choosing a name and saying what was made move nothing on the page', async ({ app: { page } }) => {
  const heading = page.getByRole('main').getByRole('heading', { name: /^Actions/ })
  await expect(heading).toBeVisible()
  const before = await heading.boundingBox()
  await line(page).fill('Call @Re')
  await expect(page.getByRole('option', { name: /^Rex Facer/ })).toBeVisible()
  expect(await heading.boundingBox()).toEqual(before)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`about the ${'very '.repeat(30)}long list`)
  await expect(preview(page)).toContainText('Rex Facer')
  expect(await heading.boundingBox()).toEqual(before)
  await page.keyboard.press('Enter')
  await expect(preview(page).getByRole('link', { name: /^Captured / })).toBeVisible()
  expect(await heading.boundingBox()).toEqual(before)
})

test('what waits and what is to be confirmed open as lists of exactly these', async ({ app: { page } }) => {
  const today = await call<{ waitingTotal: number; toConfirmTotal: number }>(page, 'today.get', {})
  for (const [name, total, words] of [
    ['All that wait', today.waitingTotal, 'is:waiting'],
    ['All to confirm', today.toConfirmTotal, 'is:unconfirmed'],
  ] as const) {
    await page.keyboard.press('Control+1')
    await page.getByRole('main').getByRole('link', { name }).click()
    await expect(page.getByRole('combobox', { name: /^Filter/ }).or(page.getByRole('searchbox', { name: /^Filter/ }))).toHaveValue(words)
    await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${total} of `) })).toBeVisible()
  }
  expect(today.waitingTotal).toBeGreaterThan(5)
})
