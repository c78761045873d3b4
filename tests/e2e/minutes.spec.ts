/** Taking minutes: what is typed in the meeting becomes actions, decisions and an agenda. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { pressRussian, typeRussian } from '../support/e2e/steps-layout.ts'
import { call, expectSaved, inspector, openByName, saveState, tabTo, textOf, titleOf, toast } from '../support/e2e/steps-records.ts'
import { englishItems, englishPeople, russianItems, russianPeople, type TypedItem } from '../support/e2e/typed-minutes.ts'

interface Row {
  readonly head: { readonly id: string; readonly title: string }
}

/** What floats over the text while it is typed. */
const offered = (page: Page) => page.getByRole('listbox', { name: 'What can stand here' })
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

/** Opens a record through the palette, by keys. */
async function openByKeys(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill(title)
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(new RegExp(`^${title}`))
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(titleOf(page)).toHaveValue(title)
}

/** What Ctrl+V brings when rows were copied in a spreadsheet. */
const paste = (page: Page, rows: string): Promise<void> =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, rows)

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
  await expect(form(page, 'Action').getByRole('group', { name: 'Responsible' })).toContainText('American Society')
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action').getByRole('textbox', { name: 'Deadline' })).toBeFocused()
  await page.keyboard.type('next Friday')
  await expect(form(page, 'Action')).toContainText(/Friday,? 22 September 2023/)
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action')).toHaveCount(0)
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
  await expect(inspector(page).getByRole('button', { name: 'SC/2023/4 Host of 2024', exact: true })).toBeVisible()
  await expect(textOf(page)).toContainText('by silence')
  await expect(textOf(page)).not.toContainText('[!decision')
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

test('the form fills in the deadline that the words give; Enter takes it', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('Send the study by 30 October')
  await page.keyboard.press('Control+Shift+A')
  const deadline = form(page, 'Action').getByRole('textbox', { name: 'Deadline' })
  await expect(deadline).toHaveValue('30 Oct 2023')
  await page.keyboard.type('Rex')
  await expect(page.getByRole('option', { name: /^Rex Facer/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action').getByRole('group', { name: 'Responsible' })).toContainText('Rex Facer')
  // behind a name that was taken, Tab goes on
  await page.keyboard.press('Tab')
  await expect(deadline).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form(page, 'Action')).toHaveCount(0)
  // what is typed on goes to the words: the chips stay chips
  await page.keyboard.type(' to members')
  await expectSaved(page)
  expect(await bodyOf(page)).toBe('- [ ] Send the study to members [[Rex Facer]] 📅 2023-10-30')
})

test('what is typed into the form over a line stays when the text beside it is clicked', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  await page.keyboard.type('The Committee met.\n\nSend the study')
  await page.keyboard.press('Control+Shift+A')
  await form(page, 'Action').getByRole('textbox', { name: 'Deadline' }).fill('15 November')
  // half a name is nobody's
  await form(page, 'Action').getByRole('combobox', { name: 'Responsible' }).fill('Rex Fac')
  await expect(page.getByRole('option', { name: /^Rex Facer/ })).toBeVisible()
  // at the end of the first line, beside the form
  const text = await textOf(page).boundingBox()
  await textOf(page).click({ position: { x: (text?.width ?? 0) - 4, y: 8 } })
  await expect(form(page, 'Action')).toHaveCount(0)
  await expectSaved(page)
  expect(await bodyOf(page)).toBe('The Committee met.\n\n- [ ] Send the study 📅 2023-11-15')
})

test('the menu offers what can stand in a line, by key on any layout and by mouse', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session')
  const menu = offered(page)
  await page.keyboard.type('/')
  await expect(menu.getByRole('option')).toHaveCount(8)
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

test('matters of a meeting classified higher do not arise in a public one, which is told', async ({ app: { page } }) => {
  await newMeeting(page, 'Open session', { classification: 'public' })
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Insert/ })
    .click()
  await offered(page)
    .getByRole('option', { name: /^Matters arising/ })
    .click()
  await expect(toast(page, /^\d+ actions of meetings classified higher than this one are left out\.$/)).toBeVisible()
  await expect(textOf(page)).not.toContainText('sample session')
  expect(await bodyOf(page)).toBe('')
})

