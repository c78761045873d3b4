/** A record's history: seen beside it, compared in its place, gone back to, and kept over a restart. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, person, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, inspector, openByName, textOf, titleOf, toast, writeNote } from '../support/e2e/steps-records.ts'

const colleague = { name: 'Daniyar Karimov', device: 'Conference laptop' }
const first = 'The committee met in Astana and adopted its agenda.'
const title = 'Protocol of the committee'

const history = (page: Page) => inspector(page).getByRole('tabpanel', { name: 'History' })
const versions = (page: Page) => history(page).getByRole('link')
const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison of two versions' })

/** Two people write, so that there are two sittings whatever the clock says. */
async function writtenByTwo(page: Page): Promise<void> {
  await writeNote(page, title, first)
  await call(page, 'app.identify', colleague)
  await textOf(page).fill(first.replace('Astana', 'Tashkent'))
  await expectSaved(page)
}

async function openHistory(page: Page): Promise<void> {
  await inspector(page).getByRole('tab', { name: 'History' }).click()
  await expect(versions(page).first()).toBeVisible()
}

test('two sittings are seen, compared, restored, and the restored one undone', async ({ app }) => {
  const { page } = app
  await writtenByTwo(page)
  await openHistory(page)
  await expect(versions(page)).toHaveCount(2)
  await expect(versions(page).first()).toContainText('Present')
  await expect(versions(page).first()).toContainText(colleague.name)
  await expect(versions(page).first()).toContainText('1 word added, 1 word removed')
  await expect(versions(page).last()).toContainText('Written first')
  await expect(versions(page).last()).toContainText(person.name)

  await versions(page).first().click()
  await expect(comparison(page).getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(comparison(page).getByRole('insertion')).toContainText('Tashkent')
  await expect(comparison(page).getByRole('deletion')).toContainText('Astana')
  await expect(page.getByText('This is the present version.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restore this version' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Older version' }).click()
  await expect(page.getByText('No older version is kept')).toBeVisible()
  await page.getByRole('button', { name: 'Since then' }).click()
  await expect(comparison(page).getByRole('region', { name: 'Text' }).getByRole('deletion')).toContainText('Astana')
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await expect(titleOf(page)).toHaveValue(title)
  await expect(textOf(page)).toHaveText(first)
  await expect(versions(page)).toHaveCount(3)
  await expect(versions(page).first()).toContainText(/As it was at \d\d:\d\d/)

  await toast(page, /^Restored/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(textOf(page)).toContainText('Tashkent')
  await expect(versions(page)).toHaveCount(4)
})

test('an earlier version is read whole, without a mark', async ({ app }) => {
  const { page } = app
  await writtenByTwo(page)
  await openHistory(page)
  await versions(page).last().click()
  await page.getByRole('button', { name: 'Whole text' }).click()
  const whole = page.getByRole('region', { name: 'The version as it was' })
  await expect(whole.getByRole('region', { name: 'Text' })).toHaveText(`Text${first}`)
  await expect(whole.getByRole('insertion')).toHaveCount(0)
  await expect(whole.getByRole('deletion')).toHaveCount(0)
  expect(
    await whole.getByRole('region', { name: 'Text' }).evaluate((element) => {
      getSelection()?.selectAllChildren(element)
      return getSelection()?.toString()
    }),
  ).toContain(first)
  await page.getByRole('button', { name: 'This change' }).click()
  await expect(comparison(page).getByRole('insertion').first()).toBeVisible()
})

test('files are told in words; those added in one go are no versions of their own', async ({ app, home }) => {
  const { page } = app
  const paths = ['Hall plan.png', 'Red.jpg', 'Blue.jpg'].map((name) => join(home, name))
  for (const path of paths) await writeFile(path, `content of ${path}`)
  await writeNote(page, title, first)
  const files = inspector(page).getByRole('region', { name: 'Files' })
  await app.answerFiles(() => files.getByRole('button', { name: 'Add files' }).click(), paths)
  await expect(files.getByRole('button', { name: 'What to do with Blue.jpg' })).toBeVisible()
  await files.getByRole('button', { name: 'What to do with Red.jpg' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(files.getByRole('button', { name: 'What to do with Red.jpg' })).toHaveCount(0)
  await openHistory(page)
  await expect(versions(page)).toHaveCount(2)
  await expect(versions(page).first()).toContainText('Red.jpg removed')
  await versions(page).first().click()
  await expect(comparison(page).getByRole('deletion')).toHaveCount(1)
  await expect(comparison(page).getByRole('deletion')).toContainText('− Red.jpg')
  await expect(comparison(page)).toContainText('2 more as before')
  await expect(comparison(page)).not.toContainText(/sha256|mediaType|addedAt|\d{4}-\d{2}-\d{2}T|[0-9a-f]{64}/)
})

test('all of it goes by keyboard, with the palette', async ({ app }) => {
  const { page } = app
  await writtenByTwo(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('History of the record')
  await page.keyboard.press('Enter')
  await expect(versions(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(versions(page).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(comparison(page)).toContainText('Astana')
  await expect(versions(page).last()).toHaveAttribute('aria-current', 'page')
  // Escape goes back to the record, Back to the version
  await page.keyboard.press('Escape')
  await expect(titleOf(page)).toHaveValue(title)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(comparison(page)).toContainText('Astana')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Restore this version')
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toHaveText(first)
})

test('a title that was given away is asked about', async ({ app }) => {
  const { page } = app
  await writeNote(page, title, first)
  await titleOf(page).fill('Minutes of the committee')
  await titleOf(page).press('Enter')
  await expectSaved(page)
  const id = page.url().split('/').at(-1) ?? ''
  const { rev } = await call<{ rev: number }>(page, 'records.get', { id })
  await call(page, 'records.update', { kind: 'note', id, baseRev: rev, patch: { aliases: [] } })
  await call(page, 'records.create', { record: { kind: 'note', title } })
  await openHistory(page)
  await versions(page).last().click()
  await page.getByRole('button', { name: 'Restore this version' }).click()
  const asked = page.getByRole('alertdialog', { name: 'The title has been given away' })
  await expect(asked.getByRole('button', { name: new RegExp(`^Restore as “${title} \\(`) })).toBeVisible()
  await asked.getByRole('button', { name: 'Restore, keep “Minutes of the committee”' }).click()
  await expect(asked).toHaveCount(0)
  await expect(titleOf(page)).toHaveValue('Minutes of the committee')
})

test('a record in the trash shows its versions and restores none', async ({ app }) => {
  const { page } = app
  await writtenByTwo(page)
  const id = page.url().split('/').at(-1) ?? ''
  const { rev } = await call<{ rev: number }>(page, 'records.get', { id })
  await call(page, 'records.trash', { records: [{ id, baseRev: rev }] })
  await expect(page.getByRole('status').filter({ hasText: colleague.name })).toBeVisible()
  await openHistory(page)
  await versions(page).last().click()
  await expect(comparison(page)).toContainText('Astana')
  await expect(page.getByText('The record is in the trash.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restore this version' })).toHaveCount(0)
})

test('the history is there after a restart, at the same address', async ({ app, start, workspace }) => {
  await writtenByTwo(app.page)
  await app.close()
  const { page } = await start({ workspace })
  await openByName(page, title)
  await openHistory(page)
  await expect(versions(page)).toHaveCount(2)
  await versions(page).last().click()
  await expect(comparison(page)).toContainText('Astana')
  await page.reload()
  await expect(comparison(page)).toContainText('Astana')
  await expect(versions(page).last()).toHaveAttribute('aria-current', 'page')
})

test('how long versions are kept is set in the settings', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Settings' }).click()
  const all = page.getByRole('textbox', { name: 'Keep every version for so many days' })
  const daily = page.getByRole('textbox', { name: /^Then the last of each day/ })
  await expect(all).toHaveValue('30')
  await all.fill('some')
  await all.press('Enter')
  await expect(page.getByText(/A whole number of days/)).toBeVisible()
  await all.fill('400')
  await all.press('Enter')
  await expect(daily).toHaveValue('400')
  await daily.fill('100')
  await daily.press('Enter')
  await expect(page.getByText(/cannot be less than the 400 days/)).toBeVisible()
  await daily.fill('1000')
  await daily.press('Enter')
  await page.reload()
  await expect(all).toHaveValue('400')
  await expect(daily).toHaveValue('1000')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 1024, height: 640 },
  ]) {
    test(`a comparison can be read: ${colorScheme}, ${viewport.width} × ${viewport.height}`, async ({ start, workspace }) => {
      const { page } = await start({ workspace, colorScheme, viewport })
      await writtenByTwo(page)
      if (viewport.width === 1024) await page.getByRole('button', { name: 'Inspector' }).click()
      await openHistory(page)
      const beside = await new AxeBuilder({ page }).setLegacyMode(true).include('#inspector').analyze()
      expect(beside.violations).toEqual([])
      await versions(page).first().click()
      await expect(comparison(page).getByRole('insertion')).toBeVisible()
      if (viewport.width === 1024) await expect(inspector(page)).toHaveCount(0)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('#content').analyze()
      expect(violations).toEqual([])
    })
  }
}
