/** Files of other programs come in: read, shown, corrected, taken in, taken back; by mouse and by keyboard. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { tabThrough } from '../support/e2e/steps-keyboard.ts'
import {
  chooseButton,
  chooseSource,
  fileRow,
  grid,
  importButton,
  openImport,
  shownPill,
  takeIn,
  vault,
  writeFiles,
  writeZip,
} from '../support/e2e/steps-import.ts'
import { call, goToSection, openByName, property, sectionLink, tabTo, textOf, titleOf, toast } from '../support/e2e/steps-records.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const result = (page: Page) => heading(page, /records? came in from/)

test('a vault is read, corrected where it was taken wrongly, taken in, and taken back as a whole', async ({ app, home }) => {
  const { page } = app
  await writeFiles(join(home, 'Vault'), vault)
  const notes = async () => {
    const { notes: written, meetings } = await call<{ notes: number; meetings: number }>(page, 'list.counts', {})
    return { notes: written, meetings }
  }
  const before = await notes()
  await openImport(page)
  await chooseSource(app, 'Vault')
  await expect(heading(page, /^An Obsidian vault with 5 files and 1 attached file$/)).toBeFocused()
  await expect(fileRow(page, 'Kick-off in Astana')).toContainText('Meeting')
  await expect(fileRow(page, 'Broken')).toContainText('Cannot be taken')
  expect(await notes()).toEqual(before)
  await page.getByRole('button', { name: '2 other files and folders stay out' }).click()
  await expect(page.getByRole('list', { name: /stay out$/ })).toHaveText('.obsidianLoose ends.txt')

  const stops = await tabThrough(page)
  expect(stops.filter(({ shown, inSight }) => !shown || !inSight).map(({ name }) => name)).toEqual([])

  // people are contacts, what was before 2023 stays out, a property gets its field
  await page.getByRole('combobox', { name: 'Files of “People” become' }).selectOption({ label: 'Contacts' })
  await expect(fileRow(page, 'Maria Novak')).toContainText('Contact')
  await page.getByRole('combobox', { name: 'Files of “2022” become' }).selectOption({ label: 'Leave out' })
  await expect(fileRow(page, 'Preparation')).toContainText('Left out')
  await page.getByRole('combobox', { name: 'Field for where' }).fill('Place')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Tag for files of “All files”' }).fill('#from the vault')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Tag for files of “All files”' })).toHaveValue('from-the-vault')
  await expect(importButton(page)).toHaveText('Import 3 records')
  expect(await accessibilityProblems(page)).toEqual([])

  await takeIn(page)
  await expect(result(page)).toHaveText('3 records came in from “Vault”')
  await expect(page.getByRole('list', { name: 'Could not be taken' })).toContainText('People/Broken.md')
  await expect(sectionLink(page, 'Meetings')).toHaveAccessibleName(`Meetings ${before.meetings + 1}`)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: /^Other files/ }).click()
  await expect(page.getByRole('list', { name: 'Other files' })).toContainText('Loose ends.txt')
  await page.getByRole('button', { name: /^New records/ }).click()
  await page.getByRole('grid', { name: 'New records' }).getByRole('row').filter({ hasText: 'Kick-off in Astana' }).click()
  await expect(titleOf(page)).toHaveValue('Kick-off in Astana')
  await expect(property(page, 'Place')).toHaveValue('Astana')
  await expect(textOf(page)).toContainText('Send the questionnaire')

  await page.goBack()
  // who looks for another source has lost nothing yet
  await page.getByRole('button', { name: 'Another source…' }).click()
  await app.answerDialog(() => chooseButton(page, 'Hub').click(), 'Hub')
  await expect(page.getByRole('alert')).toContainText(/workspace/)
  await page.reload()
  await expect(result(page)).toBeVisible()
  await page.getByRole('button', { name: 'Another source…' }).click()
  await page.getByRole('button', { name: 'Back to what came of “Vault”' }).click()
  await expect(page.getByRole('list', { name: 'Could not be taken' })).toContainText('People/Broken.md')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
  await expect(sectionLink(page, 'Meetings')).toHaveAccessibleName(`Meetings ${before.meetings}`)
  expect(await notes()).toEqual(before)
  // what was corrected is still there, and comes in again
  await expect(page.getByRole('combobox', { name: 'Files of “2022” become' })).toHaveValue('leaveOut')
  await takeIn(page)
  await expect(result(page)).toHaveText('3 records came in from “Vault”')
})

test('when a record was edited since, the others of the import are taken back and it stays', async ({ app, home }) => {
  const { page } = app
  await writeFiles(join(home, 'Notes'), {
    'Kept.md': 'It says more than [[Gone]].\n',
    'Gone.md': 'Nobody writes in it.\n',
    'Gone too.md': 'Nor in this one.\n',
  })
  await openImport(page)
  await chooseSource(app, 'Notes')
  await takeIn(page)
  await openByName(page, 'Kept')
  await property(page, 'Topic').fill('Written by me')
  await page.keyboard.press('Enter')
  await openImport(page)
  await page.getByRole('button', { name: 'Take it back' }).click()
  const question = page.getByRole('alertdialog', { name: '1 record was changed since' })
  await expect(question.getByRole('list', { name: 'Stays as it is' })).toContainText('“Kept”, changed last by')
  await expect(question).toContainText('In 1 record that stays there are links to what goes.')
  expect(await accessibilityProblems(page)).toEqual([])
  // nothing has happened yet, and it can be asked for again
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(result(page)).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await question.getByRole('button', { name: 'Take back the 2 others' }).click()
  await expect(page.getByText(/^The import was taken back, all but 1 record that was changed since/)).toBeVisible()
  await expect(toast(page, /^Undone: Imported 3 records from “Notes”, all but 1 that was changed since$/)).toBeVisible()
  await expect(fileRow(page, 'Gone too')).toContainText('New')

  await page.keyboard.press('Control+y')
  await expect(toast(page, /^Done again: Imported 3 records from “Notes”, all but 1 that was changed since$/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await openByName(page, 'Kept')
  await expect(property(page, 'Topic')).toHaveValue('Written by me')
  await goToSection(page, 'Trash')
  await expect(page.getByRole('main')).toContainText('Gone too')
  await expect(page.getByRole('main')).not.toContainText('Kept')
})

test('by keyboard alone a zip file is chosen, a row decided, and all taken in', async ({ app, home, host }) => {
  const { page, answerDialog } = app
  await writeZip(join(home, 'Vault.zip'), vault)
  await openImport(page)
  await expect(chooseButton(page, 'folder')).toBeFocused()
  if (host === 'browser') {
    await page.keyboard.press('Enter')
    const folders = page.getByRole('dialog').getByRole('listbox')
    await tabTo(page, folders)
    await expect(folders).toHaveAccessibleName(/^rapporteur-/)
    await expect(folders.getByRole('option', { name: 'Vault.zip' })).toBeVisible()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
  } else {
    await tabTo(page, chooseButton(page, 'Vault.zip'))
    await answerDialog(() => page.keyboard.press('Enter'), 'Vault.zip')
  }
  await expect(heading(page, /^An Obsidian vault/)).toBeFocused()
  // a ring around it would look like a field to type in
  await expect(heading(page, /^An Obsidian vault/)).toHaveCSS('box-shadow', 'none')
  await tabTo(page, grid(page))
  // letters narrow the table
  await page.keyboard.type('Start')
  await expect(page.getByRole('searchbox', { name: 'Filter files' })).toBeFocused()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Make a new record' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Leave the file out' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(fileRow(page, 'Start')).toContainText('Left out')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Escape')
  await expect(fileRow(page, 'Preparation')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, importButton(page))
  await page.keyboard.press('Enter')
  await expect(result(page)).toBeFocused()
  await expect(result(page)).toHaveText('3 records came in from “Vault.zip”')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('The import was taken back.')).toBeVisible()
})

test('what is decided of chosen rows and of all that are shown goes to these alone', async ({ app, home }) => {
  const { page } = app
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, number) => [
      `${['Plenary', 'Panel', 'Closing'][number % 3]}/Talk ${number}.md`,
      `Talk number ${number}.\n`,
    ]),
  )
  await writeFiles(join(home, 'Talks'), many)
  await openImport(page)
  await chooseSource(app, 'Talks')
  await expect(shownPill(page, 'New')).toHaveText('New120')
  await fileRow(page, 'Talk 101').getByRole('checkbox').check()
  await fileRow(page, 'Talk 107').click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 chosen', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Decide for 3 chosen' }).click()
  await page.getByRole('menuitem', { name: 'Leave the file out' }).click()
  await expect(shownPill(page, 'Left out')).toHaveText('Left out3')

  await page.getByRole('searchbox', { name: 'Filter files' }).fill('panel')
  await expect(page.getByText('40 files', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Decide for all 40 shown' }).click()
  await page.getByRole('menuitem', { name: 'Leave the file out' }).click()
  await expect(shownPill(page, 'Left out')).toHaveText('Left out43')
  await page.getByRole('searchbox', { name: 'Filter files' }).fill('')
  await shownPill(page, 'New').click()
  await expect(page.getByText('77 files', { exact: true })).toBeVisible()
  await expect(importButton(page)).toHaveText('Import 77 records')
})

test('a record that is here already is recognised, and the person says what becomes of it', async ({ app, home }) => {
  const { page } = app
  await writeFiles(join(home, 'Notes'), {
    'Slovenia.md': '---\ntopic: Integrity\n---\n\nWhat others wrote of it.\n',
    'New.md': 'Nothing like it is here.\n',
  })
  await openImport(page)
  await chooseSource(app, 'Notes')
  await expect(fileRow(page, 'Slovenia')).toContainText('“Slovenia”')
  await fileRow(page, 'Slovenia')
    .getByRole('button', { name: /: Slovenia/ })
    .click()
  await page.getByRole('menuitem', { name: 'Show “Slovenia”' }).click()
  await expect(titleOf(page)).toHaveValue('Slovenia')

  // coming back finds the table, and so does a window that is loaded again
  await page.goBack()
  await expect(fileRow(page, 'Slovenia')).toBeVisible()
  await fileRow(page, 'New').getByRole('button', { name: /: New/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Leave the file out' }).click()
  await expect(fileRow(page, 'New')).toContainText('Left out')
  await page.reload()
  await expect(fileRow(page, 'New')).toContainText('Left out')
  await goToSection(page, 'Today')
  await openImport(page)
  await expect(fileRow(page, 'New')).toContainText('Left out')
  await page.getByRole('button', { name: 'Another source…' }).click()
  await app.answerDialog(() => chooseButton(page, 'Hub').click(), 'Hub')
  await expect(page.getByRole('alert')).toContainText(/workspace/)
  await page.getByRole('button', { name: 'Back to “Notes”' }).click()
  await expect(fileRow(page, 'New')).toContainText('Left out')
})

test('what cannot be taken is told in whole sentences, nothing is changed, and the list is kept as a text', async ({ app, home }) => {
  const { page, answerDialog } = app
  await mkdir(join(home, 'Empty'))
  await openImport(page)
  await answerDialog(() => chooseButton(page, 'Empty').click(), 'Empty')
  await expect(page.getByText('There are no markdown files in here')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('main').getByRole('button', { name: 'Another source…' }).last().click()

  // the workspace itself is no source
  await answerDialog(() => chooseButton(page, 'Hub').click(), 'Hub')
  await expect(page.getByRole('alert')).toContainText(/workspace/)

  await writeFiles(join(home, 'Vault'), vault)
  await chooseSource(app, 'Vault')
  await rm(join(home, 'Vault'), { recursive: true })
  await importButton(page).click()
  await expect(page.getByRole('alert')).toContainText(/Nothing was imported/)
  await writeFiles(join(home, 'Vault'), vault)
  await takeIn(page)
  const { name, text } = await app.savedFile(() => page.getByRole('button', { name: 'Save as text…' }).click())
  expect(name).toBe('Left out when “Vault” was imported.txt')
  expect(text).toMatch(/^People\/Broken\.md: .+/m)
})

test('the import is found where one looks for it', async ({ start, workspace }) => {
  const { page } = await start({ workspace })
  await goToSection(page, 'Settings')
  await page.getByRole('button', { name: 'Import…' }).click()
  await expect(heading(page, 'Bring notes from elsewhere into this workspace')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]')).toHaveCount(0)
})

test('a folder that is dropped is read where the host sees it', async ({ app, home, host }) => {
  test.skip(host === 'browser', 'a page of a browser does not learn where a folder lies')
  const { page } = app
  await writeFiles(join(home, 'Vault'), vault)
  await openImport(page)
  const session = await page.context().newCDPSession(page)
  const dropAt = async (path: string) => {
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
  }
  // a script cannot pretend that the person dropped something
  await writeZip(join(home, 'Vault.zip'), vault)
  await page
    .getByRole('main')
    .evaluate((main) => main.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' })))
  await page.locator('#chosen').setInputFiles(join(home, 'Vault.zip'))
  await page.locator('#chosen').evaluate((input: HTMLInputElement) => {
    const data = new DataTransfer()
    for (const file of input.files ?? []) data.items.add(file)
    input.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
    input.remove()
  })
  await dropAt(join(home, 'Vault', 'Start.md'))
  await expect(page.getByRole('alert')).toContainText('“Start.md” is neither a folder nor a zip file.')
  await dropAt(join(home, 'Vault'))
  await expect(grid(page)).toBeVisible()
  await expect(toast(page, /./)).toHaveCount(0)
  await openByName(page, 'Slovenia')
})