test('an empty text becomes the skeleton of its meeting, and a list of items its agenda', async ({ app: { page } }) => {
  await newMeeting(page, 'Autumn session', { language: 'ru' })
  const make = page.getByRole('button', { name: 'Make the skeleton' })
  await expect(make).toBeVisible()
  await page.keyboard.insertText('1. Бюджет\n2. Место конференции 2024 года')
  await make.click()
  await expect(make).toHaveCount(0)
  await expect(textOf(page)).toContainText('5. Бюджет')
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
  const option = offered(page).getByRole('option', { name: /^Saule Testova/ })
  await expect(option).toContainText('Deputy Minister')
})

/** A keyboard: what its keys type, and its commands by their places. */
interface Keyboard {
  readonly type: (text: string) => Promise<void>
  readonly command: (code: 'KeyA' | 'KeyD' | 'KeyM') => Promise<void>
  /** Opens the menu of what can stand in a line, and finds the agenda item in it. */
  readonly agendaItem: () => Promise<void>
  /** Begins the name of a person. */
  readonly person: () => Promise<void>
}

const latin = (page: Page): Keyboard => ({
  type: (text) => page.keyboard.type(text),
  command: (code) => page.keyboard.press(`Control+Shift+${code}`),
  agendaItem: () => page.keyboard.type('/agen'),
  person: () => page.keyboard.type(' @'),
})

/** On the Russian layout neither the slash nor the at sign stands where the Latin one has it: their commands go by place. */
const cyrillic = (page: Page): Keyboard => ({
  type: (text) => typeRussian(page, text),
  command: (code) => pressRussian(page, code, { shift: true }),
  async agendaItem() {
    await pressRussian(page, 'Slash')
    await expect(offered(page)).toBeVisible()
    await typeRussian(page, 'пункт')
  },
  person: () => pressRussian(page, 'KeyM', { shift: true }),
})

/** As much of a name as people type: three letters of each word. */
const begun = (name: string): string => name.replace(/(?<=\p{L}{3})\p{L}+/gu, '')

