/** The way to every screen, as a person goes it. The accessibility spec and the pictures of the screens walk it. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Host } from '../../../src/shared/transport.ts'
import { person } from './fixtures.ts'
import { chooseButton, grid, takeIn, vault, writeFiles } from './steps-import.ts'

type Section = 'Today' | 'Contacts' | 'Countries' | 'Meetings' | 'Studies' | 'Notes' | 'Actions' | 'Decisions' | 'Trash' | 'Settings'

export interface Place {
  readonly name: string
  /** The parts that have not been on the screen before; all of it when left out. */
  readonly parts?: readonly string[]
  open(page: Page): Promise<void>
  /** Back to a screen without anything over it. */
  leave?(page: Page): Promise<void>
}

/** Nothing is on its way any more: no skeleton, no text being laid out, no font being read. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[class*="_skeleton_"], [aria-busy="true"], [role="status"]:has-text("Saving…")')).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** Asks the host as the page does. The answer's value; throws when it refuses. */
export async function ask<T>(page: Page, method: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(([name, given]) => (window as unknown as { host: Host }).host.call(name, given), [
    method,
    input,
  ] as const)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value as T
}

export async function identify(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('This device').fill(person.device)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Try the sample/ }).waitFor()
}

/** What a bad disk does to a workspace that nobody has open: one letter of one record. */
export async function damage(folder: string): Promise<void> {
  const [name = ''] = (await readdir(join(folder, 'segments'))).filter((entry) => entry.endsWith('.jsonl')).toSorted()
  const file = join(folder, 'segments', name)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"contactType":"body"', '"contactType":"bodi"'))
  // what is derived would spare the next opening from reading it
  await rm(join(folder, 'derived'), { recursive: true, force: true })
}

export async function goTo(page: Page, section: Section): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: new RegExp(`^${section}`) })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('#content')).toBeVisible()
}

/** Opens a record by its name, with the palette. */
export async function openRecord(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(title)
  // the palette also offers to make a record of that name
  const found = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
  await page.getByRole('dialog').getByRole('option', { name: found }).first().click()
  await expect(page.getByRole('heading', { level: 1 }).getByRole('textbox', { name: 'Title' })).toHaveValue(title)
  await expect(
    page
      .getByRole('region', { name: 'Text' })
      .or(page.getByRole('region', { name: 'Profile' }))
      .first(),
  ).toBeVisible()
}

const section = (name: string, to: Section, heading = to as string): Place => ({
  name,
  async open(page) {
    await goTo(page, to)
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
  },
})

/** The page of results; without a query it explains what can be asked. */
const search = (name: string, text: string, shows: (page: Page) => Locator): Place => ({
  name,
  async open(page) {
    await page.keyboard.press('Control+Shift+f')
    await page.getByRole('searchbox', { name: 'Search in everything' }).fill(text)
    await expect(shows(page).first()).toBeVisible()
  },
})

const record = (name: string, title: string): Place => ({
  name,
  parts: ['#content', '#inspector'],
  open: (page) => openRecord(page, title),
})

/** The record that is open, with everything that folds unfolded. */
const unfolded = (name: string): Place => ({
  name,
  parts: ['#content'],
  async open(page) {
    const fold = page.getByRole('button', { name: /^More details/ })
    await fold.click()
    await expect(fold).toHaveAttribute('aria-expanded', 'true')
  },
})

const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const byKey = (name: string, key: string, dialog: string | RegExp): Place => ({
  name,
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
  },
  leave: closeDialog,
})

const inspectorTab = (name: string, tab: string): Place => ({
  name,
  parts: ['#inspector'],
  async open(page) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
  },
})

const version: Place = {
  name: 'meeting, version',
  parts: ['#content'],
  async open(page) {
    await page.getByRole('tabpanel', { name: 'History' }).getByRole('link').first().click()
    await expect(page.getByRole('region', { name: 'Comparison of two versions' }).getByRole('heading', { level: 1 })).toBeVisible()
  },
  async leave(page) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeVisible()
  },
}

/** Of the sample: what it calls its meeting with decisions and actions. */
export const sampleMeeting = 'Steering Committee, sample session'

const reading: Place = {
  name: 'meeting, reading',
  parts: ['#content'],
  async open(page) {
    await page.getByRole('button', { name: 'Reading view' }).click()
    await expect(page.getByRole('article', { name: 'Text' })).toContainText('Opening of the session')
  },
  async leave(page) {
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeVisible()
  },
}

