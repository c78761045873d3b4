/** Taking minutes: what is typed in the meeting becomes actions, decisions and an agenda. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, inspector, openByName, textOf } from '../support/e2e/steps-records.ts'

interface Row {
  readonly head: { readonly id: string; readonly title: string }
}

const idOf = (page: Page) => page.url().split('/').at(-1) ?? ''
const bodyOf = async (page: Page): Promise<string> => (await call<{ body: string }>(page, 'records.get', { id: idOf(page) })).body

/** A meeting of the sample's Steering Committee on 12 September 2023, its text empty and the caret in it. */
async function newMeeting(page: Page, title: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { rows } = await call<{ rows: readonly Row[] }>(page, 'list.query', {
    query: { kind: 'contact', contactType: 'body', sort: { key: 'title', direction: 'ascending' } },
    from: 0,
    count: 50,
  })
  const body = rows.find(({ head }) => head.title.startsWith('Steering Committee'))?.head
  if (!body) throw new Error('The sample has no Steering Committee.')
  const record = await call<{ id: string; rev: number; rules: object }>(page, 'records.get', { id: body.id })
  await call(page, 'records.update', {
    id: body.id,
    kind: 'contact',
    baseRev: record.rev,
    patch: { symbol: 'SC', rules: { ...record.rules, adoption: 'silence' } },
  })
  await call(page, 'records.create', {
    record: { kind: 'meeting', title, meetingBody: body.title, meetingType: 'committee', start: '2023-09-12', ...more },
  })
  await openByName(page, title)
  await textOf(page).click()
}

const form = (page: Page, name: 'Action' | 'Decision') => page.getByRole('dialog', { name })