async function typeItem(page: Page, keys: Keyboard, item: TypedItem): Promise<void> {
  const choose = async (name: string) => {
    await expect(offered(page).getByRole('option').first()).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(offered(page)).toBeHidden()
  }
  const paragraphEnds = async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  }
  await keys.agendaItem()
  await expect(offered(page).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(offered(page)).toBeHidden()
  await page.keyboard.insertText(item.title)
  await paragraphEnds()
  for (const [at, paragraph] of item.paragraphs.entries()) {
    await page.keyboard.insertText(paragraph)
    if (at === 0) {
      await keys.person()
      await keys.type(begun(item.speaker))
      await choose(item.speaker)
    }
    await paragraphEnds()
  }
  for (const [at, action] of item.actions.entries()) {
    await page.keyboard.insertText(action.words)
    if (action.form) {
      await keys.command('KeyA')
      const responsible = form(page, 'Action').getByRole('combobox', { name: 'Responsible' })
      await expect(responsible).toBeFocused()
      for (const name of action.responsible) {
        await keys.type(begun(name))
        await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
        await page.keyboard.press('Enter')
        await expect(form(page, 'Action').getByRole('group', { name: 'Responsible' })).toContainText(name)
      }
      await page.keyboard.press('Enter')
      await keys.type(action.deadline)
      await page.keyboard.press('Enter')
      await expect(form(page, 'Action')).toHaveCount(0)
    } else {
      await keys.type(` ${action.deadline}`)
      await expect(textOf(page).getByRole('button', { name: /^Deadline/ })).toBeVisible()
      await page.keyboard.press('Tab')
      await keys.person()
      await keys.type(begun(action.responsible[0] ?? ''))
      await choose(action.responsible[0] ?? '')
    }
    await page.keyboard.press('Enter')
    // the list is left in its empty item
    if (at === item.actions.length - 1) await page.keyboard.press('Enter')
  }
  for (const { title, text } of item.decisions) {
    await page.keyboard.insertText(title)
    await keys.command('KeyD')
    await expect(form(page, 'Decision').getByRole('textbox', { name: 'Number' })).toHaveValue(/^SC\/2023\/\d+$/)
    await page.keyboard.press('Enter')
    await expect(form(page, 'Decision')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(text)
    await paragraphEnds()
  }
}

/** What the text of some items is when all of it has been typed. `item` and `decision` are the numbers that come next. */
function textOfItems(items: readonly TypedItem[], next: { item: number; decision: number }): string {
  const blocks = items.flatMap((item) => [
    `## ${next.item++}. ${item.title}`,
    ...item.paragraphs.map((paragraph, at) => (at === 0 ? `${paragraph} [[${item.speaker}]]` : paragraph)),
    item.actions
      .map(({ words, form: asked, responsible, due }) => {
        const links = responsible.map((name) => `[[${name}]]`).join(' ')
        return `- [ ] ${words} ${asked ? `${links} 📅 ${due}` : `📅 ${due} ${links}`}`
      })
      .join('\n'),
    ...item.decisions.map(({ title, text }) => `> [!decision|silence] SC/2023/${next.decision++} ${title}\n> ${text}`),
  ])
  return blocks.map((block) => `${block}\n\n`).join('')
}

test('a whole meeting is typed by the keyboard alone, half of it on a Russian layout; the host dies in the middle', async ({
  start,
  workspace,
}) => {
  test.setTimeout(240_000)
  const title = 'Autumn session'
  const first = await start({ workspace })
  await expect(first.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 })
  for (const person of [...englishPeople, ...russianPeople])
    await call(first.page, 'records.create', { record: { kind: 'contact', contactType: 'person', title: person } })
  await newMeeting(first.page, title)

  // the participants come out of a spreadsheet
  await first.page.keyboard.press('Escape')
  await openByKeys(first.page, title)
  await tabTo(first.page, first.page.getByRole('button', { name: 'Add participants' }))
  await first.page.keyboard.press('Enter')
  const table = first.page.getByRole('grid', { name: 'Participants' })
  await expect(table).toBeFocused()
  await paste(first.page, [...englishPeople, ...russianPeople].map((name) => `${name}\tExpert`).join('\n'))
  await expect(first.page.getByRole('dialog', { name: 'Participants' }).getByRole('status')).toContainText('40 rows added.')
  await first.page.keyboard.press('Escape')
  await first.page.keyboard.press('Escape')
  await tabTo(first.page, textOf(first.page))

  const next = { item: 1, decision: 3 }
  const keys = latin(first.page)
  for (const item of englishItems) await typeItem(first.page, keys, item)
  const half = textOfItems(englishItems, next)
  // the panel goes along with the typing
  await expect(inspector(first.page).getByRole('checkbox')).toHaveCount(13)
  await expectSaved(first.page)
  expect(await bodyOf(first.page)).toBe(half)
  await first.page.keyboard.insertText('Nothing was promised of this half')
  await first.kill()

  const { page } = await start({ workspace })
  await openByKeys(page, title)
  await expect(saveState(page)).toHaveText('Saved')
  const kept = await bodyOf(page)
  expect(kept.startsWith(half), 'all that was acknowledged').toBe(true)
  await tabTo(page, textOf(page))
  await page.keyboard.press('Control+End')
  if (kept !== half) for (let ends = 0; ends < 2; ends += 1) await page.keyboard.press('Enter')
  const russian = cyrillic(page)
  for (const item of russianItems) await typeItem(page, russian, item)
  await expectSaved(page)

  const text = await bodyOf(page)
  expect(text).toBe(`${kept === half ? half : `${kept}\n\n`}${textOfItems(russianItems, next)}`)
  expect(text.split(/\s+/u).length).toBeGreaterThan(4_000)
  const meeting = await call<{ participants: unknown[] }>(page, 'records.get', { id: idOf(page) })
  expect(meeting.participants).toHaveLength(40)
  await expect(inspector(page).getByRole('checkbox')).toHaveCount(25)
  const actions = await call<{ total: number; rows: { responsible: string[]; due: string }[] }>(page, 'actions.list', {
    recordId: idOf(page),
  })
  const typed = [...englishItems, ...russianItems].flatMap((item) => item.actions)
  expect(actions.rows.map(({ responsible, due }) => ({ responsible, due }))).toEqual(
    typed.map(({ responsible, due }) => ({ responsible, due })),
  )
  const decisions = await call<{ rows: { number: string; taken: string }[] }>(page, 'decisions.list', { recordId: idOf(page) })
  expect(decisions.rows.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, at) => `SC/2023/${at + 3}`))
  expect(new Set(decisions.rows.map(({ taken }) => taken))).toEqual(new Set(['silence']))
})