/** The bar that finds in a text, with what replaces beside it. */
const finding: Place = {
  name: 'meeting, finding',
  parts: ['#content'],
  async open(page) {
    await page.getByRole('textbox', { name: 'Text' }).click()
    await page.keyboard.press('Control+f')
    const bar = page.getByRole('search', { name: 'Find in this text' })
    await bar.getByRole('button', { name: 'Replace', exact: true }).click()
    await bar.getByRole('searchbox').fill('ommittee')
    await expect(bar.getByRole('status').filter({ hasText: /^\d+ of \d+$/ })).toBeVisible()
  },
  async leave(page) {
    await page.getByRole('checkbox', { name: 'Exact text' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('search', { name: 'Find in this text' })).toBeHidden()
  },
}

const editing: Place = {
  name: 'meeting',
  async open(page) {
    await openRecord(page, sampleMeeting)
    await expect(page.getByRole('textbox', { name: 'Text' })).toContainText('Opening of the session')
  },
}

const participants: Place = {
  name: 'participants',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.getByRole('button', { name: 'open table' }).click()
    await expect(page.getByRole('dialog', { name: 'Participants' })).toBeVisible()
  },
  leave: closeDialog,
}

const stage: Place = {
  name: 'stage',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.getByRole('button', { name: 'Cleared', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  leave: closeDialog,
}

const contactsOf = (name: string, type: string): Place => ({
  name,
  async open(page) {
    await goTo(page, 'Contacts')
    await page
      .getByRole('radio', { name: type })
      .or(page.getByRole('button', { name: new RegExp(`^${type}`) }))
      .first()
      .click()
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  },
})

const palette: Place = {
  name: 'palette',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('steering')
    await expect(page.getByRole('dialog').getByRole('option', { name: new RegExp(`^${sampleMeeting}`) })).toBeVisible()
  },
  leave: closeDialog,
}

/** Deletes a record, so that the trash holds something. */
export const filledTrash: Place = {
  name: 'trash',
  async open(page) {
    await openRecord(page, 'Uzbekistan: at the annual conference')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('moved to the trash')
    await goTo(page, 'Trash')
    await expect(page.getByText('Uzbekistan: at the annual conference').first()).toBeVisible()
  },
}

const folders: Place = {
  name: 'folders',
  async open(page) {
    await page.keyboard.press('Control+Shift+e')
    await page.getByRole('button', { name: /(?:Choose folder|Change)…$/ }).click()
    await expect(page.getByRole('dialog', { name: 'Choose a folder for the export' })).toBeVisible()
  },
  async leave(page) {
    await page.getByRole('dialog', { name: 'Choose a folder for the export' }).getByRole('button', { name: 'Cancel' }).click()
    await closeDialog(page)
  },
}

const preview = (page: Page) => page.getByRole('region', { name: 'What would be written' })

/** Everything, in a form that somebody put together. */
const exportEverything: Place = {
  name: 'export',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.keyboard.press('Control+Shift+e')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'What leaves' }).selectOption('everything')
    await dialog.getByRole('radio', { name: 'Plain markdown' }).check()
    await dialog.getByRole('button', { name: /^Options/ }).click()
    await dialog.getByRole('combobox', { name: 'Folders', exact: true }).selectOption('year')
    await expect(preview(page)).toContainText('become words')
    await expect(preview(page)).toContainText('2023')
  },
  leave: closeDialog,
}

/** What came of an export; where the host has no folder dialog of its own. */
const exported: Place = {
  name: 'export, result',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.keyboard.press('Control+Shift+e')
    await page.getByRole('dialog').getByRole('combobox', { name: 'What leaves' }).selectOption('everything')
    await page.getByRole('dialog').getByRole('radio', { name: 'Obsidian vault' }).check()
    await page.getByRole('button', { name: /(?:Choose folder|Change)…$/ }).click()
    const folder = page.getByRole('dialog', { name: 'Choose a folder for the export' })
    await folder.getByRole('button', { name: 'This computer' }).click()
    await folder.getByRole('option', { name: 'Home', exact: true }).dblclick()
    await folder.getByRole('button', { name: /^Use this folder/ }).click()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByRole('dialog').getByText(/files exported$/)).toBeVisible()
  },
  leave: closeDialog,
}

const attendance: Place = {
  name: 'attendance',
  parts: ['#content'],
  async open(page) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('Go to Attendance')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Attendance' }).getByRole('rowheader', { name: 'Kazakhstan' })).toBeVisible()
  },
}

