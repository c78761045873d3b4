/** What stands where: the country's page across the width, and the theme by command. */
import { expect, test } from '../support/e2e/fixtures.ts'
import { titleOf } from '../support/e2e/steps-records.ts'

test('a country takes the whole width; its section in the bar leads back to the table', async ({ app: { page } }) => {
  await page.keyboard.press('Control+3')
  await page.getByRole('row', { name: /Slovenia/ }).click()
  await expect(titleOf(page)).toHaveValue('Slovenia')
  await expect(page.locator('#list')).toBeHidden()
  await expect(page.locator('#inspector')).toBeHidden()
  // what refers to it is a key away, over the page
  await page.keyboard.press('Control+\\')
  await expect(page.locator('#inspector')).toBeVisible()
  await page.keyboard.press('Control+\\')
  await expect(page.locator('#inspector')).toBeHidden()
  await page.getByRole('main').getByRole('link', { name: 'Countries' }).click()
  await expect(page.getByRole('row', { name: /Slovenia/ })).toBeVisible()
})

test('a tab opened by hand is told to go where the application is', async ({ app: { page, origin }, host }) => {
  test.skip(host !== 'browser', 'the other host has no address')
  const tab = await page.context().newPage()
  await tab.goto(origin)
  await expect(tab.getByRole('status')).toContainText('An address opens one window, once, and this one was used already.')
  await tab.goto(`${origin}/#token=used`)
  await tab.reload()
  await expect(tab.getByRole('status')).toContainText('An address opens one window, once, and this one was used already.')
})

test('the theme is a command', async ({ app: { page } }) => {
  for (const [typed, theme] of [
    ['dark', 'dark'],
    ['light theme', 'light'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search and commands' }).getByRole('combobox').fill(typed)
    await page.getByRole('option', { name: theme === 'dark' ? 'Dark theme' : 'Light theme', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  }
})

test('a country that is none is said to be none', async ({ app: { page } }) => {
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: 'Filter' }).click()
  const country = page.getByRole('combobox', { name: 'Country' })
  await country.fill('Atlantis')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert')).toHaveText('“Atlantis” is not in the list; nothing was changed.')
  await country.fill('Slov')
  await expect(page.getByRole('alert')).toBeHidden()
})
