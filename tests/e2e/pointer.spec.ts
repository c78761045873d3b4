/** What is under the pointer and in the window stays where it is while something is opened. */
import type { Page } from '@playwright/test'
import type { MeetingRecord } from '../../src/shared/model/record.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, goToSection, openByName, toast } from '../support/e2e/steps-records.ts'

const title = 'Panel on archives'
const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of the minutes.`)
const actions = Array.from({ length: 40 }, (_, at) => `- [ ] Send part ${at + 1} of the archive rules`).join('\n')
const body = [...paragraphs, actions, '> [!decision] PA/2019/1', '> Rules are kept.', 'The end.'].join('\n\n')

async function circulated(page: Page): Promise<MeetingRecord> {
  const { record } = await call<{ record: MeetingRecord }>(page, 'records.create', {
    record: {
      kind: 'meeting',
      title,
      start: '2019-05-17',
      body,
      stage: 'circulated',
      circulation: { to: 'All', on: '2019-05-22', deadline: '2019-06-01' },
    },
  })
  return record
}

async function adopted(page: Page): Promise<void> {
  const { id, rev } = await circulated(page)
  const patch = { stage: 'adopted', adoption: { how: 'silence', on: '2019-06-02', meeting: '' } }
  await call(page, 'records.update', { id, kind: 'meeting', baseRev: rev, patch })
}

test('a row of adopted minutes opens at its line, and the window stays in its place', async ({ app: { page } }) => {
  await adopted(page)
  const searchButton = page.getByRole('button', { name: /^Search or go to/ })
  for (const [section, words] of [
    ['Actions', 'Send part 9'],
    ['Decisions', 'Rules are kept'],
  ] as const) {
    await goToSection(page, section)
    const name = `Filter ${section.toLowerCase()}`
    await page.getByRole('combobox', { name }).or(page.getByRole('searchbox', { name })).fill('archive')
    const before = await searchButton.boundingBox()
    const row = section === 'Actions' ? words : 'PA/2019/1'
    await page.getByRole('grid', { name: section }).getByRole('row').filter({ hasText: row }).click()
    await expect(page.getByRole('article', { name: 'Text' }).getByText(words).locator('visible=true').last()).toBeInViewport()
    await expect(page.getByRole('article', { name: 'Text' }).locator(':focus')).toHaveCount(1)
    expect(await searchButton.boundingBox()).toEqual(before)
  }
})

test('a double click on a row opens that row, and not what has come under the pointer', async ({ app: { page } }) => {
  await adopted(page)
  await goToSection(page, 'Actions')
  const row = page.getByRole('grid', { name: 'Actions' }).getByRole('row').filter({ hasText: 'Circulate the draft questionnaire' })
  const opened = await row
    .getByRole('gridcell')
    .nth(1)
    .evaluate((cell) => {
      const { left, top } = cell.getBoundingClientRect()
      return { x: left + 40, y: top + 8 }
    })
  await page.mouse.dblclick(opened.x, opened.y, { delay: 30 })
  await expect(page.getByRole('heading', { level: 1, name: 'Steering Committee, sample session' })).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Meetings' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Steering Committee, sample session' })).toBeVisible()
  // one click goes on opening
  await page.getByRole('option', { name: /Digitalization of human resources/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Digitalization of human resources' })).toBeVisible()
})

test('choosing rows moves none, and what is open is not shown as chosen', async ({ app: { page } }) => {
  await goToSection(page, 'Meetings')
  const rows = page.getByRole('listbox', { name: 'Meetings' }).getByRole('option')
  await rows.nth(0).click()
  const list = page.getByRole('listbox', { name: 'Meetings' })
  const before = await list.boundingBox()
  for (const at of [2, 3]) await rows.nth(at).click({ modifiers: ['Control'] })
  await expect(page.getByRole('status').filter({ hasText: '2 chosen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as calendar file' })).toBeVisible()
  expect(await list.boundingBox()).toEqual(before)
  const ground = (at: number) => rows.nth(at).evaluate((row) => getComputedStyle(row).backgroundColor)
  await page.mouse.move(5, 5)
  expect(await ground(2)).toBe(await ground(3))
  expect(await ground(0)).not.toBe(await ground(2))
})

test('Ctrl+Z takes back an adoption where it is seen; from another page it asks first and leads there', async ({ app: { page } }) => {
  const { id, rev } = await circulated(page)
  await openByName(page, title)
  await page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: 'Adopted', exact: true }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Adopt these minutes' })
  await dialog.getByRole('combobox', { name: 'Adopted' }).selectOption('silence')
  await dialog.getByRole('textbox', { name: 'Adopted on' }).fill('2 June 2019')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(dialog).toBeHidden()
  const stage = async () => (await call<MeetingRecord>(page, 'records.get', { id })).stage
  expect(rev).toBe(1)
  await goToSection(page, 'Actions')
  await page.keyboard.press('Control+z')
  const question = page.getByRole('alertdialog', { name: 'Take this back?' })
  await expect(question).toContainText(`“${title}”: stage set to Adopted`)
  await page.keyboard.press('Control+z')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await stage()).toBe('adopted')
  await page.keyboard.press('Control+z')
  await question.getByRole('button', { name: 'Go to that page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(await stage()).toBe('adopted')
  await page.locator('#content').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(stage).toBe('circulated')
  await goToSection(page, 'Actions')
  await page.keyboard.press('Control+Shift+z')
  await page.getByRole('alertdialog', { name: 'Do this again?' }).getByRole('button', { name: 'Do it again' }).click()
  await expect.poll(stage).toBe('adopted')
})

test('the menu of what can be inserted is seen, wherever the caret was left', async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await call(page, 'records.create', {
    record: { kind: 'meeting', title, start: '2019-05-17', body: paragraphs.join('\n\n') },
  })
  await openByName(page, title)
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.mouse.wheel(0, -20_000)
  await expect(text.getByText('Paragraph 1 of the minutes.')).toBeInViewport()
  await page.getByRole('toolbar').getByRole('button', { name: 'Insert /' }).click()
  await expect(page.getByRole('option', { name: 'Agenda item' })).toBeInViewport({ ratio: 1 })
})

test('the news of a record with a long name takes two lines', async ({ app: { page } }) => {
  const long = 'Report on the exchange of experience between services '.repeat(8).trim()
  await call(page, 'records.create', { record: { kind: 'note', title: long } })
  await openByName(page, long)
  await page.locator('#content').focus()
  await page.keyboard.press('Control+6')
  await page
    .getByRole('listbox', { name: 'Notes' })
    .getByRole('option', { name: /^Report on the exchange/ })
    .click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Move to the trash' }).click()
  const words = toast(page, /^Moved/)
    .locator('span')
    .first()
  await expect(words).toBeVisible()
  expect(await words.evaluate((element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight))).toBeLessThan(
    2.1,
  )
})

test('where few meetings are compared their names have room', async ({ app: { page } }) => {
  await goToSection(page, 'Meetings')
  const rows = page.getByRole('listbox', { name: 'Meetings' }).getByRole('option')
  for (const at of [0, 1, 2]) await rows.nth(at).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Attendance' }).click()
  const head = page.getByRole('grid', { name: 'Attendance' }).getByRole('columnheader').nth(2)
  await expect.poll(async () => (await head.boundingBox())?.width).toBeGreaterThan(120)
})
