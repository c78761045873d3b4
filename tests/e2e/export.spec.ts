/** Records as markdown from the interface: what is said before, what lies in the folder afterwards, and that it is always the same. */
import { execFile } from 'node:child_process'
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { runCli } from '../support/e2e/cli.ts'
import { brokenLinks, foreignProperties, readExport, readFolder } from '../support/e2e/exported-folder.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import type { Application } from '../support/e2e/launch.ts'
import { tabTo } from '../support/e2e/steps-keyboard.ts'
import {
  call,
  createByKeyboard,
  expectSaved,
  goToSection,
  inspector,
  openByName,
  property,
  textOf,
  toast,
} from '../support/e2e/steps-records.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Export .* as markdown$/ })
const preview = (page: Page) => dialog(page).getByRole('region', { name: 'What would be written' })
const what = (page: Page) => dialog(page).getByRole('combobox', { name: 'What leaves' })
const upTo = (page: Page) => dialog(page).getByRole('combobox', { name: 'Up to classification' })
const options = (page: Page) => dialog(page).getByRole('button', { name: /^Options/ })
const exportButton = (page: Page) => dialog(page).getByRole('button', { name: 'Export', exact: true })

interface Counts {
  readonly contacts: { readonly person: number; readonly organisation: number; readonly body: number }
  readonly countries: number
  readonly notes: number
  readonly meetings: number
  readonly studies: number
}

async function counts(page: Page): Promise<Readonly<Record<string, number>>> {
  const { contacts, countries, notes, meetings, studies } = await call<Counts>(page, 'list.counts', {})
  return {
    Contacts: contacts.person + contacts.organisation + contacts.body,
    Countries: countries,
    Notes: notes,
    Meetings: meetings,
    Studies: studies,
  }
}

const sum = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((all, number) => all + number, 0)

/** From the open dialog into `Exports/<name>` of the home; answers the folder. */
async function exportTo({ page, answerDialog }: Application, home: string, name: string): Promise<string> {
  await mkdir(join(home, 'Exports'), { recursive: true })
  await answerDialog(
    () =>
      dialog(page)
        .getByRole('button', { name: /(?:Choose folder|Change)…$/ })
        .click(),
    'Exports',
  )
  await dialog(page).getByLabel('Name of the export’s folder').fill(name)
  await exportButton(page).click()
  await expect(dialog(page).getByText(/^\d+ files? exported$/)).toBeVisible()
  return join(home, 'Exports', name)
}

async function everythingTo(app: Application, home: string, name: string): Promise<string> {
  const { page } = app
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog(page)).toBeVisible()
  if ((await what(page).count()) > 0) await what(page).selectOption('everything')
  return exportTo(app, home, name)
}

