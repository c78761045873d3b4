/** The table of participants by the keyboard alone, and the page of a conference. */
import type { Locator, Page } from '@playwright/test'
import type { MeetingRecord } from '../../src/shared/model/record.ts'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { holdAnswers } from '../support/e2e/hold-answers.ts'
import { call, expectSaved, tabTo, textOf, titleOf } from '../support/e2e/steps-records.ts'

const SAMPLE = 'Steering Committee, sample session'

async function meetingCalled(page: Page, title: string): Promise<MeetingRecord> {
  const [target] = await call<{ id: string }[]>(page, 'links.resolve', { names: [title] })
  return call(page, 'records.get', { id: target?.id ?? '' })
}

/** Opens a record through the palette, by keys. */
async function open(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill(title)
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(new RegExp(`^${title}`))
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue(title)
}

const table = (page: Page): Locator => page.getByRole('grid', { name: 'Participants' })
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Participants' })
const cursor = (page: Page): Locator => table(page).locator('[data-cursor]')
const rowOf = (page: Page, name: string): Locator => table(page).getByRole('row').filter({ hasText: name })

async function openTable(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: /^(?:open table|Add participants)$/ }))
  await page.keyboard.press('Enter')
  await expect(table(page)).toBeFocused()
}

/** A key as a keyboard of another layout sends it. */
const press = (page: Page, code: string, key: string): Promise<void> =>
  page.evaluate(
    (init) => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
    { code, key },
  )

/** What Ctrl+V brings when rows were copied in a spreadsheet. */
const paste = (page: Page, rows: string): Promise<void> =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, rows)

