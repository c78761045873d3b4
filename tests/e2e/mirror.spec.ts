/** The mirror: switched on in the settings, written by itself, edited in its folder, away and there again. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { readFolder } from '../support/e2e/exported-folder.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import type { Application } from '../support/e2e/launch.ts'
import { goToSection, openByName, tabTo, textOf, toast, writeNote } from '../support/e2e/steps-records.ts'

const mirror = (page: Page) => page.getByRole('region', { name: 'Mirror', exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: /mirror/ })
const leftAlone = (page: Page) => mirror(page).getByRole('list', { name: /left alone$/ })

/** Into `Stick/<name of the workspace>` of the home; answers the folder. */
async function switchOn({ page, answerDialog }: Application, home: string, when?: string): Promise<string> {
  await mkdir(join(home, 'Stick'))
  await goToSection(page, 'Settings')
  await mirror(page).getByRole('button', { name: 'Switch on…' }).click()
  await answerDialog(
    () =>
      dialog(page)
        .getByRole('button', { name: /Choose a folder…$/ })
        .click(),
    'Stick',
  )
  if (when !== undefined) await dialog(page).getByRole('combobox', { name: 'When it is written' }).selectOption({ label: when })
  await dialog(page).getByRole('button', { name: 'Switch on', exact: true }).click()
  await expect(mirror(page).getByRole('status')).toContainText('The folder is equal to the workspace', { timeout: 30_000 })
  const [name = ''] = await readdir(join(home, 'Stick'))
  return join(home, 'Stick', name)
}

test('it is switched on, follows what is typed, and leaves its files when it is switched off', async ({ app, home }) => {
  const { page } = app
  await goToSection(page, 'Settings')
  await expect(mirror(page).getByRole('button', { name: 'Update now' })).toHaveCount(0)
  const folder = await switchOn(app, home)
  expect((await readFolder(folder)).size).toBeGreaterThan(20)
  await writeNote(page, 'Talk in Astana', 'Written at ten.')
  await expect
    .poll(() => readFile(join(folder, 'Notes', 'Talk in Astana.md'), 'utf8').catch(() => ''), { timeout: 20_000 })
    .toContain('Written at ten.')
  await goToSection(page, 'Settings')
  expect(await accessibilityProblems(page)).toEqual([])
  await mirror(page).getByRole('button', { name: 'Switch off' }).click()
  await expect(toast(page, /^The mirror is switched off/)).toBeVisible()
  await expect(mirror(page).getByRole('button', { name: 'Switch on…' })).toBeVisible()
  expect(await readdir(folder)).toContain('Notes')
})

