/** Every command is in the palette, and what it says of finding nothing is true. */
import { expect, test } from '../support/e2e/fixtures.ts'
import { sectionLink, toast, writeNote } from '../support/e2e/steps-records.ts'

test('backups are made and reached from the palette', async ({ app: { page } }) => {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill('backup')
  await expect(palette.getByRole('option', { name: 'Restore a backup…' })).toBeVisible()
  await expect(palette.getByRole('option', { name: 'Restore from a backup folder…' })).toBeVisible()
  await expect(palette.getByText('Nothing found')).toHaveCount(0)
  await expect(palette.getByRole('status')).toHaveText(/^\d commands, no record$/)
  await palette.getByRole('option', { name: 'Back up now' }).click()
  await expect(toast(page, 'The backup is made')).toBeVisible()

  await page.keyboard.press('Control+k')
  await palette.getByRole('combobox').fill('restore a backup')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeInViewport()
})

test('the hint of the button does not lie over the menu it opened', async ({ app: { page } }) => {
  await writeNote(page, 'Hints', 'Text')
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip', { name: 'More' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expect(page.getByRole('tooltip')).toHaveCount(0)
})

test('what is called so comes before records that have the word in their text, and after those that are called so', async ({
  app: { page },
}) => {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill('attend')
  // records have it too
  await expect(palette.getByRole('option', { name: /Annual conference/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/attendance$/)
  await expect(sectionLink(page, 'Meetings')).toHaveAttribute('aria-current', 'page')
  await writeNote(page, 'Attendance of last year', 'Text')
  await page.keyboard.press('Control+k')
  await palette.getByRole('combobox').fill('attend')
  await expect(palette.getByRole('option', { name: /Attendance of last year/ }).first()).toHaveAttribute('aria-selected', 'true')
})
