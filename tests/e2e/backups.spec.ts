/** Backups: made by themselves and by hand, shown before they are restored, taken back, and kept in a second place. */
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { goToSection, openByName, sectionLink, tabTo, textOf, toast, writeNote } from '../support/e2e/steps-records.ts'

const backups = (page: Page) => page.getByRole('region', { name: 'Backups' })
const list = (page: Page) => backups(page).getByRole('list', { name: 'What there is' })
const restoring = (page: Page) => page.getByRole('dialog', { name: /^Restore the backup of/ })

async function backUp(page: Page): Promise<void> {
  await goToSection(page, 'Settings')
  await backups(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(toast(page, 'The backup is made and was read back without a fault.')).toBeVisible()
}

test('a workspace is taken back to a backup in one step, and undo takes that back', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'As it was.')
  await backUp(page)
  await expect(list(page).getByRole('listitem').first()).toContainText('by hand')

  await openByName(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('As it became.')
  await writeNote(page, 'Talk in Almaty', 'Made since.')

  await goToSection(page, 'Settings')
  await list(page)
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click()
  const dialog = restoring(page)
  await dialog.getByText('1 record goes back to its state of then').click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Talk in Astana' })).toBeVisible()
  await dialog.getByText('1 record that was made since goes to the trash').click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Talk in Almaty' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  const done = toast(page, /^2 records were restored/)
  await expect(done).toBeVisible()
  await expect(list(page).getByRole('listitem').first()).toContainText('before restoring')
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('As it was.')
  await goToSection(page, 'Trash')
  await expect(page.getByRole('row').filter({ hasText: 'Talk in Almaty' })).toBeVisible()

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  // it was done on another page
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click()
  await openByName(page, 'Talk in Almaty')
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('As it became.')
})

test('a backup that equals what is there offers nothing to restore', async ({ app: { page } }) => {
  await backUp(page)
  await list(page)
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click()
  await expect(restoring(page).getByRole('status')).toHaveText('Nothing differs from this backup.')
  await expect(restoring(page).getByRole('button', { name: 'Restore', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(restoring(page)).toBeHidden()
})

test('a workspace that has none gets one when it is opened, and another when it is closed with changes', async ({ start, workspace }) => {
  const first = await start({ workspace })
  await goToSection(first.page, 'Settings')
  await expect(backups(first.page)).toContainText(/Last made .* read back without a fault/)
  await expect(list(first.page).getByRole('listitem')).toHaveCount(1)
  await expect(list(first.page)).toContainText('by itself')
  const before = await readdir(join(workspace, 'backups'))
  await writeNote(first.page, 'Talk in Astana', 'Before closing.')
  await first.close()
  const after = await readdir(join(workspace, 'backups'))
  expect(after.filter((name) => !before.includes(name))).toHaveLength(1)
})

test('a second place gets backups, is missed while it is away, and can be left', async ({ app: { page, answerDialog }, home }) => {
  await mkdir(join(home, 'Stick'))
  await goToSection(page, 'Settings')
  await answerDialog(() => backups(page).getByRole('button', { name: 'Choose a second place…' }).click(), 'Stick')
  await expect(backups(page)).toContainText(/The last backup arrived there/)
  await expect(list(page).getByRole('listitem').filter({ hasText: 'Second place' })).toHaveCount(1)
  const [folder = ''] = await readdir(join(home, 'Stick'))
  expect(folder).toMatch(/^Sample workspace [0-9a-f]{8}$/)

  await rename(join(home, 'Stick'), join(home, 'Unplugged'))
  await writeNote(page, 'Talk in Astana', 'Without the stick.')
  await backUp(page)
  await expect(backups(page)).toContainText('It is not there now.')
  expect(await accessibilityProblems(page)).toEqual([])
  await rename(join(home, 'Unplugged'), join(home, 'Stick'))
  // it is looked for again when the settings are opened
  await goToSection(page, 'Notes')
  await goToSection(page, 'Settings')
  await expect(backups(page)).toContainText(/The last backup arrived there/)
  await expect(backups(page)).not.toContainText('It is not there now.')
  await backups(page).getByRole('button', { name: 'Use no second place' }).click()
  await expect(backups(page)).toContainText('None. Choose a folder on another disk')
  expect(await readdir(join(home, 'Stick'))).toEqual([folder])
})

test('backups are worked by keyboard alone', async ({ app: { page } }) => {
  await goToSection(page, 'Settings')
  const automatic = backups(page).getByRole('checkbox', { name: 'Make one every hour in which something changed' })
  await expect(automatic).toBeChecked()
  await tabTo(page, automatic)
  await page.keyboard.press('Space')
  await expect(automatic).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(automatic).toBeChecked()
  await tabTo(page, backups(page).getByRole('button', { name: 'Back up now' }))
  await page.keyboard.press('Enter')
  await expect(toast(page, 'The backup is made')).toBeVisible()
  await tabTo(
    page,
    list(page)
      .getByRole('button', { name: /^Restore the backup of/ })
      .first(),
  )
  await page.keyboard.press('Enter')
  await expect(restoring(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(restoring(page)).toBeHidden()
  await expect(
    list(page)
      .getByRole('button', { name: /^Restore the backup of/ })
      .first(),
  ).toBeFocused()
  await expect(sectionLink(page, 'Settings')).toHaveAttribute('aria-current', 'page')
})
