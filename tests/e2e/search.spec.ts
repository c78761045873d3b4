/** The palette: people and texts found while typing. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { expectSaved, goToSection, textOf, titleOf, writeNote } from '../support/e2e/steps-records.ts'

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search and commands' })
const hits = (page: Page): Locator => palette(page).getByRole('option')

async function search(page: Page, text: string): Promise<void> {
  if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').fill(text)
}

for (const [how, text] of [
  ['by the beginning of his name', 'Baim'],
  ['by his name in native script', 'Байменов'],
  ['by the words of his name in any order', 'baimenov ali'],
] as const) {
  test(`a person is found first ${how}, and opened with Enter`, async ({ app: { page } }) => {
    await search(page, text)
    await expect(hits(page).first()).toContainText('Alikhan Baimenov')
    await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true')
    await expect(palette(page).getByRole('status')).toHaveText(/^\d+ found in [\d.,]+ ms$/)
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeHidden()
    await expect(titleOf(page)).toHaveValue('Alikhan Baimenov')
  })
}

test('what is found is grouped by kind, with the words marked', async ({ app: { page } }) => {
  await search(page, 'kim pan')
  const people = palette(page).getByRole('group', { name: 'Contacts' })
  await expect(people.getByRole('option')).toHaveCount(1)
  await expect(people.locator('mark').filter({ hasText: /^Kim$/ }).first()).toBeVisible()
  await expect(people.locator('mark').filter({ hasText: /^Pan$/ }).first()).toBeVisible()
  // he is named in texts too
  await expect(palette(page).getByRole('group', { name: 'Meetings' }).getByRole('option').first()).toBeVisible()
  await expect(palette(page).getByRole('group', { name: 'Notes' }).getByRole('option')).toContainText('Republic of Korea')
  await page.keyboard.press('Tab')
  await expect(palette(page).getByRole('group', { name: 'Meetings' })).toBeHidden()
  await expect(people.getByRole('option')).toHaveCount(1)
})

test('a text that was just written is found', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'The ombudsman of Ruritania asked for the curriculum.')
  await search(page, 'ruritania')
  await expect(hits(page).first()).toContainText('Talk in Astana')
  await expect(hits(page).first().locator('mark')).toHaveText('Ruritania')
})

test('nothing found says so and offers what is near; a better word is found again', async ({ app: { page } }) => {
  await search(page, 'xyzzyq')
  await expect(palette(page).getByRole('status')).toHaveText('Nothing found')
  await expect(hits(page).filter({ hasText: 'New note “xyzzyq”' })).toBeVisible()
  await search(page, 'Kim Pan')
  await expect(hits(page).first()).toContainText('Pan Suk Kim')
  // Enter opens the person; it makes no record of the name
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue('Pan Suk Kim')
})

test('long and odd texts do no harm', async ({ app: { page } }) => {
  for (const text of ['x'.repeat(10_000), '(.*)+$[a-z]{1,99}\\', '"', '-', '🇰🇿 \u202E \u0000', '<img src=x onerror=alert(1)>']) {
    await search(page, text)
    await expect(palette(page).getByRole('status')).toHaveText(/^(?:Nothing found|\d+ commands?, no record|\d+ found in [\d.,]+ ms)$/)
    await expect(palette(page).getByRole('alert')).toHaveCount(0)
    await search(page, 'Facer')
    await expect(hits(page).first()).toContainText('Rex Facer')
  }
  await page.keyboard.press('Escape')
  await goToSection(page, 'Notes')
  await writeNote(page, 'Talk in Astana', 'Still here.')
  await expect(textOf(page)).toContainText('Still here.')
  await expectSaved(page)
})

test('a command is found and run', async ({ app: { page } }) => {
  await search(page, 'go to countries')
  const command = hits(page).filter({ hasText: /^Go to Countries/ })
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(command).toHaveAttribute('aria-selected', 'true', { timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Countries' })).toBeVisible()
})
