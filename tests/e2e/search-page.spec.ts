/** The page of results: found, narrowed, ordered, kept, exported, left and come back to. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { readExport, readFolder } from '../support/e2e/exported-folder.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, goToSection, titleOf, toast, writeNote } from '../support/e2e/steps-records.ts'

const box = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search in everything' })
const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' })
const hits = (page: Page): Locator => results(page).getByRole('option')
const narrowing = (page: Page): Locator => page.getByRole('complementary', { name: 'Narrow the results' })
const count = (page: Page): Locator => page.locator('main footer').getByRole('status')
const saved = (page: Page): Locator => page.getByRole('region', { name: 'Saved searches' })

async function openPage(page: Page, text = ''): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  await expect(box(page)).toBeFocused()
  if (text !== '') await box(page).fill(text)
}

/** The words of the row that the keys stand on; none while it is not drawn. */
const current = (page: Page): Promise<string> =>
  results(page).evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '')

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('textbox', { name: 'Name of the search' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(saved(page).getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible()
}

test('without a query it explains the language, and its examples can be tried', async ({ app: { page } }) => {
  await openPage(page)
  await expect(page.getByRole('heading', { name: 'What a search understands' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Байменов' }).click()
  await expect(box(page)).toHaveValue('Байменов')
  await expect(box(page)).toBeFocused()
  await expect(hits(page).first()).toContainText('Alikhan Baimenov')
})

test('what is found is read, opened by keyboard, and come back to at the same place', async ({ app: { page } }) => {
  await openPage(page, 'steering committee')
  await expect(hits(page).first()).toContainText('Steering Committee')
  await expect(hits(page).first().locator('mark').first()).toBeVisible()
  await expect(count(page)).toHaveText(/^\d+ records found in [\d.,]+ ms$/)
  expect(await accessibilityProblems(page)).toEqual([])

  await page.keyboard.press('ArrowDown')
  await expect(results(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const second = (await hits(page).nth(1).innerText()).split('\n')[0] ?? ''
  await expect.poll(() => current(page)).toContain(second)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue(second)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(box(page)).toHaveValue('steering committee')
  await expect.poll(() => current(page)).toContain(second)
  await expect(results(page)).toBeFocused()
  // Escape leads to the box, and letters do
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(results(page)).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(' x')
  await expect(box(page)).toBeFocused()
})

test('a long list of hits is read to its end, and come back to where it was left', async ({ app: { page } }) => {
  const NOTES = 130
  for (let number = 1; number <= NOTES; number += 1)
    await call(page, 'records.create', { record: { kind: 'note', title: `Ruritania, letter ${String(number).padStart(3, '0')}` } })
  await openPage(page, 'ruritania')
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'By title' })
  await expect(count(page)).toHaveText(new RegExp(`^${NOTES} records found`))
  await expect(hits(page).first()).toContainText('letter 001')
  await box(page).press('ArrowDown')
  await page.keyboard.press('End')
  await expect.poll(() => current(page)).toContain(`letter ${NOTES}`)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => current(page)).toContain(`letter ${NOTES - 1}`)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue(`Ruritania, letter ${NOTES - 1}`)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(hits(page).filter({ hasText: `letter ${NOTES - 1}` })).toBeInViewport()
  await expect.poll(() => current(page)).toContain(`letter ${NOTES - 1}`)
})

test('an address brings the same search back, with what was ticked and how it was ordered', async ({ app: { page } }) => {
  await openPage(page, 'committee')
  await narrowing(page).getByRole('checkbox', { name: 'Meetings' }).check()
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Oldest first' })
  await expect(page).toHaveURL(/\/search\?text=committee&kind=meeting&sort=oldest$/)
  await expect(narrowing(page).getByRole('checkbox', { name: 'Contacts' })).toBeVisible()
  await expect(hits(page).first()).toBeVisible()
  const before = await hits(page).allInnerTexts()
  await page.reload()
  await expect(box(page)).toHaveValue('committee')
  await expect(narrowing(page).getByRole('checkbox', { name: 'Meetings' })).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('oldest')
  await expect.poll(() => hits(page).allInnerTexts()).toEqual(before)
})

test('results are narrowed by kind, country, tag and year, by keyboard', async ({ app: { page } }) => {
  await openPage(page, 'civil service')
  await expect(hits(page).first()).toBeVisible()
  for (const facet of ['Kind', 'Country', 'Year']) await expect(narrowing(page).getByRole('region', { name: facet })).toBeVisible()
  const years = narrowing(page).getByRole('region', { name: 'Year' }).getByRole('checkbox')
  // the latest first
  const listed = await narrowing(page).getByRole('region', { name: 'Year' }).getByRole('listitem').allInnerTexts()
  const labels = listed.map((text) => text.slice(0, 4))
  expect(labels).toEqual(labels.toSorted().toReversed())

  await years.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(years.nth(1)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(years.nth(1)).toBeChecked()
  const left = Number(
    (await narrowing(page).getByRole('region', { name: 'Year' }).getByRole('listitem').nth(1).innerText()).split('\n').at(-1),
  )
  await expect(count(page)).toHaveText(new RegExp(`^${left} records? found`))
  // the key that leads here goes to the box, and keeps what was asked
  await openPage(page)
  await expect(box(page)).toHaveValue('civil service')
  await expect(years.nth(1)).toBeChecked()
  await narrowing(page).getByRole('button', { name: 'Untick all' }).click()
  await expect(years.nth(1)).not.toBeChecked()
})

test('what could not be taken is underlined and said', async ({ app: { page } }) => {
  await openPage(page, 'foo:bar steering')
  const sentence = page.getByText('“foo:” is no operator; its words are searched.')
  await expect(sentence).toBeVisible()
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(box(page)).toHaveAccessibleDescription(/^“foo:” is no operator; its words are searched\. Operators are kind:/)
  await box(page).fill('steering country:Atlantis chair')
  await expect(page.getByText('“Atlantis” is not known here; it is left out.')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await box(page).fill('steering')
  await expect(box(page)).not.toHaveAttribute('aria-invalid', 'true')
})

for (const [text, reason] of [
  ['after:yesterday', '“yesterday” is no date.'],
  ['kind:foo', '“foo” is not known here; it is left out. Behind kind: stands contact, country,'],
  ['country:Atlantis', '“Atlantis” is not known here; it is left out.'],
  ['-', 'There is nothing behind the minus sign to leave out.'],
  ['(.*)+[', 'There is no word in this to look for.'],
] as const) {
  test(`where nothing is left to look for, the reason is said and not that nothing is found: ${text}`, async ({ app: { page } }) => {
    await openPage(page, text)
    await expect(page.getByText(reason)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What a search understands' })).toBeVisible()
    await expect(page.getByText('Nothing found')).toHaveCount(0)
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Search and commands' })
    await palette.getByRole('combobox').fill(text)
    await expect(palette.getByText(reason)).toBeVisible()
    await expect(palette.getByRole('status')).toHaveText('Nothing to search for yet')
    await expect(palette.getByRole('option', { name: /^New / })).toHaveCount(0)
  })
}

test('operators and values are completed by Tab and Enter, and the arrows stay the results’', async ({ app: { page } }) => {
  await openPage(page)
  await page.keyboard.type('steering ki')
  const offer = page.getByRole('region', { name: 'Operators and values' })
  await expect(offer.getByRole('button', { name: 'kind:' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(box(page)).toHaveValue('steering kind:')
  await page.keyboard.type('con')
  await expect(offer.getByRole('button', { name: /contact/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('steering kind:contact ')
  await expect(offer).toHaveCount(0)
  await expect(hits(page).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(results(page)).toBeFocused()
})

test('nothing found says what would find more', async ({ app: { page } }) => {
  await openPage(page, 'Baimenov kind:study')
  await expect(page.getByText('Nothing found', { exact: true })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Search “Baimenov”' }).click()
  await expect(hits(page).first()).toContainText('Alikhan Baimenov')
})

test('long and odd texts do no harm, and a text too long for an address stays in the window', async ({ app: { page } }) => {
  await openPage(page)
  for (const text of ['ы'.repeat(10_000), '(.*)+$[a-z]{1,99}\\', '((((("', '-', 'OR', '\u202E \u0000 🇰🇿', '<img src=x onerror=alert(1)>']) {
    await box(page).fill(text)
    await expect(count(page).or(page.getByRole('heading', { name: 'What a search understands' }))).toBeVisible()
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
    await box(page).fill('Facer')
    await expect(hits(page).first()).toContainText('Rex Facer')
  }
  await expect(page).toHaveURL(/\/search\?text=Facer$/)
})

test('a search is kept in the sidebar, counted, renamed, forgotten and brought back', async ({ app: { page } }) => {
  await openPage(page, 'ruritania')
  await saveAs(page, 'About Ruritania')
  const entry = (name: string) => saved(page).getByRole('link', { name: new RegExp(`^${name}`) })
  await expect(entry('About Ruritania')).toHaveAccessibleName(/0 records$/)
  // away from the button, whose words stand over it while it has the focus
  await box(page).focus()
  expect(await accessibilityProblems(page)).toEqual([])
  // the count follows what is written
  await writeNote(page, 'Talk in Astana', 'The ombudsman of Ruritania asked for the curriculum.')
  await expect(entry('About Ruritania')).toHaveAccessibleName(/1 record$/)
  await entry('About Ruritania').click()
  await expect(box(page)).toHaveValue('ruritania')
  await expect(entry('About Ruritania')).toHaveAttribute('aria-current', 'page')
  await expect(hits(page).first()).toContainText('Talk in Astana')

  await entry('About Ruritania').focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the search' }).fill('Ruritania, all')
  await page.keyboard.press('Enter')
  await expect(entry('Ruritania, all')).toBeFocused()

  await entry('Ruritania, all').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Forget' }).click()
  await expect(saved(page)).toHaveCount(0)
  await toast(page, 'is forgotten').getByRole('button', { name: 'Undo' }).click()
  await expect(entry('Ruritania, all')).toHaveAccessibleName(/1 record$/)
})

test('Delete forgets a search, the keyboard goes on at the next, and Ctrl+Z takes back that and nothing before', async ({
  app: { page },
}) => {
  const entry = (name: string) => saved(page).getByRole('link', { name })
  const { record } = await call<{ record: { id: string } }>(page, 'records.create', { record: { kind: 'note', title: 'Ruritania' } })
  await page.goto(new URL(`/notes/${record.id}`, page.url()).href)
  await page.getByRole('option', { name: 'Ruritania' }).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('option', { name: 'Ruritania' })).toHaveCount(0)

  await openPage(page, 'steering')
  await saveAs(page, 'Steering')
  await openPage(page, 'committee')
  await saveAs(page, 'Committees')
  await entry('Steering').focus()
  await page.keyboard.press('Delete')
  await expect(entry('Steering')).toHaveCount(0)
  await expect(entry('Committees')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(saved(page)).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Decisions' })).toBeFocused()

  await page.keyboard.press('Control+z')
  await expect(entry('Committees')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(entry('Steering')).toBeVisible()
  // what was kept is taken back as well, then what was before
  await page.keyboard.press('Control+z')
  await expect(entry('Committees')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(saved(page)).toHaveCount(0)
  await page.getByRole('link', { name: 'Notes' }).click()
  await expect(page.getByRole('option', { name: 'Ruritania' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option', { name: 'Ruritania' })).toBeVisible()
})

test('a name that is taken is refused, and says so', async ({ app: { page } }) => {
  await openPage(page, 'steering')
  await saveAs(page, 'Steering')
  await box(page).fill('committee')
  await page.getByRole('button', { name: 'Save this search' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the search' })
  await name.fill('steering')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await expect(saved(page).getByRole('link')).toHaveCount(1)
})

test('what was found is exported, and nothing else', async ({ app, home }) => {
  const { page, answerDialog } = app
  await mkdir(join(home, 'Exports'))
  await openPage(page, 'kind:note')
  await expect(hits(page).first()).toBeVisible()
  const { notes } = await call<{ readonly notes: number }>(page, 'list.counts', {})
  await page.getByRole('button', { name: 'Export what was found' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export what was found as markdown' })
  await expect(dialog.getByRole('combobox', { name: 'What leaves' })).toHaveValue('search')
  await expect(dialog.getByRole('region', { name: 'What would be written' })).toContainText(`${notes} files`)
  await expect(dialog.getByRole('button', { name: 'Choose folder…' })).toBeFocused()
  await answerDialog(() => dialog.getByRole('button', { name: 'Choose folder…' }).click(), 'Exports')
  await dialog.getByLabel('Name of the export’s folder').fill('Notes only')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByText(/^\d+ files exported$/)).toBeVisible()
  const files = readExport(await readFolder(join(home, 'Exports', 'Notes only')))
  expect(files.filter(({ path }) => path.startsWith('Notes/'))).toHaveLength(notes)
  expect(files.filter(({ path }) => /^(?:Contacts|Countries|Meetings|Studies)\//.test(path))).toEqual([])
})

test('the palette leads to all results, with the kind that was chosen', async ({ app: { page } }) => {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill('steering')
  await palette.getByRole('option', { name: /^All \d+ results/ }).click()
  await expect(palette).toBeHidden()
  await expect(box(page)).toHaveValue('steering')
  await expect(hits(page).first()).toBeVisible()

  await page.keyboard.press('Control+k')
  await palette.getByRole('combobox').fill('steering')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Shift+f')
  await expect(narrowing(page).getByRole('checkbox', { name: 'Contacts' })).toBeChecked()
})

test('a list that finds nothing leads to a search everywhere', async ({ app: { page } }) => {
  await goToSection(page, 'Studies')
  await page.getByRole('searchbox').fill('Baimenov')
  await page.getByRole('button', { name: 'Search everywhere' }).click()
  await expect(box(page)).toHaveValue('Baimenov')
  await expect(hits(page).first()).toContainText('Alikhan Baimenov')
})
