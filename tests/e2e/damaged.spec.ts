/** Workspaces that do not open: each screen says what is wrong and what can be done, and what it offers works. */
import { appendFile, chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Application } from '../support/e2e/application.ts'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test, person } from '../support/e2e/fixtures.ts'
import { inspector, openByName, sectionLink, textOf, writeNote } from '../support/e2e/steps-records.ts'

const problem = (page: Page, title: string) => page.getByRole('region', { name: title })
const readOnlyBanner = (page: Page) => page.getByText('Read-only.', { exact: true })

/** The file that is written to. */
async function segmentOf(workspace: string): Promise<string> {
  const names = (await readdir(join(workspace, 'segments'))).filter((name) => name.endsWith('.jsonl'))
  return join(workspace, 'segments', names.toSorted().at(-1) ?? '')
}

/** Changes a letter inside the text of a record that was saved. What is derived goes, so that opening reads everything. */
async function damage(workspace: string, from: string, to: string): Promise<Buffer> {
  const path = await segmentOf(workspace)
  const text = await readFile(path, 'latin1')
  expect(text).toContain(from)
  await writeFile(path, text.replaceAll(from, to), 'latin1')
  await rm(join(workspace, 'derived'), { recursive: true, force: true })
  return readFile(path)
}

async function withTwoTalks(start: (options: { workspace: string }) => Promise<Application>, workspace: string): Promise<void> {
  const before = await start({ workspace })
  await writeNote(before.page, 'Talk in Astana', 'Saved before the damage.')
  await writeNote(before.page, 'Talk in Almaty', 'Saved last.')
  await before.close()
}

test('damage is told with the records it touches, and a backup is put in place', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  const bad = await damage(workspace, 'Saved before the damage.', 'Saved bef0re the damage.')

  const { page } = await start({ workspace })
  const screen = problem(page, 'This workspace is damaged')
  await expect(screen.getByRole('alert')).toContainText(/damaged|No record is lost/)
  await expect(screen).toContainText(workspace)
  await expect(screen.getByRole('list', { name: /[Tt]ouched/ })).toContainText('Talk in Astana')
  await expect(screen.getByRole('list', { name: /[Tt]ouched/ })).not.toContainText('Talk in Almaty')
  // the backup has it: a rescue takes it from there
  await expect(screen.getByRole('alert')).toContainText('No record is lost.')
  await expect(screen.getByRole('alert')).not.toContainText('.jsonl')
  // nothing was begun anew, nothing was written
  expect(await readFile(await segmentOf(workspace))).toEqual(bad)
  expect(await accessibilityProblems(page)).toEqual([])

  await screen.getByRole('button', { name: 'Restore a backup…' }).click()
  const choice = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(choice.getByRole('radio').first()).toBeChecked()
  expect(await accessibilityProblems(page)).toEqual([])
  await choice.getByRole('button', { name: 'Restore this backup' }).click()
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
  const told = page.getByRole('status').filter({ hasText: 'A backup was put in place.' })
  await expect(told).toContainText(/It is of .*, with \d+ records\./)
  await expect(told).toContainText('set-aside')
  // the last backup was made when the workspace was closed
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('Saved before the damage.')
  // the damaged bytes lie beside it
  const aside = join(workspace, 'set-aside')
  const kept = (await readdir(aside, { recursive: true })).filter((name) => name.endsWith('.jsonl'))
  const bytes = await Promise.all(kept.map((name) => readFile(join(aside, name))))
  expect(bytes.some((one) => one.equals(bad))).toBe(true)
})

test('what is readable of a damaged workspace is rescued, and the records that are lost are named', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await damage(workspace, 'Saved before the damage.', 'Saved bef0re the damage.')
  // they would have the state that was last saved
  await rm(join(workspace, 'backups', 'store'), { recursive: true, force: true })
  const { page } = await start({ workspace })
  const screen = problem(page, 'This workspace is damaged')
  await expect(screen.getByRole('list', { name: /[Tt]ouched/ })).toContainText('Talk in Astana')
  await screen.getByRole('button', { name: 'Rescue what is readable' }).click()
  const question = page.getByRole('alertdialog', { name: 'Rescue what is readable?' })
  await question.getByRole('button', { name: 'Rescue what is readable' }).click()
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
  const told = page.getByRole('status').filter({ hasText: 'What could be read was rescued.' })
  await expect(told).toContainText('“Talk in Astana”')
  await expect(told).toContainText('set-aside')
  await openByName(page, 'Talk in Almaty')
  await expect(textOf(page)).toContainText('Saved last.')
  await told.getByRole('button', { name: 'Close this notice' }).click()
  await expect(told).toBeHidden()
})