/** Takes an entry of the menu beside the table, from the table. */
async function add(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Tab')
  await expect(dialog(page).getByRole('button', { name: 'Add', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  const item = page.getByRole('menuitem', { name })
  for (let steps = 0; steps < 8 && !(await item.evaluate((element) => element === document.activeElement)); steps += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
}

/** A meeting of the committee after the sample's, without participants. */
async function nextMeeting(page: Page): Promise<void> {
  await call(page, 'records.create', {
    record: { kind: 'meeting', title: 'Committee in June', meetingBody: 'Steering Committee', start: '2024-06-03' },
  })
  await open(page, 'Committee in June')
}

test('one key sets the presence of a row or of the chosen rows, on any layout; the quorum follows', async ({ app: { page } }) => {
  await open(page, SAMPLE)
  await expect(page.getByRole('article')).toContainText('5 of 6 present')
  await expect(page.getByRole('article')).toContainText('quorum met (4 of 6)')
  await openTable(page)
  await expect(dialog(page)).toContainText('There is a quorum: 4 of 6 entitled are present, 3 are needed.')
  expect(await accessibilityProblems(page)).toEqual([])

  // Rex Facer, with the Russian layout on: the key that bears P types з
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowDown')
  await press(page, 'KeyX', 'ч')
  await expect(rowOf(page, 'Rex Facer')).toContainText('Absent')
  await expect(dialog(page)).toContainText('3 of 6 entitled')
  // he and the next one together
  await page.keyboard.press('Shift+ArrowDown')
  await press(page, 'KeyX', 'x')
  await expect(rowOf(page, 'Victor Guzun')).toContainText('Absent')
  await expect(dialog(page)).toContainText('There is no quorum: 2 of 6 entitled are present, 3 are needed.')
  await press(page, 'KeyP', 'з')
  await expect(rowOf(page, 'Rex Facer')).toContainText('Present')
  await expect(dialog(page)).toContainText('There is a quorum: 4 of 6')

  // Escape gives up the choice first, then the table
  await page.keyboard.press('Escape')
  await expect(table(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(table(page)).toBeHidden()
  await expectSaved(page)
  const { participants } = await meetingCalled(page, SAMPLE)
  expect(participants.map(({ presence }) => presence)).toEqual(['present', 'present', 'present', 'present', 'present', 'apologies'])
})

test('a replacement is named at once and counts for whom they replace', async ({ app: { page } }) => {
  await open(page, SAMPLE)
  await openTable(page)
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  await expect(table(page).getByRole('combobox', { name: 'Replaced by' })).toBeFocused()
  await page.keyboard.type('Chester')
  await expect(page.getByRole('option', { name: /^Chester Newland/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(table(page)).toBeFocused()
  await expect(rowOf(page, 'Rex Facer')).toContainText('by Chester Newland')
  await expect(dialog(page)).toContainText('There is a quorum: 4 of 6')

  // with a row of his own it says whom he stands for
  await page.keyboard.press('Control+End')
  await page.keyboard.press('n')
  await page.keyboard.type('Chester')
  await expect(page.getByRole('option', { name: /^Chester Newland/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(rowOf(page, 'in place of Rex Facer')).toContainText('Chester Newland')
})

test('cells are written with Enter, Tab and the arrows; the title is the one held on the day', async ({ app: { page } }) => {
  const post = (title: string, from: string, to: string) => ({ title, organisation: '', country: 'SVN', from, to, former: false })
  await call(page, 'records.create', {
    record: { kind: 'contact', title: 'Anna Novak', posts: [post('Dean', '2024-07', ''), post('Vice-Dean', '2020', '2024-06')] },
  })
  await nextMeeting(page)
  await openTable(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Anna N')
  await expect(page.getByRole('option', { name: /^Anna Novak/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(rowOf(page, 'Anna Novak')).toContainText('Slovenia')
  await expect(table(page).getByRole('textbox', { name: 'Title on the day' })).toHaveValue('Vice-Dean')
  await page.keyboard.press('Tab')
  await expect(table(page).getByRole('combobox', { name: 'Country' })).toHaveValue('Slovenia')
  await page.keyboard.type('Эстон')
  await expect(page.getByRole('option', { name: /^Estonia/ })).toBeVisible()
  // Escape closes the list, then gives up what was written
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(table(page)).toBeFocused()
  await expect(rowOf(page, 'Anna Novak')).toContainText('Slovenia')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Atlantis')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('“Atlantis” is the name of no country.')
  await expect(rowOf(page, 'Anna Novak')).toContainText('Slovenia')

  await page.keyboard.press('End')
  await expect(cursor(page)).toHaveText('')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Anna Novak')).toContainText('Head of delegation')
  // a title that was written over comes back from the contact, as of the day
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.type('Guest of honour')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Guest of honour')).toBeVisible()
  await add(page, 'Titles held on 3 Jun 2024')
  await expect(dialog(page).getByRole('status')).toContainText('1 title changed.')
  await expect(rowOf(page, 'Anna Novak')).toContainText('Vice-Dean')
  await page.keyboard.press('Tab')
  await expect(table(page)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Delete')
  await expect(table(page).getByRole('row')).toHaveCount(1)
  await expect(dialog(page).getByRole('status')).toContainText('1 row removed.')
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Anna Novak')).toBeVisible()
})

const delegate = (person: string, country = '') => ({
  person,
  function: '',
  status: '',
  represents: { country, organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
})

async function meetingWith(page: Page, participants: object[], body = ''): Promise<{ id: string; rev: number }> {
  const made = { kind: 'meeting', title: 'Committee in July', start: '2024-07-01', participants, body }
  const { record } = await call<{ record: { id: string; rev: number } }>(page, 'records.create', { record: made })
  await open(page, made.title)
  return record
}

test('letters are written into a cell, and mark presence only under Person and Presence; Delete empties one cell', async ({
  app: { page },
}) => {
  await meetingWith(page, [delegate('Ann', 'SVN'), delegate('Bob', 'AZE')])
  await openTable(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cursor(page)).toHaveText('Slovenia')
  await page.keyboard.type('Azerb')
  await expect(page.getByRole('option', { name: /^Azerbaijan/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Ann')).toContainText('Azerbaijan')
  await expect(rowOf(page, 'Ann')).not.toContainText('Apologies')
  await expect(cursor(page)).toHaveText('Azerbaijan')
  await page.keyboard.press('Delete')
  await expect(cursor(page)).toHaveText('')
  await expect(rowOf(page, 'Bob')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('Special adviser')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Bob')).toContainText('Special adviser')
  await page.keyboard.press('End')
  await page.keyboard.press('a')
  await expect(rowOf(page, 'Bob')).toContainText('Apologies')
  await expect(rowOf(page, 'Ann')).not.toContainText('Apologies')
  // a whole row goes when it is chosen, and is offered back
  await page.keyboard.press('Space')
  await page.keyboard.press('Delete')
  await expect(rowOf(page, 'Bob')).toHaveCount(0)
  await dialog(page).getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(rowOf(page, 'Bob')).toContainText('Special adviser')
  await expect(dialog(page).getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('Ctrl+Z in the table takes back one change of the table at a time, and never the text behind it', async ({ app: { page } }) => {
  await meetingWith(page, [delegate('Ann'), delegate('', 'GEO')], 'Agenda')
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and minutes')
  await openTable(page)
  await page.keyboard.press('p')
  await page.keyboard.press('x')
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Ann')).toContainText('Present')
  await page.keyboard.press('Control+z')
  await expect(dialog(page).getByRole('status')).toContainText('taken back')
  await expect(rowOf(page, 'Ann')).not.toContainText('Present')
  // with the focus on a button beside the table
  await add(page, 'Mark the others present')
  await expect(dialog(page).getByRole('status')).toContainText('1 person marked present. 1 row names nobody and was left unmarked.')
  await expect(rowOf(page, 'Ann')).toContainText('Present')
  await expect(rowOf(page, 'Georgia')).not.toContainText('Present')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).focus()
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Ann')).not.toContainText('Present')
  await page.keyboard.press('Control+z')
  await expect(dialog(page).getByRole('status')).toContainText('Nothing more was changed in this table')
  // a field with nothing left to take back does not reach for the text either
  await table(page).focus()
  await page.keyboard.press('Enter')
  await expect(table(page).getByRole('combobox', { name: 'Person' })).toBeFocused()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(table(page)).toBeHidden()
  await expect(textOf(page)).toHaveText('Agenda and minutes')
  await expectSaved(page)
  expect((await meetingCalled(page, 'Committee in July')).body).toBe('Agenda and minutes')
})

test('a key means the person on whom the keyboard stood, also when another window has taken a row away above', async ({
  app: { page },
}) => {
  const { id, rev } = await meetingWith(
    page,
    ['Ann', 'Bob', 'Carl'].map((name) => delegate(name)),
  )
  await openTable(page)
  await page.keyboard.press('ArrowDown')
  await expect(cursor(page)).toHaveText('Bob')
  await call(page, 'records.update', {
    kind: 'meeting',
    id,
    baseRev: rev,
    patch: { participants: ['Bob', 'Carl'].map((name) => delegate(name)) },
  })
  await expect(rowOf(page, 'Ann')).toHaveCount(0)
  await expect(cursor(page)).toHaveText('Bob')
  await page.keyboard.press('p')
  const marked = async () =>
    (await meetingCalled(page, 'Committee in July')).participants.map(({ person, presence }) => `${person} ${presence}`)
  await expect.poll(marked).toEqual(['Bob present', 'Carl '])
})

test('who is marked while titles are looked up stays marked', async ({ app: { page }, host }) => {
  test.skip(host !== 'browser', 'answers are held on their way over the socket')
  const post = { title: 'Minister', organisation: '', country: '', from: '2020', to: '', former: false }
  await call(page, 'records.create', { record: { kind: 'contact', contactType: 'person', title: 'Ann', posts: [post] } })
  await meetingWith(page, [delegate('Ann')])
  const { asked, release } = await holdAnswers(page, 'participants.known')
  await page.reload()
  await openTable(page)
  await add(page, /^Titles held on/)
  await asked
  await table(page).focus()
  await page.keyboard.press('p')
  await expect(rowOf(page, 'Ann')).toContainText('Present')
  release()
  await expect(rowOf(page, 'Ann')).toContainText('Minister')
  await expect(rowOf(page, 'Ann')).toContainText('Present')
})

test('the composition of the body and the list of its last meeting come in by one command each', async ({ app: { page } }) => {
  await nextMeeting(page)
  await openTable(page)
  await add(page, /^Composition of/)
  await expect(dialog(page).getByRole('status')).toContainText('7 rows added.')
  await expect(rowOf(page, 'Alikhan Baimenov')).toContainText('Chairman of the Steering Committee')
  // entitled from 2024 on
  await expect(rowOf(page, 'Georgia')).toBeVisible()
  await expect(dialog(page)).toContainText('The quorum is 4 of 7 entitled.')
  await page.keyboard.press('Tab')
  await expect(table(page)).toBeFocused()
  await add(page, 'List of the last meeting')
  await expect(dialog(page).getByRole('status')).toContainText('5 rows added.')
  await expect(dialog(page).getByRole('status')).toContainText(`From “${SAMPLE}”, 16 May 2023.`)
  await expect(rowOf(page, 'Rex Facer')).not.toContainText('Remote')
  await expect(rowOf(page, 'Alikhan Baimenov')).toHaveCount(1)
})

test('rows pasted from a spreadsheet are matched across spellings, and the others asked about', async ({ app: { page } }) => {
  await nextMeeting(page)
  await openTable(page)
  await paste(
    page,
    [
      'ФИО\tДолжность\tСтрана',
      'Байменов Алихан\t\tКазахстан',
      'Rex Facer\tProfessor\tСША',
      'Иван Неизвестный\tЭксперт\tРеспублика Корея',
      'Anna Novak\tDean\tСловения',
    ].join('\r\n'),
  )
  const review = page.getByRole('dialog', { name: 'Who is meant?' })
  await expect(review).toContainText('3 names are not in the contacts as they are written. Nothing has been added yet.')
  await expect(review.getByRole('combobox', { name: 'What becomes of Байменов Алихан' })).toHaveValue(/^[0-9a-f-]{36}$/)
  const unknown = review.getByRole('combobox', { name: 'What becomes of Иван Неизвестный' })
  await expect(unknown).toHaveValue('keep')
  await expect(review).toContainText('No contact will be created.')
  expect(await accessibilityProblems(page)).toEqual([])
  // the first name has the focus
  const novak = review.getByRole('combobox', { name: 'What becomes of Anna Novak' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(novak).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(novak).toHaveValue('create')
  await expect(review).toContainText('1 contact will be created.')
  await tabTo(page, review.getByRole('button', { name: 'Add 4 rows' }))
  await page.keyboard.press('Enter')

  await expect(table(page)).toBeFocused()
  await expect(dialog(page).getByRole('status')).toContainText('4 rows added.')
  await expect(dialog(page).getByRole('status')).toContainText('column 3 as country')
  await expect(rowOf(page, 'Alikhan Baimenov')).toContainText('Kazakhstan')
  await expect(rowOf(page, 'Иван Неизвестный')).toContainText('Republic of Korea')
  await page.keyboard.press('Escape')
  await expectSaved(page)
  const names = ['Anna Novak', 'Иван Неизвестный']
  const [made, kept] = await call<({ id: string } | null)[]>(page, 'links.resolve', { names })
  expect(kept).toBeNull()
  expect(await call(page, 'records.get', { id: made?.id ?? '' })).toMatchObject({
    posts: [{ title: 'Dean' }],
    represents: { country: 'SVN' },
  })
})

test('a country that is misspelt in pasted rows is asked about, and not put elsewhere in silence', async ({ app: { page } }) => {
  await nextMeeting(page)
  await openTable(page)
  await paste(page, 'Name\tTitle\tCountry\nRex Facer\tProfessor\tSlovania\nVictor Guzun\tAmbassador\tSlovania')
  const review = page.getByRole('dialog', { name: 'Who is meant?' })
  await expect(review).toContainText('1 entry under Country is the name of none. Nothing has been added yet.')
  const asked = review.getByRole('combobox', { name: 'Which country is Slovania' })
  await expect(asked).toBeFocused()
  await expect(asked).toHaveValue('')
  expect(await accessibilityProblems(page)).toEqual([])
  await asked.selectOption({ label: 'Is Slovenia' })
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('status')).toContainText('2 rows added.')
  await expect(rowOf(page, 'Rex Facer')).toContainText('Slovenia')
  await expect(rowOf(page, 'Victor Guzun')).toContainText('Slovenia')
  await expect(table(page)).not.toContainText('Slovania')
})

test('Tab goes through the times of a meeting as they are read; Escape takes back what is no date', async ({ app: { page } }) => {
  await meetingWith(page, [])
  const when = page.getByRole('group', { name: 'When' })
  const field = (name: string) => when.getByRole('textbox', { name, exact: true })
  await tabTo(page, field('Starts at'))
  await page.keyboard.type('9:30')
  await page.keyboard.press('Tab')
  await expect(field('Ends at')).toBeFocused()
  await page.keyboard.type('11')
  await page.keyboard.press('Tab')
  await expect(field('Ends')).toBeFocused()
  await page.keyboard.type('9:30')
  await page.keyboard.press('Enter')
  await expect(when).toContainText('no date')
  await page.keyboard.press('Escape')
  await expect(field('Ends')).toHaveValue('')
  await expect(field('Ends')).toBeFocused()
  // the end on another day stands before its time
  await page.keyboard.type('2 July 2024')
  await page.keyboard.press('Tab')
  await expect(field('Ends')).toHaveValue('2 Jul 2024')
  await field('Ends').focus()
  await page.keyboard.press('Tab')
  await expect(field('Ends at')).toBeFocused()
  await expectSaved(page)
  expect(await meetingCalled(page, 'Committee in July')).toMatchObject({ startTime: '09:30', endTime: '11:00', end: '2024-07-02' })
})

test('5,000 pasted rows are refused whole; 2,000 are taken and worked on by keys', async ({ app: { page } }) => {
  await nextMeeting(page)
  await openTable(page)
  const lines = (count: number) => Array.from({ length: count }, (_, row) => `Person number ${row}\tDelegate\tSlovenia`).join('\n')
  await paste(page, lines(5_000))
  await expect(dialog(page).getByRole('alert')).toContainText(
    '5,000 rows are too many: a meeting has at most 2,000 participants, and 0 are there. Nothing was added.',
  )
  await expect(table(page).getByRole('row')).toHaveCount(1)

  await paste(page, lines(2_000))
  const review = page.getByRole('dialog', { name: 'Who is meant?' })
  await expect(review.getByRole('button', { name: 'Add 2,000 rows' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('status')).toContainText('2,000 rows added.')
  expect(await table(page).getByRole('row').count()).toBeLessThan(60)
  await page.keyboard.press('Control+End')
  await expect(rowOf(page, 'Person number 1999')).toBeVisible()
  await page.keyboard.press('r')
  await expect(rowOf(page, 'Person number 1999')).toContainText('Remote')
  await page.keyboard.press('n')
  await expect(dialog(page).getByRole('alert')).toContainText('A meeting has at most 2,000 participants. No row was added.')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('p')
  await expect(dialog(page)).toContainText('2,000 present')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expectSaved(page)
  expect((await meetingCalled(page, 'Committee in June')).participants).toHaveLength(2_000)
})

test('the table goes by delegation in the protocol order of a language', async ({ app: { page } }) => {
  await open(page, SAMPLE)
  await openTable(page)
  await page.keyboard.press('Control+Home')
  const order = dialog(page).getByRole('combobox', { name: 'Order' })
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Shift+Tab')
  await expect(order).toBeFocused()
  const headings = () =>
    table(page)
      .getByRole('gridcell')
      .and(page.locator('[aria-colspan]'))
      .evaluateAll((cells) => cells.map((cell) => cell.querySelector('span')?.textContent))
  const organisations = ['American Society for Public Administration', 'Astana Civil Service Hub']
  await page.keyboard.press('ArrowDown')
  await expect.poll(headings).toEqual(['Estonia', 'Kazakhstan', 'Slovenia', 'United States of America', ...organisations])
  await page.keyboard.press('ArrowDown')
  await expect.poll(headings).toEqual(['Казахстан', 'Словения', 'Соединенные Штаты Америки', 'Эстония', ...organisations])
})

test('the mouse alone does the same', async ({ app: { page } }) => {
  await open(page, SAMPLE)
  await page.getByRole('button', { name: 'open table' }).click()
  const row = rowOf(page, 'Victor Guzun')
  const cell = (at: number) => row.getByRole('gridcell').nth(at)
  // the second click writes in the cell
  await cell(1).click()
  await cell(1).click()
  await table(page).getByRole('textbox', { name: 'Title on the day' }).fill('Ambassador')
  await cell(5).click()
  await expect(row).toContainText('Ambassador')
  await dialog(page).getByRole('button', { name: 'Apologies' }).click()
  await expect(row).toContainText('Apologies')
  await cell(6).click()
  await cell(6).click()
  await table(page).getByRole('combobox', { name: 'Presence' }).selectOption('replaced')
  await table(page).getByRole('combobox', { name: 'Replaced by' }).fill('Somebody')
  await page.getByRole('option', { name: /^Keep/ }).click()
  await rowOf(page, 'Rex Facer').getByRole('gridcell').first().click()
  await expect(row).toContainText('by Somebody')
  await row.getByRole('rowheader').click()
  await dialog(page).getByRole('button', { name: 'Remove the rows' }).click()
  await expect(row).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Paste rows/ }).click()
  await expect(dialog(page).getByRole('textbox', { name: /^Paste the rows here/ })).toBeFocused()
  await paste(page, 'Zhu Lingjun\tHead\tChina\nChester Newland\tDr\tUSA')
  await expect(rowOf(page, 'Zhu Lingjun')).toContainText('China')
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(table(page)).toBeHidden()
})

test('a conference shows its programme, its participants in protocol order, and what its source states apart', async ({
  app: { page },
}) => {
  await open(page, 'Annual conference: Meritocracy. Integrity. Innovation')
  const programme = page.getByRole('region', { name: 'Programme' })
  await expect(programme.getByRole('heading', { level: 3 })).toHaveText(['Day not stated', /^Friday,? 19 May 2023$/])
  await expect(programme.getByRole('listitem')).toHaveCount(10)
  // of no day: in the order in which the text of the conference names them
  await expect(programme.getByRole('listitem').first()).toContainText('Opening ceremony, 2023')
  const plenary = programme.getByRole('listitem').filter({ hasText: 'Plenary:' })
  await expect(plenary).toContainText('speakers Drago Kos, Pan Suk Kim, Rex Facer, Victor Guzun')

  const people = page.getByRole('region', { name: 'Participants by country' })
  const countries = () => people.getByRole('listitem').evaluateAll((items) => items.map((item) => item.querySelector('b')?.textContent))
  const english = ['Azerbaijan', 'Belgium', 'Canada', 'China', 'Estonia', 'Georgia', 'Kazakhstan', 'Philippines', 'Republic of Korea']
  await expect.poll(async () => (await countries()).slice(0, 9)).toEqual(english)
  await people.getByRole('button', { name: 'Russian' }).press('Enter')
  const russian = ['Азербайджан', 'Бельгия', 'Грузия', 'Казахстан', 'Канада', 'Китай', 'Республика Корея', 'Словения']
  await expect.poll(async () => (await countries()).slice(0, 8)).toEqual(russian)
  await expect(people.getByRole('listitem').filter({ hasText: 'Китай' })).toContainText('Zhu Lingjun')

  const stated = page.getByRole('region', { name: 'Figures stated by the source' })
  await expect(stated).toContainText('participantsabout 300')
  await expect(stated).toContainText('countries30')
  expect(await accessibilityProblems(page)).toEqual([])

  await plenary.getByRole('link', { name: 'Victor Guzun' }).press('Enter')
  await expect(titleOf(page)).toHaveValue('Victor Guzun')
  await page.keyboard.press('Alt+ArrowLeft')
  await plenary.getByRole('link', { name: /^Plenary/ }).press('Enter')
  await expect(titleOf(page)).toHaveValue('Plenary: Ideas and Reflections from Professionals')

  await page.keyboard.press('Alt+ArrowLeft')
  await programme.getByRole('button', { name: 'New session' }).press('Enter')
  await page.keyboard.type('Evening session')
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue('Evening session')
  expect(await meetingCalled(page, 'Evening session')).toMatchObject({
    meetingType: 'session',
    partOf: 'Annual conference: Meritocracy. Integrity. Innovation',
  })
})
