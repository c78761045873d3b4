/** Records of all five kinds: made, edited, saved, and still there after a reload. By keyboard, and by mouse. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import {
  createByKeyboard,
  expectSaved,
  goToSection,
  property,
  reload,
  saveState,
  sectionLink,
  tabTo,
  textOf,
  titleOf,
  type Section,
} from '../support/e2e/steps-records.ts'

interface Kind {
  readonly name: string
  readonly section: Section
  readonly key: string
  readonly title: string
  /** A property that takes a line of text. */
  readonly line: string
  /** One that takes a partial date. */
  readonly date: string
}

const kinds: readonly Kind[] = [
  { name: 'person', section: 'Contacts', key: 'Control+2', title: 'Aziza Karimova', line: 'Native name', date: 'Date' },
  { name: 'country', section: 'Countries', key: 'Control+3', title: 'Mongolia', line: 'Group', date: 'Since' },
  { name: 'meeting', section: 'Meetings', key: 'Control+4', title: 'Round table on pay', line: 'Symbol', date: 'Starts' },
  { name: 'study', section: 'Studies', key: 'Control+5', title: 'Pay in ten services', line: 'Abstract', date: 'Deadline' },
  { name: 'note', section: 'Notes', key: 'Control+6', title: 'Visit to Ulaanbaatar', line: 'Topic', date: 'Date' },
]

/** A country is chosen from the list of countries, which Enter does before it creates. */
async function createCountry(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Country' })).toBeFocused()
  await page.keyboard.type(name.slice(0, 5))
  await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Country' })).toHaveValue(name)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue(name)
}

for (const { name, section, key, title, line, date } of kinds) {
  test(`a ${name} is made and written by keyboard alone`, async ({ app: { page } }) => {
    await page.keyboard.press(key)
    await expect(sectionLink(page, section)).toHaveAttribute('aria-current', 'page')
    if (name === 'country') await createCountry(page, title)
    else await createByKeyboard(page, title)

    await tabTo(page, property(page, line))
    await page.keyboard.type('Reform of pay')
    await tabTo(page, property(page, date))
    await page.keyboard.type('2019')
    await page.keyboard.press('Tab')
    await expect(property(page, date)).toHaveValue('2019')
    await tabTo(page, textOf(page))
    await page.keyboard.type('Пікірлер: Өзгеріс жақсы. – Plain words.')
    await expectSaved(page)

    await reload(page)
    await expect(property(page, line)).toHaveValue('Reform of pay')
    // a year stays a year
    await expect(property(page, date)).toHaveValue('2019')
    await expect(textOf(page)).toHaveText('Пікірлер: Өзгеріс жақсы. – Plain words.')
  })
}

const byMouse: readonly {
  readonly name: string
  readonly section: Section
  readonly button: string
  readonly title: string
  /** Changes a property that is no line of text, and answers how it is seen to have changed. */
  readonly edit: (page: Page) => Promise<(page: Page) => Promise<void>>
}[] = [
  {
    name: 'person',
    section: 'Contacts',
    button: 'New person',
    title: 'Aziza Karimova',
    async edit(page) {
      await page.getByRole('button', { name: 'Add post' }).click()
      const posts = (on: Page) => on.getByRole('group', { name: 'Posts' })
      await posts(page).getByRole('textbox', { name: 'Title' }).fill('Deputy Minister')
      await posts(page).getByRole('combobox', { name: 'Organisation' }).fill('Astana Civ')
      await page.getByRole('option', { name: /^Astana Civil Service Hub/ }).click()
      return (on) => expect(posts(on).getByRole('combobox', { name: 'Organisation' })).toHaveValue('Astana Civil Service Hub')
    },
  },
  {
    name: 'country',
    section: 'Countries',
    button: 'New country',
    title: 'Mongolia',
    async edit(page) {
      const status = (on: Page) => on.getByRole('group', { name: 'Participation' }).getByRole('combobox', { name: 'Status' })
      await status(page).selectOption('Observer')
      return (on) => expect(status(on)).toHaveValue('observer')
    },
  },
  {
    name: 'meeting',
    section: 'Meetings',
    button: 'New meeting',
    title: 'Round table on pay',
    async edit(page) {
      const stage = (on: Page) => on.getByRole('list', { name: 'Stage' }).getByRole('button', { name: 'Draft' })
      await stage(page).click()
      return (on) => expect(stage(on)).toHaveAttribute('aria-current', 'step')
    },
  },
  {
    name: 'study',
    section: 'Studies',
    button: 'New study',
    title: 'Pay in ten services',
    async edit(page) {
      await page.getByRole('combobox', { name: 'Stage' }).selectOption('Peer review')
      return (on) => expect(on.getByRole('combobox', { name: 'Stage' })).toHaveValue('peer review')
    },
  },
  {
    name: 'note',
    section: 'Notes',
    button: 'New note',
    title: 'Visit to Ulaanbaatar',
    async edit(page) {
      await page.getByRole('button', { name: 'Add country' }).click()
      await page.getByRole('combobox', { name: /country/i }).fill('Kazak')
      await page.getByRole('option', { name: 'Kazakhstan KAZ' }).click()
      return (on) => expect(on.getByRole('group', { name: 'Countries' }).getByRole('link', { name: 'Kazakhstan' })).toBeVisible()
    },
  },
]