test('where nothing can be read, a backup is offered first, and nothing that needs records', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await rm(await segmentOf(workspace))
  await rm(join(workspace, 'derived'), { recursive: true, force: true })
  // a rescue would take from them
  await rm(join(workspace, 'backups', 'store'), { recursive: true, force: true })
  const { page } = await start({ workspace })
  const screen = problem(page, 'Nothing in this workspace can be read')
  await expect(screen.getByRole('heading')).toBeFocused()
  await expect(screen.getByRole('button').first()).toHaveText('Restore a backup…')
  await expect(screen.getByRole('button', { name: 'Open read-only' })).toHaveCount(0)
  await expect(screen.getByRole('button', { name: 'Rescue what is readable' })).toHaveCount(0)
})

test('where only the description of the workspace is damaged, no record is lost and the screen says so', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await writeFile(join(workspace, 'workspace.json'), 'x')
  const { page } = await start({ workspace })
  const screen = problem(page, 'This workspace is damaged')
  await expect(screen.getByRole('alert')).toContainText(/^No record is lost\./)
  await expect(screen.getByRole('button').first()).toHaveText('Rescue what is readable')
  await screen.getByRole('button', { name: 'Rescue what is readable' }).click()
  const question = page.getByRole('alertdialog', { name: 'Rescue what is readable?' })
  await expect(question).toContainText('All records are kept as they were last saved.')
  await question.getByRole('button', { name: 'Rescue what is readable' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'What could be read was rescued.' })).toContainText(
    'No record was lost or set back.',
  )
})

test('from a damaged workspace that is read the way leads back to its rescue', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await damage(workspace, 'Saved before the damage.', 'Saved bef0re the damage.')
  const { page } = await start({ workspace })
  await problem(page, 'This workspace is damaged').getByRole('button', { name: 'Open read-only' }).click()
  await page.getByRole('button', { name: 'Rescue or restore…' }).click()
  await expect(problem(page, 'This workspace is damaged').getByRole('button', { name: 'Rescue what is readable' })).toBeVisible()
})

