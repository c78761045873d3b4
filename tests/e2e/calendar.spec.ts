/** Calendar files: a meeting out of one by menu, palette and drop; a meeting into one; files that are none. */
import type { Locator, Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, goToSection, openByName, titleOf, toast } from '../support/e2e/steps-records.ts'

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const calendar = (...events: readonly string[][]) =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n'))

const INVITATION = calendar(
  event(
    'UID:040000008200E00074C5B7101A82E008',
    'SUMMARY:Consultation on remuneration',
    'DTSTART;TZID="W. Europe Standard Time":20230620T093000',
    'DTEND;TZID="W. Europe Standard Time":20230620T110000',
    'LOCATION:Vienna',
    'DESCRIPTION:1. Opening\\n2. The study',
    'ORGANIZER;CN=Office:mailto:office@hub.org',
    'ATTENDEE;CN=Алихан Байменов;ROLE=CHAIR:mailto:ab@hub.org',
    'ATTENDEE;CN=Rex Facer;PARTSTAT=DECLINED:mailto:rex@byu.edu',
    'ATTENDEE;CN=Nobody Known:mailto:nobody@x.org',
  ),
)

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Meeting from a calendar file' })
const invited = (page: Page, name: string): Locator => dialogOf(page).getByRole('row').filter({ hasText: name })

/** Through the list's menu, as somebody with a mouse does. */
async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'More about meetings' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'From a calendar file…' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/calendar', buffer })
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByRole('listbox', { name: 'Meetings' }).evaluate(
    (element, given) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(given.base64), (char) => char.charCodeAt(0))], given.name, { type: '' }))
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
    },
    { name, base64: bytes.toString('base64') },
  )
}

test('an invitation is shown, corrected and made a meeting; nothing is made before', async ({ app }) => {
  const { page } = app
  await goToSection(page, 'Meetings')
  const before = (await call<{ meetings: number }>(page, 'list.counts', {})).meetings
  await choose(page, 'invite.ics', INVITATION)
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'Title of the meeting' })).toHaveValue('Consultation on remuneration')
  await expect(dialog.getByRole('textbox', { name: 'Starts', exact: true })).toHaveValue('20 Jun 2023')
  await expect(dialog.getByRole('textbox', { name: 'Starts at' })).toHaveValue('09:30')
  await expect(dialog.getByRole('textbox', { name: 'Ends at' })).toHaveValue('11:00')
  await expect(dialog.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/Berlin')
  await expect(dialog.getByText('4 people, 2 of them in the contacts')).toBeVisible()
  await expect(invited(page, 'Алихан Байменов').getByRole('combobox', { name: /^Contact for/ })).toHaveValue('Alikhan Baimenov')
  await expect(invited(page, 'Rex Facer').getByRole('combobox', { name: 'Presence' })).toHaveValue('apologies')
  await expect(invited(page, 'Nobody Known')).toContainText('Not in the contacts')
  expect(await accessibilityProblems(page)).toEqual([])
  expect((await call<{ meetings: number }>(page, 'list.counts', {})).meetings).toBe(before)

  await invited(page, 'Office').getByRole('checkbox').uncheck()
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Vienna International Centre')
  await dialog.getByRole('button', { name: 'Create the meeting' }).click()
  await expect(titleOf(page)).toHaveValue('Consultation on remuneration')
  await expect(page.getByRole('article')).toContainText('2. The study')
  const { rows } = await call<{ rows: { head: { id: string } }[] }>(page, 'list.query', {
    query: { kind: 'meeting', text: 'remuneration Vienna', sort: { key: 'title', direction: 'ascending' } },
    from: 0,
    count: 5,
  })
  const made = await call<Record<string, unknown>>(page, 'records.get', { id: rows[0]?.head.id })
  expect(made).toMatchObject({
    start: '2023-06-20',
    startTime: '09:30',
    endTime: '11:00',
    timeZone: 'Europe/Berlin',
    place: 'Vienna International Centre',
    chair: 'Alikhan Baimenov',
    stage: 'planned',
    participants: [
      { person: 'Alikhan Baimenov', function: 'chair', presence: '' },
      { person: 'Rex Facer', presence: 'apologies', represents: { country: 'USA' } },
      { person: 'Nobody Known' },
    ],
  })
  // nobody became a contact
  await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Contacts/ })).not.toContainText('Nobody')
})

