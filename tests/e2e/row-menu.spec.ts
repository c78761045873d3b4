/** The commands of a row where it stands: by the other mouse button, by Shift+F10 and by the menu key. */
import { expect, test } from '../support/e2e/fixtures.ts'
import { goToSection, toast } from '../support/e2e/steps-records.ts'

test('a row has its commands by either way, and the rows have the focus back', async ({ app: { page } }) => {
  await goToSection(page, 'Contacts')
  const row = page.getByRole('row').filter({ hasText: 'Pan Suk Kim' })
  const menu = page.getByRole('menu')
  await row.click({ button: 'right' })
  await expect(menu.getByRole('menuitem')).toHaveText([/^Open/, 'Open in a new window', 'Copy link', 'Export…', 'Move to the trash'])
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()

  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('option', { name: 'This record: Pan Suk Kim' })).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()

  await page.keyboard.press('ContextMenu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').getByLabel('Title').first()).toHaveValue('Pan Suk Kim')

  // beside a record the rows have the same
  await page.getByRole('option').filter({ hasText: 'Kim, Pan Suk' }).click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(toast(page, 'The link to “Pan Suk Kim” is on the clipboard')).toBeVisible()
})

test('the menu of a row that is chosen is that of all that are', async ({ app: { page } }) => {
  await goToSection(page, 'Contacts')
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
  await rows.nth(1).click({ modifiers: ['Control'] })
  await rows.nth(2).click({ modifiers: ['Control'] })
  await rows.nth(2).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByText('2 chosen')).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(toast(page, 'Moved 2 records to the trash')).toBeVisible()
})
