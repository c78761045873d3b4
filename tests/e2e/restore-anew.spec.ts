/** A workspace made anew from the backups of a second place: a lost computer, a folder that is gone, a copy beside. */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { settingsFolder, type Application } from '../support/e2e/application.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { identify } from '../support/e2e/steps-places.ts'
import { goToSection, openByName, sectionLink, tabTo, textOf, writeNote } from '../support/e2e/steps-records.ts'

const step = (page: Page) => page.getByRole('region', { name: 'Restore a workspace from a backup' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Restore a workspace from a backup' })
const restoreIn = (place: Locator) => place.getByRole('button', { name: 'Restore', exact: true })

/** Works in the workspace, and backs it up to a stick. */
async function onStick({ page, answerDialog }: Application, home: string): Promise<void> {
  await mkdir(join(home, 'Stick'))
  await writeNote(page, 'Talk in Astana', 'On the stick.')
  await goToSection(page, 'Settings')
  const backups = page.getByRole('region', { name: 'Backups' })
  await answerDialog(() => backups.getByRole('button', { name: 'Choose a second place…' }).click(), 'Stick')
  await expect(backups).toContainText(/The last backup arrived there/)
}

/** Everything but the stick is gone. */
async function loseComputer(home: string, workspace: string): Promise<void> {
  await rm(workspace, { recursive: true })
  await rm(settingsFolder(home), { recursive: true, force: true })
}

const chooseStick = ({ page, answerDialog }: Application, folder = 'Stick') =>
  answerDialog(() => page.getByRole('button', { name: /^Restore from a backup/ }).click(), folder)

async function expectRestored(page: Page): Promise<void> {
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('On the stick.')
}

test('a workspace of a lost computer is made anew at the first start', async ({ start, workspace, home }) => {
  const lost = await start({ workspace })
  await onStick(lost, home)
  await lost.close()
  await loseComputer(home, workspace)
  const [inside = ''] = await readdir(join(home, 'Stick'))
  const before = await readdir(join(home, 'Stick', inside), { recursive: true })

  const found = await start()
  const { page } = found
  await identify(page)
  await chooseStick(found)
  await expect(step(page).getByRole('button', { name: 'Backups: Change…' })).toBeFocused()
  await expect(step(page).getByRole('group', { name: 'Backups of Sample workspace' }).getByRole('radio').first()).toBeChecked()
  await expect(step(page)).toContainText(/40 contacts/)
  await expect(step(page)).toContainText(join(home, 'Sample workspace'))
  expect(await accessibilityProblems(page)).toEqual([])
  await restoreIn(step(page)).click()
  await expectRestored(page)
  expect(await readdir(join(home, 'Sample workspace'))).toContain('workspace.json')
  expect(await readdir(join(home, 'Stick', inside), { recursive: true })).toEqual(before)
  // it is a workspace like any other
  await writeNote(page, 'Talk in Almaty', 'After the loss.')
})

test('wrong folders and damaged copies are told, and nothing is made', async ({ start, workspace, home }) => {
  const lost = await start({ workspace })
  await onStick(lost, home)
  await lost.close()
  await loseComputer(home, workspace)
  await mkdir(join(home, 'Pictures'))
  const [inside = ''] = await readdir(join(home, 'Stick'))
  const store = join(home, 'Stick', inside, 'store')
  const names = (await readdir(store)).filter((name) => name.endsWith('.jsonl'))
  for (const name of names) {
    const bytes = await readFile(join(store, name))
    bytes.write('#', Math.floor(bytes.length / 2))
    await writeFile(join(store, name), bytes)
  }

  const found = await start()
  const { page, answerDialog } = found
  await identify(page)
  await chooseStick(found, 'Pictures')
  await expect(step(page).getByRole('alert')).toContainText('There are no backups in this folder.')
  await expect(restoreIn(step(page))).toBeDisabled()
  expect(await accessibilityProblems(page)).toEqual([])

  await answerDialog(() => step(page).getByRole('button', { name: 'Backups: Change…' }).click(), 'Stick')
  await expect(step(page).getByRole('alert')).toHaveCount(0)
  await restoreIn(step(page)).click()
  await expect(step(page).getByRole('alert')).toContainText('The backup is damaged.')
  await expect(step(page).getByRole('alert')).toContainText('Nothing was made')

  // a folder with something in it
  await writeFile(join(home, 'Pictures', 'Astana.png'), 'x')
  await answerDialog(() => step(page).getByRole('button', { name: 'New folder: Change…' }).click(), 'Pictures')
  await expect(step(page).getByRole('alert')).toContainText('This folder already holds other files.')
  await expect(restoreIn(step(page))).toBeDisabled()

  // copies are missing: the list alone restores nothing
  await rm(store, { recursive: true })
  await step(page).getByRole('button', { name: 'Back', exact: true }).click()
  await chooseStick(found)
  await expect(step(page).getByRole('alert')).toContainText('No backup in this folder is whole')
  expect(await readdir(home)).not.toContain('Sample workspace')
})

test('where a workspace is gone, a backup is offered', async ({ start, workspace, home }) => {
  const lost = await start({ workspace })
  await onStick(lost, home)
  await lost.close()
  await rename(workspace, join(home, 'Unplugged'))

  const { page, answerDialog } = await start({ workspace })
  const screen = page.getByRole('region', { name: 'The workspace is not there' })
  await screen.getByRole('button', { name: 'Restore from a backup…' }).click()
  await expect(dialog(page)).toBeVisible()
  await answerDialog(() => dialog(page).getByRole('button', { name: 'Backups: Choose…' }).click(), 'Stick')
  await expect(dialog(page).getByRole('radio').first()).toBeChecked()
  expect(await accessibilityProblems(page)).toEqual([])
  await restoreIn(dialog(page)).click()
  await expectRestored(page)
})

test('by keyboard a copy is made beside the open workspace, which stays as it is', async ({ app, workspace, home }) => {
  const { page, answerDialog } = app
  await onStick(app, home)
  await openByName(page, 'Talk in Astana')
  await textOf(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('Changed since.')
  await writeNote(page, 'Talk in Almaty', 'Made since.')
  await cp(join(workspace, 'workspace.json'), join(home, 'manifest-before.json'))

  await page.keyboard.press('Control+k')
  await page.keyboard.type('restore from')
  await expect(page.getByRole('option', { name: 'Restore from a backup folder…' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Backups: Choose…' })).toBeFocused()
  await answerDialog(() => page.keyboard.press('Enter'), 'Stick')
  await tabTo(page, dialog(page).getByRole('radio').first())
  await tabTo(page, restoreIn(dialog(page)))
  // what would be typed in the workspace that is left would be lost: it is never in reach again
  await page.evaluate(() => {
    const look = () => {
      const isOld = [...document.querySelectorAll('nav a')].some(({ textContent }) => textContent === 'Notes6')
      if (isOld && !document.querySelector('[role=dialog]')) document.documentElement.dataset['exposed'] = 'yes'
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await expect(page.locator('nav a', { hasText: /^Notes6$/ })).toHaveCount(1)
  await page.keyboard.press('Enter')

  await expect(dialog(page)).toBeHidden()
  await expect(page.locator('html')).not.toHaveAttribute('data-exposed')
  // the copy has taken the place of the open workspace, which has one note more
  await expect(sectionLink(page, 'Notes')).toHaveAccessibleName('Notes 5')
  await expectRestored(page)
  await goToSection(page, 'Notes')
  await expect(page.getByText('Talk in Almaty')).toHaveCount(0)
  await goToSection(page, 'Settings')
  await expect(page.getByText(join(home, 'Sample workspace'))).toBeVisible()
  // the same workspace by its id, with a history of its own
  const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as { id: string; lineage: string }
  const [copy, original] = [await read(join(home, 'Sample workspace', 'workspace.json')), await read(join(workspace, 'workspace.json'))]
  expect(copy.id).toBe(original.id)
  expect(copy.lineage).not.toBe(original.lineage)
  expect(original.lineage).toBe((await read(join(home, 'manifest-before.json'))).lineage)
})