test('what is readable of a damaged workspace can be exported at once', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await damage(workspace, 'Saved before the damage.', 'Saved bef0re the damage.')
  const { page } = await start({ workspace })
  await problem(page, 'This workspace is damaged').getByRole('button', { name: 'Export what is readable…' }).click()
  await expect(page.getByRole('dialog', { name: 'Export everything as markdown' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(readOnlyBanner(page)).toBeVisible()
  await expect(page.getByText('Touched: Talk in Astana.')).toBeVisible()
  await openByName(page, 'Talk in Almaty')
  await expect(page.getByRole('article', { name: 'Text' })).toContainText('Saved last.')
})

test('the end of a write that never came to its end is cut off and told', async ({ start, workspace }) => {
  await withTwoTalks(start, workspace)
  await appendFile(await segmentOf(workspace), '{"frame":"P. 00000')
  const { page } = await start({ workspace })
  const told = page.getByRole('status').filter({ hasText: 'The last write had not come to its end.' })
  await expect(told).toBeVisible()
  // the page below comes after the message
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await openByName(page, 'Talk in Almaty')
  await expect(textOf(page)).toContainText('Saved last.')
})

test('a workspace of a newer version opens for reading only, and stays as it is', async ({ start, workspace }) => {
  const manifest = join(workspace, 'workspace.json')
  const segment = await segmentOf(workspace)
  const records = await readFile(segment)
  const written = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>
  expect(typeof written['schemaVersion']).toBe('number')
  const newer = JSON.stringify({ ...written, schemaVersion: 999 })
  await writeFile(manifest, newer)

  const { page } = await start({ workspace })
  const readOnly = problem(page, 'This workspace needs a newer Rapporteur').getByRole('button', { name: 'Open read-only' })
  await expect(readOnly.or(readOnlyBanner(page))).toBeVisible()
  if (await readOnly.isVisible()) await readOnly.click()
  await expect(readOnlyBanner(page)).toBeVisible()
  await expect(page.getByText('This workspace was written by a newer version of Rapporteur.')).toBeVisible()
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await expect(page.getByRole('article', { name: 'Text' })).toContainText('Commission for the Prevention of Corruption')
  await expect(textOf(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'New note' })).toHaveCount(0)
  expect(await readFile(manifest, 'utf8')).toBe(newer)
  expect(await readFile(segment)).toEqual(records)
})

test('a workspace that is open elsewhere says who has it, and opens once it is free', async ({ app, start, workspace, home }) => {
  // a colleague's program on the same folder
  const second = await start({ workspace, home: join(home, 'Colleague') })
  const screen = problem(second.page, 'This workspace is open elsewhere')
  await expect(screen.getByRole('alert')).toContainText(`${person.name}, ${person.device}`)
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect(screen.getByRole('alert')).toContainText(`${person.name}, ${person.device}`)
  await app.close()
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect(screen).toBeHidden()
  // the colleague has not said who they are
  await second.page.getByLabel('Your name').fill('Dana Serik')
  await second.page.getByRole('button', { name: 'Continue' }).click()
  await expect(sectionLink(second.page, 'Contacts')).toHaveAccessibleName('Contacts 40')
})

test('a folder that is gone is missed, and opens when it is back', async ({ start, workspace }) => {
  await rename(workspace, `${workspace} elsewhere`)
  const { page } = await start({ workspace })
  const screen = problem(page, 'The workspace is not there')
  await expect(screen).toContainText(workspace)
  await expect(screen.getByRole('alert')).toContainText('The folder, file or disk is gone.')
  await rename(`${workspace} elsewhere`, workspace)
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
})

test('from a workspace that does not open the way leads to another', async ({ start, workspace, home }) => {
  await rename(workspace, join(home, 'Moved'))
  const { page, answerDialog } = await start({ workspace })
  await problem(page, 'The workspace is not there').getByRole('button', { name: 'Choose another workspace' }).click()
  await answerDialog(() => page.getByRole('button', { name: /^Open a workspace/ }).click(), 'Moved')
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
})

test('a folder that cannot be written to is read and says so', async ({ start, workspace }) => {
  test.skip(process.getuid?.() === 0, 'to root nothing is read-only')
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true })
  for (const entry of entries) if (entry.isFile()) await chmod(join(entry.parentPath, entry.name), 0o400)
  const folders = [workspace, ...entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))]
  for (const folder of folders) await chmod(folder, 0o500)
  const { page } = await start({ workspace })
  const readOnly = page.getByRole('button', { name: 'Open read-only' })
  await expect(readOnly.or(readOnlyBanner(page))).toBeVisible()
  if (await readOnly.isVisible()) await readOnly.click()
  await expect(readOnlyBanner(page)).toBeVisible()
  await expect(page.getByText('The system does not allow writing to this folder.')).toBeVisible()
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  for (const folder of folders) await chmod(folder, 0o700)
})

test('a record that turns out to be damaged while the workspace is open leads to its older versions', async ({ start, workspace }) => {
  const before = await start({ workspace })
  await writeNote(before.page, 'Talk in Astana', 'Saved before the damage.')
  await before.close()
  const path = await segmentOf(workspace)
  const text = await readFile(path, 'latin1')
  await writeFile(path, text.replaceAll('Saved before the damage.', 'Saved bef0re the damage.'), 'latin1')
  const { page } = await start({ workspace })
  // the search finds it by its name
  await expect(sectionLink(page, 'Notes')).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('combobox').fill('Talk in Astana')
  await palette
    .getByRole('option', { name: /^Talk in Astana/ })
    .first()
    .click()
  await expect(page.getByText('The text of “Talk in Astana” cannot be read')).toBeVisible()
  await page.getByRole('button', { name: 'Show older versions' }).click()
  await expect(page.getByRole('region', { name: 'History' }).getByRole('link').first()).toBeFocused()
})

test('a record that cannot be read stands with its reason among those that link to another', async ({ app: { page }, workspace }) => {
  await writeNote(page, 'Talk in Almaty', 'Ask [[Alikhan Baimenov]] first.')
  await writeNote(page, 'Talk in Astana', 'Ask [[Alikhan Baimenov]] again tomorrow.')
  const path = await segmentOf(workspace)
  const text = await readFile(path, 'latin1')
  await writeFile(path, text.replaceAll('again tomorrow.', 'again tom0rrow.'), 'latin1')
  await openByName(page, 'Alikhan Baimenov')
  await inspector(page).getByRole('tab', { name: 'Links' }).click()
  const linking = (title: string) => inspector(page).getByRole('listitem').filter({ hasText: title })
  await expect(linking('Talk in Astana')).toContainText('Damaged on the disk: its text cannot be read.')
  await expect(linking('Talk in Almaty')).toContainText('Ask Alikhan Baimenov first.')
})