test('what was changed of an invitation is there again after its window was closed by accident', async ({ app }) => {
  const { page } = app
  await goToSection(page, 'Meetings')
  await choose(page, 'invite.ics', INVITATION)
  const place = dialogOf(page).getByRole('textbox', { name: 'Place' })
  await place.fill('Vienna International Centre')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
  await choose(page, 'invite.ics', INVITATION)
  await expect(place).toHaveValue('Vienna International Centre')
  await dialogOf(page).getByRole('button', { name: 'Take it as in the file' }).click()
  await expect(place).toHaveValue('Vienna')
})

test('of several events one is chosen, by keyboard from the palette; a series says that only its first is taken', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('calendar file')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  const series = Array.from({ length: 12 }, (_, number) =>
    event(`UID:${number}`, `SUMMARY:Weekly call ${number}`, `DTSTART;VALUE=DATE:202301${String(number + 10)}`, 'RRULE:FREQ=WEEKLY'),
  )
  await chooser.setFiles({ name: 'all.ics', mimeType: 'text/calendar', buffer: calendar(...series) })
  await expect(page.getByRole('dialog', { name: 'Which event?' }).getByRole('textbox', { name: /^Filter/ })).toBeFocused()
  await page.keyboard.type('call 7')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByText('This event repeats. Only the first meeting is taken.')).toBeVisible()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Title of the meeting' })).toHaveValue('Weekly call 7')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
})

test('a dropped file is taken, one that is no calendar is named, one that cannot be read gets one sentence', async ({ app }) => {
  const { page } = app
  await goToSection(page, 'Meetings')
  await drop(page, 'holiday.jpg', Buffer.from('x'))
  await expect(toast(page, '“holiday.jpg” is no calendar file.')).toBeVisible()
  await drop(page, 'broken.ics', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY'))
  const failed = page.getByRole('dialog', { name: 'This file cannot be used' })
  await expect(failed.getByRole('alert')).toContainText('“broken.ics” is no calendar file, or it is damaged. Nothing was made of it.')
  await page.keyboard.press('Escape')
  await drop(page, 'february.ics', calendar(event('UID:1', 'SUMMARY:Impossible', 'DTSTART;VALUE=DATE:20230231')))
  await expect(dialogOf(page).getByText('The file gives no day that exists on which it begins.')).toBeVisible()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Starts', exact: true })).toHaveValue('')
  await dialogOf(page).getByRole('button', { name: 'Create the meeting' }).click()
  await expect(titleOf(page)).toHaveValue('Impossible')
})

test('a meeting is saved as a calendar file, which names the meeting that it was made from', async ({ app }) => {
  const { page } = app
  await openByName(page, 'Steering Committee, sample session')
  const { name, text } = await app.savedFile(async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Save as calendar file' }).click()
  })
  expect(name).toBe('Steering Committee, sample session.ics')
  expect(text).toContain('DTSTART;TZID=Asia/Almaty:20230516T100000\r\n')
  expect(text).toContain('SUMMARY:Steering Committee\\, sample session\r\n')
  expect(text).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Almaty\r\n/)
  await goToSection(page, 'Meetings')
  await choose(page, name, Buffer.from(text))
  await expect(dialogOf(page).getByText('This event is here already, as the meeting “Steering Committee, sample session”')).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Create the meeting' }).click()
  await expect(dialogOf(page).getByRole('alert')).toContainText('This name belongs to another record already')
  await dialogOf(page).getByRole('button', { name: 'Open it' }).click()
  await expect(titleOf(page)).toHaveValue('Steering Committee, sample session')
})

test('a meeting whose day is not known is not put into a calendar', async ({ app }) => {
  const { page } = app
  await openByName(page, 'ASPA session on public service development')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Save the meeting as a calendar file')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'A calendar has a place only for what has a day.')).toBeVisible()
})