for (const { name, section, button, title, edit } of byMouse) {
  test(`a ${name} is made and edited by mouse`, async ({ app: { page } }) => {
    await goToSection(page, section)
    await page.getByRole('button', { name: button }).first().click()
    const dialog = page.getByRole('dialog')
    if (name === 'country') {
      await dialog.getByRole('combobox', { name: 'Country' }).fill(title)
      await page.getByRole('option', { name: new RegExp(`^${title}`) }).click()
    } else await dialog.getByRole('textbox', { name: /^(?:Title|Name)$/ }).fill(title)
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(titleOf(page)).toHaveValue(title)
    const expectEdited = await edit(page)
    await expectSaved(page)
    await reload(page)
    await expectEdited(page)
  })
}

test('a date that is none is told so, kept, and saved as soon as it is put right', async ({ app: { page } }) => {
  await goToSection(page, 'Studies')
  await createByKeyboard(page, 'Pay in ten services')
  const deadline = property(page, 'Deadline')
  await deadline.fill('31 Feb 2020')
  await deadline.press('Tab')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no such day in the calendar.' })).toBeVisible()
  await expect(saveState(page)).toHaveText('Not saved: Deadline')
  await expect(deadline).toHaveValue('31 Feb 2020')
  // the rest is saved all the same
  await property(page, 'Abstract').fill('What ten services pay')
  await deadline.fill('next spring')
  await deadline.press('Tab')
  await expect(page.getByRole('alert').filter({ hasText: 'This is no date.' })).toBeVisible()
  await expect(deadline).toHaveValue('next spring')
  await deadline.fill('Feb 2020')
  await deadline.press('Tab')
  await expectSaved(page)
  await reload(page)
  await expect(deadline).toHaveValue(/^Feb(?:ruary)? 2020$/)
  await expect(property(page, 'Abstract')).toHaveValue('What ten services pay')
})

test('a name that is taken is settled when the record is made', async ({ app: { page } }) => {
  await goToSection(page, 'Contacts')
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog')
  // to a reader the same name: other case, more spaces
  await dialog.getByRole('textbox', { name: 'Name' }).fill('rex  FACER')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('This name belongs to another record already:')).toBeVisible()
  await expect(
    dialog.getByRole('button', { name: 'Open “Rex Facer”' }).or(dialog.getByRole('link', { name: 'Open “Rex Facer”' })),
  ).toBeVisible()
  const proposal = dialog.getByRole('button', { name: /^Use “/ })
  const free = /“(.+)”/.exec(await proposal.innerText())?.[1] ?? ''
  await proposal.click()
  await expect(titleOf(page)).toHaveValue(free)
  expect(free).not.toBe('Rex Facer')
})

test('a title that cannot be one is refused with a sentence and kept', async ({ app: { page } }) => {
  await goToSection(page, 'Notes')
  await page.keyboard.press('Control+n')
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Title' })
  const long = 'x'.repeat(10_000)
  await field.fill(long)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('A title has at most 500 characters; this one has 10,000.')).toBeVisible()
  await expect(field).toHaveValue(long)
  await field.fill('Pay [draft]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('A title cannot contain [ ] | # or ^, because links use them.')).toBeVisible()
  await expect(field).toHaveValue('Pay [draft]')
})