test('every record becomes a file that other programs understand', async ({ app, home, workspace }) => {
  const { page } = app
  await goToSection(page, 'Notes')
  await createByKeyboard(page, 'Что дальше? / «План»')
  await textOf(page).click()
  await page.keyboard.insertText('See [[Rex Facer]] and [[Steering Committee]].\n')
  await expectSaved(page)

  const folder = await everythingTo(app, home, 'Everything')
  const bytes = await readFolder(folder)
  const files = readExport(bytes)
  const expected = await counts(page)
  expect(
    Object.fromEntries(Object.keys(expected).map((name) => [name, files.filter(({ path }) => path.startsWith(`${name}/`)).length])),
  ).toEqual(expected)
  await expect(dialog(page).getByText(`${files.length} files exported`)).toBeVisible()
  await expect(dialog(page).getByText(`All ${files.length} records were read back and are the same.`)).toBeVisible()
  expect(brokenLinks(files)).toEqual([])
  expect(foreignProperties(files)).toEqual([])

  const own = files.find(({ path }) => path.startsWith('Notes/Что дальше'))
  expect(own?.path).not.toMatch(/[<>:"|?*\\]/)
  expect(own?.properties['title']).toBe('Что дальше? / «План»')
  expect(own?.body.trim()).toBe('See [[Rex Facer]] and [[Steering Committee]].')

  // the command line, beside the open window, writes the same bytes
  const { code, stderr } = await runCli(home, ['export', workspace, '--to', 'By command'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(await readFolder(join(home, 'By command'))).toEqual(bytes)
})

test('a second export gives the same bytes, after an edit changes that file alone, and keeps what was edited by hand', async ({
  app,
  home,
}) => {
  const { page } = app
  const folder = await everythingTo(app, home, 'Everything')
  const first = await readFolder(folder)
  await page.keyboard.press('Escape')
  // where the last one went is offered again
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog(page).getByText(/Exports$/)).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await readFolder(await everythingTo(app, home, 'Another'))).toEqual(first)
  await page.keyboard.press('Escape')

  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await property(page, 'Topic').fill('Honesty')
  await expectSaved(page)
  await everythingTo(app, home, 'Everything')
  await expect(dialog(page).getByText(`${first.size - 2} were already up to date.`)).toBeVisible()
  const second = await readFolder(folder)
  const changed = [...second].filter(([path, bytes]) => path.endsWith('.md') && !first.get(path)?.equals(bytes))
  expect(changed.map(([path]) => path)).toEqual([expect.stringMatching(/^Notes\/Slovenia/)])
  await page.keyboard.press('Escape')

  await appendFile(join(folder, 'Contacts', 'Rex Facer.md'), '\nMet in Astana.\n')
  await everythingTo(app, home, 'Everything')
  await expect(dialog(page).getByText(/1 file was changed by hand since the last export and is kept: .*Rex Facer/)).toBeVisible()
})

test('what an export would be is shown before, follows the options, and nothing is written', async ({ app, home }) => {
  const { page } = app
  const expected = await counts(page)
  await mkdir(join(home, 'Exports'))
  await page.keyboard.press('Control+Shift+e')
  await expect(preview(page)).toContainText(`${sum(expected)} files`)
  await expect(preview(page)).toContainText('Nothing is withheld.')
  for (const [name, count] of Object.entries(expected)) await expect(preview(page)).toContainText(`${name}${count}`)

  await dialog(page).getByRole('radio', { name: 'Plain markdown' }).check()
  await expect(preview(page)).toContainText(`The properties of ${sum(expected)} records become words`)
  await dialog(page).getByRole('radio', { name: 'Obsidian vault' }).check()
  await expect(preview(page)).not.toContainText('become words')

  await options(page).click()
  await dialog(page).getByRole('combobox', { name: 'Folders', exact: true }).selectOption('year')
  await expect(preview(page).getByRole('region', { name: 'Folders and files' })).toContainText('2019')
  await expect(dialog(page).getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(dialog(page).getByRole('group', { name: 'Format: custom, see the options' })).toBeVisible()
  await dialog(page).getByRole('combobox', { name: 'Folders and headings in' }).selectOption('ru')
  await expect(preview(page)).toContainText('Контакты')
  await dialog(page)
    .getByRole('checkbox', { name: /EXPORT\.md$/ })
    .check()
  await expect(preview(page)).toContainText(`${sum(expected) + 1} files`)

  // its level stands outside of what folds
  await options(page).click()
  await upTo(page).selectOption('public')
  await expect(preview(page)).toContainText('Nothing would be written: every record is classified higher.')
  await expect(preview(page)).toContainText(`${sum(expected)} records above Public are withheld.`)
  await app.answerDialog(() => dialog(page).getByRole('button', { name: 'Choose folder…' }).click(), 'Exports')
  await expect(exportButton(page)).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  expect(await readdir(join(home, 'Exports'))).toEqual([])
})

test('what is classified higher stays, is counted before and after, and the choice is remembered', async ({ app, home }) => {
  const { page } = app
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await page.getByRole('article').getByRole('combobox', { name: 'Classification' }).selectOption('confidential')
  await expectSaved(page)
  await goToSection(page, 'Today')
  await page.keyboard.press('Control+Shift+e')
  await expect(preview(page)).toContainText('Highest classification: Confidential')
  await upTo(page).selectOption('internal')
  await expect(preview(page)).toContainText('1 record above Internal is withheld.')
  await expect(preview(page)).toContainText('Passages that name a record above Internal will read [withheld].')
  await expect(preview(page)).toContainText('Highest classification: Internal')
  await dialog(page).getByRole('radio', { name: 'Plain markdown' }).check()
  await options(page).click()
  await dialog(page)
    .getByRole('checkbox', { name: /EXPORT\.md$/ })
    .check()
  const folder = await exportTo(app, home, 'Within')
  await expect(dialog(page)).toContainText('What was checked is written in the folder too')
  await expect(dialog(page)).toContainText('1 record above Internal is withheld.')
  await expect(dialog(page)).toContainText('Highest classification: Internal')
  await expect(dialog(page)).toContainText('records become words')
  await expect(dialog(page)).toContainText(/Title, text and links of \d+ documents were read back and stand as they were written\./)
  await expect(dialog(page)).not.toContainText('the same')
  const written = await readFolder(folder)
  expect([...written.keys()]).toContain('EXPORT.md')
  for (const [path, bytes] of written) {
    expect(path).not.toContain('prevention of corruption')
    expect(bytes.toString(), path).not.toContain('Slovenia: integrity')
  }

  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog(page).getByRole('radio', { name: 'Plain markdown' })).toBeChecked()
  await expect(upTo(page)).toHaveValue('internal')
})

test('a record, a country’s file, chosen rows, a list and what was found are exported from where they are', async ({ app, home }) => {
  const { page } = app
  await openByName(page, 'Slovenia')
  await page.keyboard.press('Control+Shift+e')
  await expect(what(page)).toHaveValue('record')
  const one = await readFolder(await exportTo(app, home, 'One'))
  expect([...one.keys()].filter((path) => path.endsWith('.md'))).toEqual(['Countries/Slovenia.md'])
  await page.keyboard.press('Escape')

  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.click()
  await page.getByRole('menuitem', { name: 'Export this country’s file…' }).click()
  await expect(what(page)).toHaveValue('country')
  const file = readExport(await readFolder(await exportTo(app, home, 'File')))
  expect(file.map(({ name }) => name)).toEqual(expect.arrayContaining(['Slovenia', 'Robert Schumi']))
  expect(file.map(({ name }) => name)).not.toContain('Rex Facer')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(more).toBeFocused()

  await goToSection(page, 'Studies')
  const { Studies = 0 } = await counts(page)
  await page.getByRole('button', { name: 'More about studies' }).click()
  await page.getByRole('menuitem', { name: 'Export this list…' }).click()
  await expect(what(page)).toHaveValue('list')
  await expect(preview(page)).toContainText(`${Studies} files`)
  await page.keyboard.press('Escape')
  await page.getByRole('listbox', { name: 'Studies' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 chosen')).toBeVisible()
  await page.keyboard.press('Control+Shift+e')
  await expect(what(page)).toHaveValue('records')
  await expect(preview(page)).toContainText('2 files')
  const chosen = readExport(await readFolder(await exportTo(app, home, 'Chosen')))
  expect(chosen.map(({ path }) => path.split('/')[0])).toEqual(['Studies', 'Studies'])
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Shift+f')
  await page.getByRole('searchbox', { name: 'Search in everything' }).fill('kind:study')
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option')).toHaveCount(Studies)
  await page.keyboard.press('Control+Shift+e')
  await expect(what(page)).toHaveValue('search')
  await expect(preview(page)).toContainText(`${Studies} files`)
})

test('everything about an export is told by the keys alone', async ({ app: { page } }) => {
  await openByName(page, 'Slovenia')
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog(page).getByRole('button', { name: 'Choose folder…' })).toBeFocused()
  await tabTo(page, 'radio', 'Obsidian vault', 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect(dialog(page).getByRole('radio', { name: 'Plain markdown' })).toBeChecked()
  await tabTo(page, 'combobox', 'What leaves', 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(dialog(page)).toHaveAccessibleName('Export the country’s file as markdown')
  await tabTo(page, 'combobox', 'Up to classification')
  await page.keyboard.press('Home')
  await expect(upTo(page)).toHaveValue('public')
  await expect(preview(page)).toContainText('every record is classified higher')
  await tabTo(page, 'button', /^Options/)
  await page.keyboard.press('Enter')
  await tabTo(page, 'combobox', 'Folders')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'checkbox', /EXPORT\.md$/)
  await page.keyboard.press('Space')
  await expect(dialog(page).getByRole('group', { name: 'Format: custom, see the options' })).toBeVisible()
  // what scrolls is reached too, and one comes out below it
  await tabTo(page, 'region', 'Folders and files')
  await tabTo(page, 'textbox', 'Name of the export’s folder')
})

test('a folder that holds other things is refused, nothing is written to it, and another name is given', async ({ app, home }) => {
  const { page } = app
  await mkdir(join(home, 'Exports', 'Photographs', 'Summer'), { recursive: true })
  await page.keyboard.press('Control+Shift+e')
  await app.answerDialog(() => dialog(page).getByRole('button', { name: 'Choose folder…' }).click(), 'Exports')
  await dialog(page).getByLabel('Name of the export’s folder').fill('Photographs')
  await exportButton(page).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing was written.')
  await expect(dialog(page).getByRole('alert')).toContainText('The folder cannot be used for an export.')
  expect([...(await readFolder(join(home, 'Exports'))).keys()]).toEqual([])

  // folder, name and options are still there; by keyboard alone from here
  const again = dialog(page).getByRole('button', { name: 'Export again' })
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  const name = dialog(page).getByLabel('Name of the export’s folder')
  await expect(name).toHaveValue('Photographs')
  await expect(name).toBeFocused()
  await expect(dialog(page).getByText(/Exports$/)).toBeVisible()
  await name.fill('Records')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/^\d+ files exported$/)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Close' }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(toast(page, /finished/)).toHaveCount(0)
})

/** The content of the only file in the workspace reads no further until somebody writes into it. */
async function blockContent(workspace: string): Promise<string> {
  const names = await readdir(join(workspace, 'attachments'), { recursive: true })
  const name = names.find((each) => /[0-9a-f]{64}$/.test(each)) ?? ''
  const path = join(workspace, 'attachments', name)
  await rm(path)
  await promisify(execFile)('mkfifo', [path])
  return path
}

test('an export goes on without its dialog, and one that is stopped says that nothing was written', async ({ app, home, workspace }) => {
  test.skip(process.platform === 'win32', 'there are no named pipes')
  const { page } = app
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  const file = join(home, 'Letter.txt')
  await writeFile(file, 'Kept as it is.')
  await app.answerFiles(() => inspector(page).getByRole('button', { name: 'Add files' }).click(), [file])
  await expect(inspector(page).getByRole('button', { name: 'What to do with Letter.txt' })).toBeVisible()
  await expectSaved(page)
  const content = await blockContent(workspace)

  await mkdir(join(home, 'Exports'))
  await page.keyboard.press('Control+Shift+e')
  await what(page).selectOption('everything')
  await app.answerDialog(() => dialog(page).getByRole('button', { name: 'Choose folder…' }).click(), 'Exports')
  await exportButton(page).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Writing the files')
  await expect(dialog(page).getByText(/^\d+ of \d+ records, \d+ a second$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  // the way back to it
  await page.keyboard.press('Control+Shift+e')
  await expect(dialog(page)).toHaveAccessibleName('Export everything as markdown')
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Stopping' })).toBeVisible()
  // who read it may have given up by then
  await writeFile(content, 'Not what it was.').catch((error: NodeJS.ErrnoException) => expect(error.code).toBe('EPIPE'))
  await expect(dialog(page).getByRole('alert')).toContainText('The export was stopped. Nothing was written.')
  await expect(dialog(page).getByRole('button', { name: 'Export again' })).toBeFocused()
  expect(await readdir(join(home, 'Exports'))).toEqual([])
})
