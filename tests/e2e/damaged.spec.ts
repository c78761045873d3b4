/** Workspaces that do not open: each screen says what is wrong and what can be done, and what it offers works. */
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, person } from '../support/e2e/fixtures.ts'
import { openByName, sectionLink, textOf, writeNote } from '../support/e2e/steps-records.ts'

const problem = (page: Page, title: string) => page.getByRole('region', { name: title })
const readOnlyBanner = (page: Page) => page.getByText('Read-only.', { exact: true })

test('damaged records are named, kept, and the last good copy is put in place', async ({ start, workspace }) => {
  const records = join(workspace, 'records.json')
  const before = await start({ workspace })
  await writeNote(before.page, 'Talk in Astana', 'Saved before the damage.')
  await writeNote(before.page, 'Talk in Almaty', 'Saved last.')
  await before.close()
  const good = await readFile(records)
  const half = good.subarray(0, good.length / 2)
  await writeFile(records, half)

  const { page } = await start({ workspace })
  const screen = problem(page, 'This workspace is damaged')
  await expect(screen.getByRole('alert')).toContainText(/damaged/)
  await expect(screen).toContainText(workspace)
  // nothing was begun anew, nothing was written
  expect(await readFile(records)).toEqual(half)
  await screen.getByRole('button', { name: 'Restore the last good copy' }).click()
  const question = page.getByRole('alertdialog', { name: 'Restore the last good copy?' })
  await question.getByRole('button', { name: 'Restore the last good copy' }).click()
  await expect(sectionLink(page, 'Contacts')).toHaveAccessibleName('Contacts 40')
  await openByName(page, 'Talk in Astana')
  await expect(textOf(page)).toContainText('Saved before the damage.')
  // the damaged bytes lie beside it
  const files = await readdir(workspace, { recursive: true })
  const kept = await Promise.all(
    files.filter((name) => /damaged/.test(name) && name.endsWith('.json')).map((name) => readFile(join(workspace, name))),
  )
  expect(kept.some((bytes) => bytes.equals(half))).toBe(true)
})

test('a workspace of a newer version opens for reading only, and stays as it is', async ({ start, workspace }) => {
  const manifest = join(workspace, 'workspace.json')
  const records = await readFile(join(workspace, 'records.json'))
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
  expect(await readFile(join(workspace, 'records.json'))).toEqual(records)
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
  for (const name of await readdir(workspace)) await chmod(join(workspace, name), 0o400)
  await chmod(workspace, 0o500)
  const { page } = await start({ workspace })
  const readOnly = page.getByRole('button', { name: 'Open read-only' })
  await expect(readOnly.or(readOnlyBanner(page))).toBeVisible()
  if (await readOnly.isVisible()) await readOnly.click()
  await expect(readOnlyBanner(page)).toBeVisible()
  await expect(page.getByText('The system does not allow writing to this folder.')).toBeVisible()
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await chmod(workspace, 0o700)
})
