/** The register of decisions: what became of each, numbers used twice, one document; by keyboard and by mouse. */
import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, goToSection, openByName, textOf, titleOf, toast } from '../support/e2e/steps-records.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Decisions' })
const row = (page: Page, words: string) => grid(page).getByRole('row').filter({ hasText: words })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

interface Made {
  readonly id: string
}

/** The session of 2022, whose decision the sample's session of 2023 takes the place of. */
const session2022 = async (page: Page, body = '> [!decision|silence] SC/2022/3 Old questionnaire\n> Each study has its own.\n') =>
  (
    await call<{ record: Made }>(page, 'records.create', {
      record: { kind: 'meeting', title: 'Session of 2022', meetingBody: 'Steering Committee', start: '2022-10-04', body },
    })
  ).record

/** A decision between sessions with a number that is taken. */
const letter = async (page: Page) =>
  (
    await call<{ record: Made }>(page, 'records.create', {
      record: { kind: 'note', title: 'Written procedure', date: '2022-11', body: '> [!decision] SC/2022/3 Host country\n' },
    })
  ).record

/** Moves to the row by the arrows. */
async function arrowTo(page: Page, words: string): Promise<void> {
  const active = () =>
    grid(page).evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '')
  await expect(row(page, words)).toBeVisible()
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 20 && !(await active()).includes(words); steps += 1) {
    const before = await active()
    await page.keyboard.press('ArrowDown')
    await expect.poll(active).not.toBe(before)
  }
}

