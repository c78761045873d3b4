/** Links between records: completed while typing, followed, seen from the other side, and kept right by a rename. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import {
  createByKeyboard,
  expectSaved,
  goToSection,
  inspector,
  openByName,
  property,
  reload,
  textOf,
  titleOf,
  toast,
  writeNote,
} from '../support/e2e/steps-records.ts'

const offered = (page: Page) => page.getByRole('listbox', { name: 'What can stand here' })

/**
 * Types the beginning of a name at the speed of a hand, and takes the first that is offered. In its first moment the list
 * leaves Enter to the text, so the name is typed on with the list in sight, as one does.
 */
async function complete(page: Page, typed: string, wanted: string): Promise<void> {
  await page.keyboard.type(typed.slice(0, 1))
  await expect(offered(page)).toBeVisible()
  await page.keyboard.type(typed.slice(1), { delay: 60 })
  // what would be made of the typed name stands last, so the offer is that of the whole name
  await expect(offered(page).getByRole('option', { name: `Create contact “${typed}”` })).toBeVisible()
  await expect(offered(page).getByRole('option').first()).toContainText(wanted)
  await expect(offered(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(offered(page)).toBeHidden()
}

async function showLinks(page: Page): Promise<void> {
  await inspector(page).getByRole('tab', { name: 'Links' }).click()
}

test('a link is completed, followed and seen from the other side by keyboard', async ({ app: { page } }) => {
  await goToSection(page, 'Notes')
  await createByKeyboard(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.type('First line.\nSpoke with [[')
  await complete(page, 'Baim', 'Alikhan Baimenov')
  await page.keyboard.type(' about pay. He will write. ')
  await expectSaved(page)

  // the caret into the link, then Ctrl+Enter
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  for (let steps = 0; steps < 'Spoke with [[Al'.length; steps += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await expect(titleOf(page)).toHaveValue('Alikhan Baimenov')

  await showLinks(page)
  const backlink = inspector(page).getByRole('link', { name: /^Talk in Astana/ })
  await expect(backlink).toContainText('Spoke with Alikhan Baimenov about pay.')
  await expect(backlink).not.toContainText('First line.')
  await expect(backlink.locator('mark')).toHaveText('Alikhan Baimenov')
  await backlink.click()
  await expect(titleOf(page)).toHaveValue('Talk in Astana')
  await showLinks(page)
  await expect(inspector(page).getByRole('link', { name: /^Alikhan Baimenov/ })).toBeVisible()
})

test('a person is named with @ and only people are offered', async ({ app: { page } }) => {
  await goToSection(page, 'Notes')
  await createByKeyboard(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.type('Asked @Astana')
  // there is an organisation of that name, and it is nobody
  await expect(offered(page).getByRole('option', { name: 'Create contact “Astana”' })).toBeVisible()
  await expect(offered(page).getByRole('option', { name: /^Astana Civil Service Hub/ })).toHaveCount(0)
  for (let letters = 0; letters < 'Astana'.length; letters += 1) await page.keyboard.press('Backspace')
  await complete(page, 'Fac', 'Rex Facer')
  await expectSaved(page)
  await reload(page)
  await expect(textOf(page)).toContainText('Asked Rex Facer')
})

test('a link to nothing is shown as one and makes the record', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'Ask [[Nurlan Abenov]] for the figures.')
  await showLinks(page)
  await expect(inspector(page).getByText('No record of this name')).toBeAttached()
  await inspector(page).getByRole('button', { name: 'Create a record “Nurlan Abenov”' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: /^(?:Title|Name)$/ })).toHaveValue('Nurlan Abenov')
  await dialog.getByLabel('Kind').selectOption('Contact')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(titleOf(page)).toHaveValue('Nurlan Abenov')
  await expect(page).toHaveURL(/\/contacts\//)
  await showLinks(page)
  await expect(inspector(page).getByRole('link', { name: /^Talk in Astana/ })).toContainText('Ask Nurlan Abenov for the figures.')
})

test('a rename updates the links elsewhere and leaves the alias; undo takes it back', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'Met [[Rex Facer]] and [[rex facer|the professor]].')
  await openByName(page, 'Rex Facer')
  await page.keyboard.press('F2')
  await expect(titleOf(page)).toBeFocused()
  await page.keyboard.type('Rex L. Facer')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Renamed to “Rex L. Facer”')).toContainText(/links in \d+ records updated/)

  await page.getByRole('button', { name: /^More details/ }).click()
  await expect(page.getByRole('group', { name: 'Other names' })).toContainText('Rex Facer')
  await openByName(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  await expect(textOf(page)).toContainText('[[Rex L. Facer]]')
  await expect(textOf(page)).toContainText('[[Rex L. Facer|the professor]]')
  // properties that name the person follow too
  await openByName(page, 'Steering Committee, sample session')
  await page.getByRole('button', { name: /open table/ }).click()
  const participants = page.getByRole('dialog', { name: 'Participants' })
  await expect(participants).toBeVisible()
  await expect(participants.getByRole('gridcell', { name: /^Rex L\. Facer/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // the old name still finds him
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Rex Facer')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Rex L\. Facer/ })
    .click()
  await expect(titleOf(page)).toHaveValue('Rex L. Facer')

  await page.getByRole('button', { name: 'Reading view' }).focus()
  await page.keyboard.press('Control+z')
  await expect(titleOf(page)).toHaveValue('Rex Facer')
  await openByName(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  await expect(textOf(page)).toContainText('[[Rex Facer]]')
  // the words as they were typed
  await expect(textOf(page)).toContainText('[[rex facer|the professor]]')
})

test('links in properties open what they name', async ({ app: { page } }) => {
  await openByName(page, 'Steering Committee, sample session')
  await page.getByRole('article').getByRole('link', { name: 'Alikhan Baimenov', exact: true }).click()
  await expect(titleOf(page)).toHaveValue('Alikhan Baimenov')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(titleOf(page)).toHaveValue('Steering Committee, sample session')
  await expect(property(page, 'Symbol')).toBeVisible()
})
