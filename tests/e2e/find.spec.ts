/** Finding in the text of a record: every spelling, or the very characters, and replacing those. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, goToSection, textOf, titleOf, writeNote } from '../support/e2e/steps-records.ts'

const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find in this text' })
const field = (page: Page): Locator => bar(page).getByRole('searchbox')
const count = (page: Page): Locator => bar(page).getByRole('status').first()
const marks = (page: Page): Locator => page.locator('.cm-found')
const current = (page: Page): Locator => page.locator('.cm-found-current')

/** The words that the browser marks in a text laid out for reading. */
const highlighted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const ranges = Array.from(CSS.highlights.get(wanted) ?? [])
    return ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    })
  }, name)

const TEXT = 'The committee met.\n\nA steering committee of the Committee.\n\nNothing here.'

test('words are found while typing, in every spelling, and walked by key', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', TEXT)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('COMM')
  await expect(count(page)).toHaveText('1 of 3')
  await expect(marks(page)).toHaveCount(3)
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('2 of 3')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('3 of 3')
  await expect(current(page)).toHaveText('Comm')

  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(marks(page)).toHaveCount(0)
  // the caret stands at the find, and one writes on
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.insertText('Chor')
  await expect(textOf(page)).toContainText('of the Chorittee.')
  // the record is still there: the key did not go back to the list
  await expect(titleOf(page)).toHaveValue('Committees')
})

test('words that stand together are found together, else one by one', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', TEXT)
  await page.keyboard.press('Control+f')
  await field(page).fill('steering comm')
  await expect(count(page)).toHaveText('1 of 1')
  await expect(marks(page)).toHaveText(['steering comm'])
  await field(page).fill('committee here')
  await expect(count(page)).toHaveText('1 of 4, apart')
  await field(page).fill('parliament')
  await expect(count(page)).toHaveText('Nothing found')
  await expect(bar(page).getByRole('button', { name: 'Next' })).toBeDisabled()
})

test('the exact text goes by case and signs, and is replaced, undoably', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', TEXT)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await field(page).fill('ommittee.')
  await bar(page).getByRole('checkbox', { name: 'Exact text' }).check()
  await expect(count(page)).toHaveText('1 of 1')
  await field(page).fill('committee')
  await expect(count(page)).toHaveText('1 of 2')

  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('board')
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toContainText('The board met.')
  await expect(count(page)).toHaveText('1 of 1')
  await expect(textOf(page)).toContainText('A steering committee of the Committee.')

  await field(page).fill('ee')
  await expect(count(page)).toHaveText('1 of 3')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(count(page)).toHaveText('3 replaced')
  await expect(field(page)).toBeFocused()
  await expect(textOf(page)).toContainText('A stboardring committboard of the Committboard.')

  // each replacement is one step
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toContainText('A steering committee of the Committee.')
  await expect(textOf(page)).toContainText('The board met.')
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toContainText('The committee met.')
  await expectSaved(page)
})

test('replacing all leaves what links point to, and says so', async ({ app: { page } }) => {
  await call(page, 'records.create', { record: { kind: 'note', title: 'Yerzhan in Astana', body: '' } })
  await writeNote(page, 'Visits', 'Yerzhan came. See [[Yerzhan in Astana]] and [[Yerzhan in Astana|what Yerzhan said]].')
  await page.keyboard.press('Control+f')
  await field(page).fill('Yerzhan')
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('Erzhan')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(count(page)).toHaveText('2 replaced')
  await expect(bar(page)).toContainText('2 in links were left')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  const text = page.getByRole('article', { name: 'Text' })
  await expect(text).toHaveText('Erzhan came. See Yerzhan in Astana and what Erzhan said.')
  await text.getByRole('link', { name: 'what Erzhan said' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Yerzhan in Astana')
})

test('a text laid out for reading is looked through too, across its marks, and nothing is replaced there', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', 'A **steer**ing committee.\n\n- Steering\n- committee\n\nThe steering committee.')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('article', { name: 'Text' })).toContainText('The steering committee.')
  await page.keyboard.press('Control+f')
  await field(page).fill('Steering committee')
  await expect(count(page)).toHaveText('1 of 2')
  expect(await highlighted(page, 'found')).toEqual(['steering committee', 'steering committee'])
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('2 of 2')
  expect(await highlighted(page, 'found-current')).toEqual(['steering committee'])
  await expect(bar(page).getByRole('button', { name: 'Replace' })).toHaveCount(0)
  // the same search goes on in the editor
  await page.keyboard.press('Control+e')
  await expect(textOf(page)).toBeVisible()
  await expect(count(page)).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
})

test('the far end of a text of 500 KB is found', async ({ app: { page } }) => {
  const line = 'The delegation thanked the secretariat and asked for the figures of the year.\n\n'
  const body = `${line.repeat(6_500)}The last word belongs to Ruritania.`
  const { record } = await call<{ record: { id: string } }>(page, 'records.create', {
    record: { kind: 'note', title: 'A long text', body },
  })
  await page.goto(new URL(`/notes/${record.id}`, page.url()).href)
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await field(page).fill('ruritan')
  await expect(count(page)).toHaveText('1 of 1')
  await expect(current(page)).toBeInViewport()
  await field(page).fill('secretariat')
  await expect(count(page)).toHaveText(/^1 of 6,500$/)
  await expect(marks(page).first()).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('6,500 of 6,500')
  await expect(current(page)).toBeInViewport()
})

test('the key finds in the record that is open, wherever the focus is; without one it searches everything', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', TEXT)
  await page.reload()
  await expect(textOf(page)).toContainText('The committee met.')
  const list = page.locator('#list [data-rows]')
  await list.focus()
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('comm')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()

  await goToSection(page, 'Today')
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible()
  await expect(bar(page)).toBeHidden()
})

test('the key finds in a record that was chosen a moment before, while it is still fetched', async ({ app: { page } }) => {
  await writeNote(page, 'Committees', TEXT)
  await goToSection(page, 'Today')
  await page.reload()
  await goToSection(page, 'Notes')
  const list = page.locator('#list [data-rows]')
  await list.focus()
  await page.keyboard.press('ArrowDown')
  // both keys before anything of the record can have come
  await page.evaluate(async () => {
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    press({ key: 'Enter', code: 'Enter' })
    await Promise.resolve()
    press({ key: 'f', code: 'KeyF', ctrlKey: true })
  })
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeHidden()
})

test('a record opened from a search shows where its words stand', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', `${'Nothing of it here.\n\n'.repeat(80)}The ombudsman of Ruritania asked for the curriculum.`)
  await goToSection(page, 'Today')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill('ruritania curriculum')
  await expect(palette.getByRole('option').first()).toContainText('Talk in Astana')
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue('Talk in Astana')
  await expect(field(page)).toHaveValue('ruritania curriculum')
  await expect(count(page)).toHaveText('1 of 2')
  await expect(current(page)).toHaveText('Ruritania')
  await expect(current(page)).toBeInViewport()
  // the keys go on in the record, not in the bar
  await expect(field(page)).not.toBeFocused()
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText('2 of 2')
  await expect(current(page)).toHaveText('curriculum')
  await bar(page).getByRole('button', { name: 'Close' }).click()
  await expect(bar(page)).toBeHidden()
  await expect(marks(page)).toHaveCount(0)
  await expect(titleOf(page)).toHaveValue('Talk in Astana')
})