const INVITATION = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:invitation
SUMMARY:Consultation on remuneration
DTSTART;TZID="W. Europe Standard Time":20230620T093000
DTEND;TZID="W. Europe Standard Time":20230620T110000
RRULE:FREQ=WEEKLY;COUNT=3
LOCATION:Vienna
ORGANIZER;CN=Алихан Байменов:mailto:a.baimenov@example.org
ATTENDEE;CN=Rex Facer;PARTSTAT=DECLINED:mailto:r.facer@example.org
ATTENDEE;CN=Kim:mailto:kim@example.org
ATTENDEE;CN=Maria Novak:mailto:m.novak@example.org
END:VEVENT
END:VCALENDAR
`

/** What a calendar file would make. */
const calendarFile: Place = {
  name: 'calendar file',
  parts: ['[role="dialog"]'],
  async open(page) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('Meeting from a calendar file')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
    await chooser.setFiles({ name: 'Invitation.ics', mimeType: 'text/calendar', buffer: Buffer.from(INVITATION) })
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title of the meeting' })).toBeVisible()
  },
  leave: closeDialog,
}

/** The steps of an import, with a vault in the home folder. Where the host has a dialog of its own, `choose` answers it. */
export const importSteps = (home: string, choose: (open: () => Promise<void>, folder: string) => Promise<void>): readonly Place[] => [
  {
    name: 'import',
    parts: ['#content'],
    async open(page) {
      await goTo(page, 'Settings')
      await page.getByRole('button', { name: 'Import…' }).click()
      await expect(page.getByRole('heading', { name: /^Bring notes/ })).toBeVisible()
    },
  },
  {
    name: 'import, check',
    parts: ['#content'],
    async open(page) {
      await writeFiles(join(home, 'Vault'), vault)
      await choose(() => chooseButton(page, 'Vault').click(), 'Vault')
      await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
    },
  },
  {
    name: 'import, row',
    parts: ['[role="menu"]'],
    async open(page) {
      await grid(page).getByRole('button').first().click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
    async leave(page) {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
    },
  },
  { name: 'import, done', parts: ['#content'], open: takeIn },
]

/** The same field changed here and elsewhere between two saves. */
export const conflict: Place = {
  name: 'conflict',
  async open(page) {
    await openRecord(page, sampleMeeting)
    const id = page.url().split('/').at(-1) ?? ''
    const place = page.getByRole('textbox', { name: 'Place', exact: true })
    const notice = page.getByRole('alert').getByRole('button', { name: 'Compare' })
    // the other window has to be quicker than the pause after which this one saves
    await expect(async () => {
      const { rev } = await ask<{ rev: number }>(page, 'records.get', { id })
      await ask(page, 'app.identify', { name: 'Daniyar Karimov', device: 'Conference laptop' })
      await place.fill(`Astana, hall ${rev}`)
      await ask(page, 'records.update', { kind: 'meeting', id, baseRev: rev, patch: { place: `Astana, House of Ministries, hall ${rev}` } })
      await ask(page, 'app.identify', person)
      await expect(notice).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await notice.click()
    await expect(page.getByRole('dialog', { name: 'Two versions' })).toBeVisible()
  },
  async leave(page) {
    await page.getByRole('dialog').getByText('Yours').click()
    await page.getByRole('button', { name: 'Save this' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
}

/** Screens of an open sample workspace, in an order in which each can be reached from the one before. */
export const places = {
  sections: [
    section('today', 'Today', 'Recent'),
    contactsOf('contacts', 'People'),
    contactsOf('organisations', 'Organisations'),
    contactsOf('bodies', 'Bodies'),
    section('countries', 'Countries'),
    section('meetings', 'Meetings'),
    section('studies', 'Studies'),
    section('notes', 'Notes'),
    section('actions', 'Actions'),
    section('decisions', 'Decisions'),
    attendance,
    section('empty trash', 'Trash'),
    filledTrash,
    section('settings', 'Settings'),
    search('search', '', (page) => page.getByRole('heading', { name: 'What a search understands' })),
    search('search results', 'committee', (page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option')),
    search('search, nothing found', 'Baimenov kind:study', (page) => page.getByText('Nothing found', { exact: true })),
  ],
  records: [
    editing,
    finding,
    reading,
    unfolded('meeting, all properties'),
    inspectorTab('meeting, links', 'Links'),
    inspectorTab('meeting, details', 'Details'),
    inspectorTab('meeting, history', 'History'),
    version,
    record('person', 'Alikhan Baimenov'),
    unfolded('person, all properties'),
    record('organisation', 'Astana Civil Service Hub'),
    unfolded('organisation, all properties'),
    record('body', 'Steering Committee'),
    record('country', 'Slovenia'),
    unfolded('country, all properties'),
    record('study', 'Talent management in the civil service'),
    unfolded('study, all properties'),
    record('note', 'Slovenia: integrity and prevention of corruption'),
    unfolded('note, all properties'),
  ],
  dialogs: [
    editing,
    participants,
    stage,
    byKey('new record', 'Control+Shift+n', 'New record'),
    byKey('new meeting', 'Control+n', 'New meeting'),
    palette,
    calendarFile,
    byKey('export of a record', 'Control+Shift+e', /^Export this record/),
    exportEverything,
    byKey('shortcuts', 'F1', /./),
    conflict,
  ],
  /** Where the host has no folder dialog of its own. */
  folders,
  exported,
} satisfies Record<string, readonly Place[] | Place>
