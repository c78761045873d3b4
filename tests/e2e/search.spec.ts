/** The palette: people and texts found while typing. */
import type { Locator, Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
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

for (const [spelling, text, first] of [
  ['another romanisation', 'Bajmenov', 'Alikhan Baimenov'],
  ['diacritics', 'Bäymenov', 'Alikhan Baimenov'],
  // the sample has him with a Cyrillic с, as his name stands in its source
  ['letters of two alphabets', 'Djacta', 'Larbi Dj'],
] as const) {
  test(`a name is found in every spelling: ${spelling}`, async ({ app: { page } }) => {
    await search(page, text)
    await expect(hits(page).first()).toContainText(first)
    await expect(hits(page).first().locator('mark').first()).toBeVisible()
    await expect(palette(page).getByText('Nothing was found for')).toHaveCount(0)
  })
}

for (const [how, text, said, offered] of [
  ['on another keyboard layout', ',fqvtyjd', 'Nothing was found for “,fqvtyjd”; shown, as on another keyboard: Байменов', 0],
  ['on a Russian keyboard', 'Ифшьутщм', 'Nothing was found for “Ифшьутщм”; shown, as on another keyboard: Baimenov', 0],
  ['with a slip of the finger', 'Baimemov', 'Nothing was found for “Baimemov”; shown: Baimenov', 1],
] as const) {
  test(`what was typed ${how} is found, and that is said`, async ({ app: { page } }) => {
    await search(page, text)
    await expect(palette(page).getByText(said, { exact: true })).toBeVisible()
    await expect(hits(page).first()).toContainText('Alikhan Baimenov')
    // letters of another layout are nobody's name
    await expect(hits(page).filter({ hasText: /^New contact/ })).toHaveCount(offered)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(titleOf(page)).toHaveValue('Alikhan Baimenov')
  })
}

test('Enter opens the best hit, wherever the pointer rests', async ({ app: { page } }) => {
  await search(page, 'Kim')
  await expect(palette(page).getByRole('status')).toHaveText(/^\d+ found/)
  const second = hits(page).nth(1)
  // the first that is heard of a pointer says where it rests
  await second.hover({ position: { x: 40, y: 8 } })
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true')
  await second.hover({ position: { x: 60, y: 12 } })
  await expect(second).toHaveAttribute('aria-selected', 'true')
})

test('in the palette values are completed, and Enter still opens the best hit', async ({ app: { page } }) => {
  await search(page, '')
  await page.keyboard.type('baimenov kind:con')
  const offer = palette(page).getByRole('group', { name: 'Operators and values' })
  await expect(offer.getByRole('button', { name: /^contact/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(palette(page).getByRole('combobox')).toHaveValue('baimenov kind:contact ')
  await expect(offer).toHaveCount(0)
  await expect(hits(page).first()).toContainText('Alikhan Baimenov')
  // a query is nobody's name
  await expect(hits(page).filter({ hasText: /^New contact/ })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue('Alikhan Baimenov')
})

test('what the palette offers to complete can be told without eyes', async ({ app: { page } }) => {
  await search(page, 'baimenov kind:con')
  await expect(
    palette(page)
      .getByRole('group', { name: 'Operators and values' })
      .getByRole('button', { name: /^contact/ }),
  ).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
})

test('the palette says what it could not take', async ({ app: { page } }) => {
  await search(page, 'foo:bar committee')
  await expect(palette(page).getByText('“foo:” is no operator; its words are searched.')).toBeVisible()
  await search(page, 'committee')
  await expect(palette(page).getByText('“foo:” is no operator; its words are searched.')).toHaveCount(0)
})

test('the filter box of a list understands the same language', async ({ app: { page } }) => {
  await goToSection(page, 'Contacts')
  const filter = page.getByRole('searchbox', { name: 'Filter Contacts' })
  const rows = page.getByRole('grid', { name: 'Contacts' })
  await filter.fill('country:Казахстан -Baimenov')
  await expect(rows.getByRole('row', { name: /Zhazykbaev/ })).toBeVisible()
  await expect(rows.getByRole('row', { name: /Baimenov/ })).toHaveCount(0)
  await expect(rows.getByRole('row', { name: /Facer/ })).toHaveCount(0)
  await filter.fill('Байменов')
  await expect(rows.getByRole('row', { name: /Baimenov/ })).toBeVisible()
  await filter.fill('country:Atlantis chair')
  await expect(page.getByText('“Atlantis” is not known here; it is left out.')).toBeVisible()
  await expect(filter).toHaveAttribute('aria-invalid', 'true')
  expect(await accessibilityProblems(page)).toEqual([])
  // what is wrong is left out, and said where it hides no row
  await filter.fill('after:yesterday')
  const sentence = page.getByText('“yesterday” is no date.')
  await expect(sentence).toBeVisible()
  await expect(rows.getByRole('row', { name: /Facer/ })).toBeVisible()
  const { y, height } = (await sentence.boundingBox())!
  expect(y + height).toBeLessThanOrEqual((await rows.boundingBox())!.y)
  await expect(filter).toHaveAccessibleDescription(/^“yesterday” is no date\./)
  await filter.fill('')
  await page.keyboard.type('country:Kaz')
  await expect(page.getByRole('region', { name: 'Operators and values' }).getByRole('button', { name: /Kazakhstan/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(filter).toHaveValue(/^country:(?:KAZ|Kazakhstan) $/)
  await expect(rows.getByRole('row', { name: /Baimenov/ })).toBeVisible()
})

test('an action that is not among those shown is pointed to', async ({ app: { page } }) => {
  await goToSection(page, 'Actions')
  await page.getByRole('searchbox', { name: 'Filter actions' }).fill('is:done printers')
  await expect(page.getByText('Nothing under “Open” fits what you typed.')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Show the one that fits among all actions' }).click()
  await expect(page.getByRole('row', { name: /Send the remuneration study to the printers/ })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Filter actions' })).toHaveValue('is:done printers')
})

test('an action is found by what was meant, and that is said', async ({ app: { page } }) => {
  await goToSection(page, 'Actions')
  const filter = page.getByRole('searchbox', { name: 'Filter actions' })
  await filter.fill('is:done pritners')
  await page.getByRole('button', { name: 'Show the one that fits among all actions' }).click()
  await expect(page.getByRole('row', { name: /Send the remuneration study to the printers/ })).toBeVisible()
  await expect(page.getByText('Nothing fits “is:done pritners”. Shown is what fits “is:done printers”.')).toBeVisible()
  await expect(filter).not.toHaveAttribute('aria-invalid')
  expect(await accessibilityProblems(page)).toEqual([])
  await filter.fill('printers')
  await expect(page.getByText(/Shown is what fits/)).toHaveCount(0)
})

test('long and odd texts do no harm', async ({ app: { page } }) => {
  for (const text of ['x'.repeat(10_000), '(.*)+$[a-z]{1,99}\\', '"', '-', '🇰🇿 \u202E \u0000', '<img src=x onerror=alert(1)>']) {
    await search(page, text)
    await expect(palette(page).getByRole('status')).toHaveText(
      /^(?:Nothing found|Nothing to search for yet|\d+ commands?, no record|\d+ found in [\d.,]+ ms)$/,
    )
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
