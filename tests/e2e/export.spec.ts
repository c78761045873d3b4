/** Everything as markdown from the interface: what lies in the folder afterwards, and that it is always the same. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { runCli } from '../support/e2e/cli.ts'
import { brokenLinks, foreignProperties, readExport, readFolder } from '../support/e2e/exported-folder.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import type { Application } from '../support/e2e/launch.ts'
import { call, createByKeyboard, expectSaved, goToSection, openByName, property, textOf } from '../support/e2e/steps-records.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export everything as markdown' })

interface Counts {
  readonly contacts: { readonly person: number; readonly organisation: number; readonly body: number }
  readonly countries: number
  readonly notes: number
  readonly meetings: number
  readonly studies: number
}

/** Exports into `Exports/<name>` of the home, and answers the folder. */
async function exportTo({ page, answerDialog }: Application, home: string, name: string): Promise<string> {
  await mkdir(join(home, 'Exports'), { recursive: true })
  await page.keyboard.press('Control+Shift+e')
  await answerDialog(
    () =>
      dialog(page)
        .getByRole('button', { name: /^(?:Choose folder|Change)…$/ })
        .click(),
    'Exports',
  )
  await dialog(page).getByLabel('Name of the export’s folder').fill(name)
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page).getByText(/^\d+ files exported$/)).toBeVisible()
  return join(home, 'Exports', name)
}

test('every record becomes a file that other programs understand', async ({ app, home, workspace }) => {
  const { page } = app
  await goToSection(page, 'Notes')
  await createByKeyboard(page, 'Что дальше? / «План»')
  await textOf(page).click()
  await page.keyboard.insertText('See [[Rex Facer]] and [[Steering Committee]].\n')
  await expectSaved(page)

  const folder = await exportTo(app, home, 'Everything')
  const bytes = await readFolder(folder)
  const files = readExport(bytes)
  const counts = await call<Counts>(page, 'list.counts', {})
  const inFolder = (name: string) => files.filter(({ path }) => path.startsWith(`${name}/`)).length
  expect({
    Contacts: inFolder('Contacts'),
    Countries: inFolder('Countries'),
    Notes: inFolder('Notes'),
    Meetings: inFolder('Meetings'),
    Studies: inFolder('Studies'),
  }).toEqual({
    Contacts: counts.contacts.person + counts.contacts.organisation + counts.contacts.body,
    Countries: counts.countries,
    Notes: counts.notes,
    Meetings: counts.meetings,
    Studies: counts.studies,
  })
  await expect(dialog(page).getByText(`${files.length} files exported`)).toBeVisible()
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

test('a second export gives the same bytes, and after an edit changes that file alone', async ({ app, home }) => {
  const { page } = app
  const folder = await exportTo(app, home, 'Everything')
  const first = await readFolder(folder)
  await page.keyboard.press('Escape')
  expect(await readFolder(await exportTo(app, home, 'Another'))).toEqual(first)
  await page.keyboard.press('Escape')

  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await property(page, 'Topic').fill('Honesty')
  await expectSaved(page)
  await exportTo(app, home, 'Everything')
  await expect(dialog(page).getByText(`${first.size - 2} were already up to date.`)).toBeVisible()
  const second = await readFolder(folder)
  const changed = [...second].filter(([path, bytes]) => path.endsWith('.md') && !first.get(path)?.equals(bytes))
  expect(changed.map(([path]) => path)).toEqual([expect.stringMatching(/^Notes\/Slovenia/)])
})

test('a folder that holds other things is refused, nothing is written to it, and another name is given', async ({ app, home }) => {
  const { page } = app
  await mkdir(join(home, 'Exports', 'Photographs', 'Summer'), { recursive: true })
  await page.keyboard.press('Control+Shift+e')
  await app.answerDialog(() => dialog(page).getByRole('button', { name: 'Choose folder…' }).click(), 'Exports')
  await dialog(page).getByLabel('Name of the export’s folder').fill('Photographs')
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page).getByText(/The folder already holds other files\. Nothing was written/)).toBeVisible()
  expect([...(await readFolder(join(home, 'Exports'))).keys()]).toEqual([])

  // folder and name are still there; by keyboard alone from here
  const again = dialog(page).getByRole('button', { name: 'Export again' })
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  const name = dialog(page).getByLabel('Name of the export’s folder')
  await expect(name).toHaveValue('Photographs')
  await expect(dialog(page).getByText(/Exports$/)).toBeVisible()
  await name.fill('Records')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/^\d+ files exported$/)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Close' }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
})
