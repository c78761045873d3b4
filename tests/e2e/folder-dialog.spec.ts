/** The page's own dialog for folders, where the host has none. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'

const open = async (page: Page) => {
  await page.getByRole('button', { name: /(?:Choose folder|Change)…$/ }).click()
  return page.getByRole('dialog', { name: 'Choose a folder for the export' })
}

test('begins at home, and then where a folder was chosen last for the same purpose', async ({ app: { page }, home }, { project }) => {
  test.skip(project.name === 'electron', 'the system has a dialog')
  await mkdir(join(home, 'Papers', 'Visits'), { recursive: true })
  await page.keyboard.press('Control+Shift+KeyE')
  const first = await open(page)
  await first.getByRole('option', { name: 'Papers', exact: true }).dblclick()
  await first.getByRole('option', { name: 'Visits', exact: true }).click()
  await first.getByRole('button', { name: 'Use this folder: Visits' }).click()
  await expect(first).toHaveCount(0)
  const second = await open(page)
  await expect(second.getByRole('option', { name: 'Visits', exact: true })).toBeVisible()
  await second.getByRole('button', { name: 'This computer' }).click()
  await expect(second.getByRole('option', { name: 'Home', exact: true })).toBeVisible()
})
