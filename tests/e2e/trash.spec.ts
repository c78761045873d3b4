/** Deleting asks nothing and can be taken back; erasing asks. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, goToSection, openByName, sectionLink, textOf, titleOf, toast } from '../support/e2e/steps-records.ts'

const slovenia = 'Slovenia: integrity and prevention of corruption'
const uzbekistan = 'Uzbekistan: at the annual conference'

const rowOf = (page: Page, title: string) =>
  page.getByRole('listbox', { name: 'Notes' }).getByRole('option', { name: new RegExp(`^${title}`) })
const inTrash = (page: Page, title: string) => page.getByRole('grid', { name: 'Trash' }).getByRole('row', { name: new RegExp(`^${title}`) })
const notes = (page: Page) => page.getByRole('listbox', { name: 'Notes' })

/** Goes to the note with the arrow keys and presses Delete. */
async function deleteNote(page: Page, title: string): Promise<void> {
  await goToSection(page, 'Notes')
  await notes(page).focus()
  const row = rowOf(page, title)
  const id = await row.getAttribute('id')
  await page.keyboard.press('Home')
  await expect(async () => {
    if ((await notes(page).getAttribute('aria-activedescendant')) !== id) await page.keyboard.press('ArrowDown')
    expect(await notes(page).getAttribute('aria-activedescendant')).toBe(id)
  }).toPass({ intervals: [50] })
  await page.keyboard.press('Delete')
  await expect(row).toBeHidden()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
}

test('the Delete key puts a record into the trash, and the toast takes it back', async ({ app: { page } }) => {
  await deleteNote(page, slovenia)
  await expect(sectionLink(page, 'Notes')).toHaveAccessibleName('Notes 3')
  await toast(page, `Moved “${slovenia}” to the trash`).getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, slovenia)).toBeVisible()
  await expect(sectionLink(page, 'Notes')).toHaveAccessibleName('Notes 4')
  await openByName(page, slovenia)
  await expect(textOf(page)).toContainText('Commission for the Prevention of Corruption')
})

test('Ctrl+Z takes the last deletion back, then the one before', async ({ app: { page } }) => {
  await deleteNote(page, slovenia)
  await deleteNote(page, uzbekistan)
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, uzbekistan)).toBeVisible()
  await expect(rowOf(page, slovenia)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, slovenia)).toBeVisible()
  // and again forwards
  await page.keyboard.press('Control+Shift+z')
  await expect(rowOf(page, slovenia)).toBeHidden()
})

test('a name that changes the direction of reading turns no word of ours round', async ({ app: { page } }) => {
  const title = 'Report \u202Etxt'
  await call(page, 'records.create', { record: { kind: 'note', title } })
  await deleteNote(page, 'Report')
  const words = page.getByText('to the trash').last()
  await expect(words).toBeVisible()
  // where each word is drawn: "trash" stands right of "Moved"
  const [first, last] = await words.evaluate((element) => {
    const text = element.firstChild as Text
    const left = (word: string) => {
      const range = document.createRange()
      const at = text.data.indexOf(word)
      range.setStart(text, at)
      range.setEnd(text, at + word.length)
      return range.getBoundingClientRect().left
    }
    return [left('to the'), left('trash')]
  })
  expect(last).toBeGreaterThan(first ?? 0)
})

test('in a text Ctrl+Z takes back typing, not the deletion before', async ({ app: { page } }) => {
  await deleteNote(page, slovenia)
  await openByName(page, uzbekistan)
  const text = await textOf(page).innerText()
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Typed by mistake. ')
  await expect(textOf(page)).toContainText('Typed by mistake.')
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).not.toContainText('Typed')
  expect((await textOf(page).innerText()).slice(0, 40)).toBe(text.slice(0, 40))
  await expect(sectionLink(page, 'Notes')).toHaveAccessibleName('Notes 3')
})

test('a record is restored from the trash with its text', async ({ app: { page } }) => {
  await openByName(page, slovenia)
  const text = await textOf(page).innerText()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(titleOf(page)).toBeHidden()
  await goToSection(page, 'Trash')
  await inTrash(page, slovenia)
    .getByRole('button', { name: `Restore “${slovenia}”` })
    .click()
  await expect(inTrash(page, slovenia)).toBeHidden()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await openByName(page, slovenia)
  expect(await textOf(page).innerText()).toBe(text)
})

test('erasing for good asks, and Cancel erases nothing', async ({ app: { page } }) => {
  await deleteNote(page, slovenia)
  await goToSection(page, 'Trash')
  const erase = inTrash(page, slovenia).getByRole('button', { name: `Erase “${slovenia}” for good` })
  const question = page.getByRole('alertdialog', { name: `Erase “${slovenia}” for good?` })
  await erase.click()
  await expect(question).toContainText('This cannot be undone.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(inTrash(page, slovenia)).toBeVisible()
  await erase.click()
  await question.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.reload()
  await expect(page.getByText('The trash is empty')).toBeVisible()
})

test('emptying the trash asks with the number, then all of it is gone', async ({ app: { page } }) => {
  await deleteNote(page, slovenia)
  await deleteNote(page, uzbekistan)
  await goToSection(page, 'Trash')
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  const question = page.getByRole('alertdialog', { name: 'Empty the trash?' })
  await expect(question).toContainText('All 2 records in it are erased for good. This cannot be undone.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(inTrash(page, slovenia)).toBeVisible()
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await question.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await goToSection(page, 'Notes')
  await expect(rowOf(page, 'Kazakhstan')).toBeVisible()
  await expect(rowOf(page, slovenia)).toBeHidden()
})