test('a decision is superseded by keyboard alone, which shows at both and can be taken back', async ({ app }) => {
  const { page } = app
  const { id } = await session2022(page)
  await page.keyboard.press('Control+8')
  await expect(grid(page)).toBeFocused()
  await arrowTo(page, 'SC/2022/3')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.type('sup')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Superseded by another…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const asked = dialog(page, 'Superseded by another decision')
  await expect(asked.getByRole('combobox', { name: 'Decision in its place' })).toBeFocused()
  await page.keyboard.type('SC/2022/3')
  await page.keyboard.press('Tab')
  await expect(asked.getByText('A decision cannot take its own place.')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('SC/2023/1')
  await expect(page.getByRole('option', { name: /^SC\/2023\/1 Common questionnaire/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(asked.getByText('SC/2023/1 Common questionnaire')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.type('17 May 2023')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Old questionnaire')).toContainText(/Supersededby SC\/2023\/1\s*17 May 2023/)
  await expect(row(page, 'Common questionnaire')).toContainText('in place of SC/2022/3')
  await expect(grid(page)).toBeFocused()

  // the meetings say so too, each of the other
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue('Session of 2022')
  await expect(textOf(page)).toBeFocused()
  const decisions = page.getByRole('complementary', { name: 'Inspector' })
  await expect(decisions.getByText('superseded by SC/2023/1')).toBeVisible()
  await decisions.getByRole('button', { name: 'SC/2023/1', exact: true }).click()
  await expect(titleOf(page)).toHaveValue(/Steering Committee/)
  await expect(decisions.getByText('in place of SC/2022/3')).toBeVisible()
  expect((await call<{ body: string }>(page, 'records.get', { id })).body).toContain('> [!decision|silence] SC/2022/3 Old questionnaire')

  await page.keyboard.press('Control+8')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(toast(page, 'Undone: Superseded by SC/2023/1')).toBeVisible()
  await expect(row(page, 'Old questionnaire')).toContainText('Provisional')
  await expect(row(page, 'Common questionnaire')).not.toContainText('in place of')
})

test('is filtered by status and words, and Back finds it as it was', async ({ app }) => {
  const { page } = app
  await session2022(page)
  await goToSection(page, 'Decisions')
  await row(page, 'Old questionnaire').getByRole('button', { name: 'Provisional: SC/2022/3 Old questionnaire' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Implemented…' }).click()
  const asked = dialog(page, 'Implemented')
  await asked.getByRole('textbox', { name: 'Date' }).fill('2023')
  await asked.getByRole('button', { name: 'Record as implemented' }).click()
  await expect(row(page, 'Old questionnaire')).toContainText(/Implemented\s*2023/)
  await page.getByRole('group', { name: 'Which decisions' }).getByRole('button', { name: 'Implemented' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await grid(page).focus()
  await page.keyboard.type('old')
  await expect(page.getByRole('searchbox', { name: 'Filter decisions' })).toHaveValue('old')
  await expect(page.getByText(/^1 of \d+ decisions$/)).toBeVisible()
  await row(page, 'Old questionnaire').getByText('Each study has its own.').click()
  await expect(titleOf(page)).toHaveValue('Session of 2022')
  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'Filter decisions' })).toHaveValue('old')
  await expect(row(page, 'Old questionnaire')).toContainText('Implemented')

  // what has not happened yet is not recorded
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitemcheckbox', { name: 'Superseded by another…' }).click()
  await dialog(page, 'Superseded by another decision').getByRole('textbox', { name: 'Date' }).fill('2999')
  await page.keyboard.press('Tab')
  await expect(page.getByText('This day lies in the future.')).toBeVisible()
})

test('a number used twice is named at both, and settled by the person', async ({ app }) => {
  const { page } = app
  await session2022(page)
  const note = await letter(page)
  await goToSection(page, 'Decisions')
  await page
    .getByRole('group', { name: 'Which decisions' })
    .getByRole('button', { name: /^Number clash ?2$/ })
    .click()
  await expect(row(page, 'Old questionnaire')).toContainText('Number used twice: also in Written procedure')
  await expect(row(page, 'Host country')).toContainText('Number used twice: also in Session of 2022')
  expect(await accessibilityProblems(page)).toEqual([])

  await row(page, 'Host country').getByRole('button', { name: 'In force: SC/2022/3 Host country' }).click()
  await expect(page.getByRole('menuitem', { name: 'Open Session of 2022' })).toBeVisible()
  // what became of it is recorded beside a note as beside minutes
  await expect(page.getByRole('menuitemcheckbox')).toHaveCount(3)
  await page.getByRole('menuitem', { name: 'Give this one another number…' }).click()
  const asked = dialog(page, 'Another number')
  await expect(asked.getByRole('textbox', { name: 'New number' })).toHaveValue('SC/2022/4')
  await asked.getByRole('textbox', { name: 'New number' }).fill('four')
  await expect(asked.getByText(/A number has a slash and a digit/)).toBeVisible()
  await asked.getByRole('textbox', { name: 'New number' }).fill('SC/2022/3bis')
  await expect(asked.getByText(/also where actions there name it/)).toBeVisible()
  const taken = await call<{ record: { id: string } }>(page, 'records.create', {
    record: { kind: 'note', title: 'Second letter', body: '> [!decision] SC/2022/3bis Seat\n' },
  })
  await page.keyboard.press('Enter')
  await expect(asked.getByRole('alert')).toContainText('Another decision has the number SC/2022/3bis already, in “Second letter”.')
  await call(page, 'records.trash', { records: [{ id: taken.record.id, baseRev: 1 }] })
  await asked.getByRole('textbox', { name: 'New number' }).fill('SC/2022/4')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No number is used twice')).toBeVisible()
  expect((await call<{ body: string }>(page, 'records.get', { id: note.id })).body).toBe('> [!decision] SC/2022/4 Host country\n')
  await page.getByRole('button', { name: 'Show all decisions' }).click()
  await expect(row(page, 'Host country')).toContainText('SC/2022/4')
})

test('of an adopted text the number stays, and the corrigendum is named as the way', async ({ app }) => {
  const { page } = app
  const { id } = await session2022(page)
  await letter(page)
  const { rev } = await call<{ rev: number }>(page, 'records.get', { id })
  await call(page, 'records.update', {
    kind: 'meeting',
    id,
    baseRev: rev,
    patch: {
      circulation: { to: 'All members', on: '2022-10-10', deadline: '2022-10-24' },
      adoption: { how: 'silence', meeting: '', on: '2022-10-25' },
      stage: 'adopted',
    },
  })
  await goToSection(page, 'Decisions')
  await expect(row(page, 'Old questionnaire')).toContainText('the text is adopted, so its number changes by a corrigendum')
  await expect(row(page, 'Old questionnaire').getByRole('button', { name: 'give this one another number' })).toHaveCount(0)
  await row(page, 'Old questionnaire').click({ button: 'right', position: { x: 20, y: 10 } })
  await expect(page.getByRole('menuitem', { name: 'Give this one another number…' })).toHaveCount(0)
  // what becomes of it is recorded beside the text, which does not move
  await page.getByRole('menuitemcheckbox', { name: 'Implemented…' }).click()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Old questionnaire')).toContainText('Implemented')
  await row(page, 'Old questionnaire').click({ button: 'right', position: { x: 20, y: 10 } })
  await page.getByRole('menuitem', { name: 'Open it to issue a corrigendum' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Session of 2022' })).toBeVisible()
})

test('renumbering beside an open text loses nothing that was typed a moment before', async ({ app }) => {
  const { page } = app
  const { id } = await session2022(page)
  await letter(page)
  await openByName(page, 'Session of 2022')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByRole('button', { name: 'give this one another number' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Typed a moment before. ')
  await inspector.getByRole('button', { name: 'give this one another number' }).click()
  await page.keyboard.press('Enter')
  await expect(textOf(page)).toContainText('SC/2022/4')
  await expectSaved(page)
  const { body } = await call<{ body: string }>(page, 'records.get', { id })
  expect(body).toContain('> [!decision|silence] SC/2022/4 Old questionnaire')
  expect(body).toContain('Typed a moment before.')
  await expect(inspector.getByText('Number used twice')).toHaveCount(0)
})

test('goes out as one document, as it is filtered', async ({ app }) => {
  const { page } = app
  await session2022(page)
  await goToSection(page, 'Decisions')
  await expect(row(page, 'Old questionnaire')).toBeVisible()
  const save = async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Save as one document' }).click()
  }
  const whole = await app.savedFile(save)
  expect(whole.name).toBe('Decisions.md')
  expect(whole.text).toMatch(/^# Decisions\n\nClassification: internal\.\n\nMade on \d{1,2} \p{L}+ \d{4}\. All decisions\.\n/u)
  expect(whole.text).toContain('## SC/2023/1 Common questionnaire')
  expect(whole.text).toContain(
    '## SC/2022/3 Old questionnaire\n\nSession of 2022, 4 October 2022 · by silence · provisional\n\nEach study has its own.',
  )
  await page.getByRole('searchbox', { name: 'Filter decisions' }).fill('old')
  await expect(page.getByText(/^1 of \d+ decisions$/)).toBeVisible()
  const filtered = await app.savedFile(save)
  expect(filtered.text).toMatch(/^# Decisions, “old”\n/)
  expect(filtered.text.match(/^## /gm)).toHaveLength(1)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Public' }).click()
  const open = await app.savedFile(() => page.getByRole('menuitem', { name: 'Save as one document' }).click())
  const head = '# Decisions, “old”\n\nClassification: public. 1 decision is classified higher and left out.\n\nMade on '
  expect(open.text.slice(0, head.length)).toBe(head)
  expect(open.text).toMatch(/All decisions that fit “old”\.\n$/)
  await expect(page.getByText('1 decision classified higher is left out.')).toBeVisible()
})

test('a decision of a text above internal says so in its row', async ({ app: { page } }) => {
  const record = {
    kind: 'meeting',
    title: 'Closed',
    start: '2024-01-01',
    classification: 'strictly confidential',
    body: '> [!decision] Wait\n',
  }
  await call(page, 'records.create', { record })
  await goToSection(page, 'Decisions')
  await expect(row(page, 'Wait').getByText('Strictly confidential')).toBeVisible()
  await expect(row(page, 'Common questionnaire').getByText(/onfidential|Internal/)).toHaveCount(0)
})