test('what is edited in the folder is shown and taken in, what is removed is written again', async ({ app, home }) => {
  const { page } = app
  await writeNote(page, 'Talk in Astana', 'As it was.')
  await writeNote(page, 'Talk in Almaty', 'As it was there.')
  const folder = await switchOn(app, home)
  const file = join(folder, 'Notes', 'Talk in Astana.md')
  await writeFile(file, (await readFile(file, 'utf8')).replace('As it was.', 'As the folder has it.'))
  await rm(join(folder, 'Notes', 'Talk in Almaty.md'))
  await mirror(page).getByRole('button', { name: 'Update now' }).click()
  await expect(leftAlone(page).getByRole('listitem')).toHaveCount(2)
  const edited = leftAlone(page).getByRole('listitem').filter({ hasText: 'Talk in Astana' })
  await expect(edited).toContainText('Edited in the folder')
  await expect(page.getByRole('status').filter({ hasText: 'were changed there, and were left alone' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])

  await tabTo(page, edited.getByRole('button', { name: 'What differs in the file of “Talk in Astana”…' }))
  await page.keyboard.press('Enter')
  const differing = page.getByRole('dialog', { name: 'What was edited of “Talk in Astana”' })
  await expect(differing.getByRole('deletion')).toContainText('it was')
  await expect(differing.getByRole('insertion')).toContainText('the folder has it')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(edited.getByRole('button', { name: 'What differs in the file of “Talk in Astana”…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, differing.getByRole('button', { name: 'Take in' }))
  await page.keyboard.press('Enter')
  await expect(toast(page, /^Took in what was edited of 1 file/)).toBeVisible()
  await leftAlone(page).getByRole('button', { name: 'Write the file of “Talk in Almaty” again' }).click()
  await expect(leftAlone(page)).toHaveCount(0)
  expect(await readFile(join(folder, 'Notes', 'Talk in Almaty.md'), 'utf8')).toContain('As it was there.')
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('As the folder has it.')
})

test('what cannot be taken in is said, and set aside', async ({ app, home }) => {
  const { page } = app
  await writeNote(page, 'Talk in Astana', 'As it was.')
  const folder = await switchOn(app, home)
  const file = join(folder, 'Notes', 'Talk in Astana.md')
  await writeFile(file, 'Mine.')
  await mirror(page).getByRole('button', { name: 'Update now' }).click()
  await leftAlone(page).getByRole('button', { name: 'What differs in the file of “Talk in Astana”…' }).click()
  const differing = page.getByRole('dialog', { name: 'What was edited of “Talk in Astana”' })
  await expect(differing).toContainText('Its front matter does not say any more which record it is of.')
  await expect(differing.getByRole('button', { name: 'Take in' })).toBeDisabled()
  await differing.getByRole('button', { name: 'Set aside and write again' }).click()
  await expect(leftAlone(page)).toHaveCount(0)
  expect(await readFile(join(folder, 'Notes', 'Talk in Astana (edited).md'), 'utf8')).toBe('Mine.')
  expect(await readFile(file, 'utf8')).toContain('As it was.')
})

test('a folder that is away stops it and nothing else; it goes on where it was when the folder is there again', async ({ app, home }) => {
  const { page } = app
  const folder = await switchOn(app, home, 'When I update it')
  await rename(join(home, 'Stick'), join(home, 'Unplugged'))
  await writeNote(page, 'Talk in Astana', 'Without the stick.')
  await goToSection(page, 'Settings')
  await expect(mirror(page).getByRole('status')).toContainText('Changes are waiting to be written.')
  await mirror(page).getByRole('button', { name: 'Update now' }).click()
  await expect(mirror(page).getByRole('status')).toContainText('The mirror stands still. The mirror’s folder is not there')
  await expect(page.getByRole('button', { name: 'Close this notice' })).toBeVisible()
  expect(await readdir(home)).not.toContain('Stick')
  expect(await accessibilityProblems(page)).toEqual([])
  await rename(join(home, 'Unplugged'), join(home, 'Stick'))
  await mirror(page).getByRole('button', { name: 'Update now' }).click()
  await expect(mirror(page).getByRole('status')).toContainText('The folder is equal to the workspace')
  expect(await readFile(join(folder, 'Notes', 'Talk in Astana.md'), 'utf8')).toContain('Without the stick.')
})

test('it goes on when the application is opened again, and is worked by keyboard', async ({ app, start, home, workspace }) => {
  const folder = await switchOn(app, home)
  await app.close()
  const file = join(folder, 'Notes', (await readdir(join(folder, 'Notes')))[0] ?? '')
  await writeFile(file, 'Edited while it was closed.')
  const { page } = await start({ workspace })
  await goToSection(page, 'Settings')
  await expect(leftAlone(page).getByRole('listitem')).toHaveCount(1)
  await tabTo(page, leftAlone(page).getByRole('button', { name: /aside and write it again$/ }))
  await page.keyboard.press('Enter')
  await expect(leftAlone(page)).toHaveCount(0)
  await tabTo(page, mirror(page).getByRole('button', { name: 'Change options…' }))
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(mirror(page).getByRole('button', { name: 'Change options…' })).toBeFocused()
})