test('an action is made of a line, with who is responsible and by when, by keyboard alone', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('Send the study to members')
  await page.keyboard.press('Control+Shift+A')
  await expect(form(page, 'Action').getByRole('combobox', { name: 'Responsible' })).toBeFocused()
  await page.keyboard.type('Facer')
  await expect(page.getByRole('option', { name: /^Rex Facer/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action').getByRole('group', { name: 'Responsible' })).toContainText('Rex Facer')
  // an organisation too
  await page.keyboard.type('American Soc')
  await expect(page.getByRole('option', { name: /^American Society/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action').getByRole('textbox', { name: 'Deadline' })).toBeFocused()
  await page.keyboard.type('next Friday')
  await expect(form(page, 'Action')).toContainText('Friday, 22 September 2023')
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action')).toHaveCount(0)
  await page.screenshot({ path: 'test-results/action.png' })
  await page.keyboard.press('Enter')
  await page.keyboard.type('Book the room')
  await expectSaved(page)
  expect(await bodyOf(page)).toBe(
    '- [ ] Send the study to members [[Rex Facer]] [[American Society for Public Administration]] 📅 2023-09-22\n- [ ] Book the room',
  )
})

test('a decision begins with the next number and the rule of its body, and looks like one', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('The Committee met.\n\n')
  await page.keyboard.press('Control+Shift+D')
  const ways = form(page, 'Decision')
  await expect(ways.getByRole('textbox', { name: 'Number' })).toHaveValue('SC/2023/3')
  await expect(ways.getByRole('radio').first()).toHaveAccessibleName(/by silence/)
  await expect(ways.getByRole('radio', { name: /by silence/ })).toBeChecked()
  await expect(ways.getByRole('radio', { name: /by silence/ })).toBeFocused()
  await page.screenshot({ path: 'test-results/decision-form.png' })
  await page.keyboard.press('Enter')
  await page.keyboard.type('Common questionnaire\nStudies use one questionnaire.')
  // a second one takes the next number although nothing of the first need be saved
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Host of 2024')
  await page.keyboard.press('Control+Shift+D')
  await expect(ways.getByRole('textbox', { name: 'Number' })).toHaveValue('SC/2023/4')
  await ways.getByRole('radio', { name: /by vote/ }).check()
  await page.keyboard.press('Enter')
  // the panel knows before anything is acknowledged
  await expect(inspector(page).getByRole('button', { name: /SC\/2023\/4 Host of 2024/ })).toBeVisible()
  await expect(textOf(page)).toContainText('by silence')
  await expect(textOf(page)).not.toContainText('[!decision')
  await page.screenshot({ path: 'test-results/decision.png' })
  await expectSaved(page)
  expect(await bodyOf(page)).toBe(
    'The Committee met.\n\n> [!decision|silence] SC/2023/3 Common questionnaire\n> Studies use one questionnaire.\n\n> [!decision|vote] SC/2023/4 Host of 2024',
  )
})

test('words of a deadline are offered: Tab takes them, Escape leaves them', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('- [ ] Send the study by 30 October')
  const offer = textOf(page).getByRole('button', { name: /^Deadline 30 Oct 2023/ })
  await expect(offer).toBeVisible()
  await page.screenshot({ path: 'test-results/offer.png' })
  await page.keyboard.press('Tab')
  await expect(offer).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Подготовить отчёт до 31 октября')
  await expect(textOf(page).getByRole('button', { name: /^Deadline 31 Oct 2023/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(textOf(page).getByRole('button')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Ask the members by next week, due: 2023-12-01')
  // by mouse
  await textOf(page)
    .getByRole('button', { name: /^Deadline/ })
    .click()
  await expectSaved(page)
  expect((await bodyOf(page)).split('\n').slice(0, 2)).toEqual([
    '- [ ] Send the study 📅 2023-10-30',
    '- [ ] Подготовить отчёт до 31 октября',
  ])
})

test('the menu offers what can stand in a line, by key on any layout and by mouse', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  const menu = page.getByRole('listbox', { name: 'What can stand here' })
  await page.keyboard.type('/')
  await expect(menu.getByRole('option')).toHaveCount(8)
  await page.screenshot({ path: 'test-results/menu.png' })
  await page.keyboard.type('agen')
  await expect(menu.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Budget\n\n')
  // the key of the slash types a full stop on a Russian layout; the command goes by the key's place
  await page.keyboard.press('Control+Slash')
  await expect(menu).toBeVisible()
  await page.keyboard.insertText('пункт')
  await expect(menu.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Прочее')
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Insert/ })
    .click()
  await menu.getByRole('option', { name: /^Matters arising/ }).click()
  await expect(textOf(page)).toContainText('Steering Committee, sample session')
  await expectSaved(page)
  const body = await bodyOf(page)
  expect(body).toMatch(/^## 1\. Budget\n\n## 2\. Прочее\n\n- .+\(\[\[Steering Committee, sample session\]\]\)/)
  await openByName(page, 'Steering Committee, sample session')
  await expect(inspector(page)).toContainText('Autumn session')
})

test('an empty text becomes the skeleton of its meeting, and a list of items its agenda', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session', { language: 'ru' })
  const make = page.getByRole('button', { name: 'Make the skeleton' })
  await expect(make).toBeVisible()
  await page.screenshot({ path: 'test-results/skeleton-offer.png' })
  await page.keyboard.insertText('1. Бюджет\n2. Место конференции 2024 года')
  await make.click()
  await expect(make).toHaveCount(0)
  await expect(textOf(page)).toContainText('5. Бюджет')
  await page.screenshot({ path: 'test-results/skeleton.png' })
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toContainText('Место конференции 2024 года')
  await expect(make).toBeVisible()
})

test('people are named with the post of the day', async ({ app: { page } }) => {
  await call(page, 'records.create', {
    record: {
      kind: 'contact',
      contactType: 'person',
      title: 'Saule Testova',
      posts: [
        { title: 'Deputy Minister', organisation: '', country: 'KAZ', from: '2021', to: '2023-11', former: true },
        { title: 'Minister', organisation: '', country: 'KAZ', from: '2023-12', to: '', former: false },
      ],
    },
  })
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('Said by @Saule')
  const option = page.getByRole('listbox', { name: 'What can stand here' }).getByRole('option', { name: /^Saule Testova/ })
  await expect(option).toContainText('Deputy Minister')
})
