/** Files of records: added by dialog, paste and drop, shown, kept, taken back, and gone when nothing names them. */
import { readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { picture } from '../support/e2e/picture.ts'
import { expectSaved, goToSection, inspector, openByName, reload, tabTo, textOf, toast, writeNote } from '../support/e2e/steps-records.ts'

const section = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Files' })
const row = (page: Page, name: string): Locator => section(page).getByRole('listitem').filter({ hasText: name })
/** The file is there; while it is on its way its row has no menu. */
const expectAdded = (page: Page, name: string): Promise<void> =>
  expect(row(page, name).getByRole('button', { name: /^What to do with/ })).toBeVisible()
const addButton = (page: Page): Locator => section(page).getByRole('button', { name: 'Add files' })
const shownPicture = (page: Page, name: string): Locator => page.getByRole('main').getByRole('img', { name, exact: true })

async function menuOf(page: Page, name: string, item: string): Promise<void> {
  await row(page, name)
    .getByRole('button', { name: `What to do with ${name}` })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Names of the contents in the workspace. */
async function contents(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'attachments'), { recursive: true }).catch(() => [])
  return names.filter((name) => /[0-9a-f]{64}$/.test(name))
}

/** Drawn, with its own size: a broken picture has none. */
const expectDrawn = (image: Locator, width: number): Promise<void> =>
  expect.poll(() => image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0))).toBe(width)

interface GivenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** Fires a paste or a drop that carries files, as a browser does. Answers whether the page took it from the browser. */
async function give(
  target: Locator,
  type: 'paste' | 'drop',
  files: readonly GivenFile[],
  words: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const plain = files.map(({ name, type: media, bytes }) => ({ name, media, base64: bytes.toString('base64') }))
  return target.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      for (const { name, media, base64 } of given.plain)
        data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type: media }))
      for (const [format, text] of Object.entries(given.words)) data.setData(format, text)
      const { left, top } = element.getBoundingClientRect()
      const shared = { bubbles: true, cancelable: true }
      return !element.dispatchEvent(
        given.type === 'paste'
          ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
          : new DragEvent('drop', { ...shared, dataTransfer: data, clientX: left + 5, clientY: top + 5 }),
      )
    },
    { type, plain, words },
  )
}

test('a chosen picture is shown in both views, survives a restart, is removed, and comes back by undo', async ({
  start,
  workspace,
  home,
}) => {
  const path = join(home, 'Plan of the hall.png')
  await writeFile(path, picture(320, 200))
  const first = await start({ workspace })
  await writeNote(first.page, 'Hall', 'Here is the plan.\n\n')
  await first.answerFiles(() => addButton(first.page).click(), [path])
  await expect(row(first.page, 'Plan of the hall.png')).toContainText(/\d bytes/)
  await textOf(first.page).click()
  await first.page.keyboard.press('Control+End')
  await menuOf(first.page, 'Plan of the hall.png', 'Show in the text')
  await expect(textOf(first.page)).toContainText('![[Plan of the hall.png]]')
  await first.page.keyboard.press('Control+Home')
  await expect(textOf(first.page)).not.toContainText('![[')
  await expectDrawn(shownPicture(first.page, 'Plan of the hall.png'), 320)
  await expectSaved(first.page)
  await first.close()

  const { page } = await start({ workspace })
  await openByName(page, 'Hall')
  await page.keyboard.press('Control+e')
  const shown = shownPicture(page, 'Plan of the hall.png')
  await expectDrawn(shown, 320)
  // no link to nothing: the embed is the record's own
  await inspector(page).getByRole('tab', { name: 'Links' }).click()
  await expect(inspector(page).getByText('This record links to no other.')).toBeVisible()
  await inspector(page).getByRole('tab', { name: 'Note' }).click()
  await menuOf(page, 'Plan of the hall.png', 'Remove')
  await expect(row(page, 'Plan of the hall.png')).toBeHidden()
  await expect(shown).toBeHidden()
  await expect(toast(page, 'removed from “Hall”')).toContainText('The text still names it')
  // in its place it is said, and a click leads to the versions that have it, never to a new record
  const gone = page.getByRole('main').getByRole('button', { name: 'Plan of the hall.png is no file of this record' })
  await gone.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(inspector(page).getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true')
  await expect(inspector(page).getByRole('tabpanel', { name: 'History' }).getByText('Plan of the hall.png removed')).toBeVisible()
  await inspector(page).getByRole('tab', { name: 'Note' }).click()
  await toast(page, 'removed from “Hall”').getByRole('button', { name: 'Undo' }).click()
  await expectDrawn(shown, 320)
})

test('a pasted picture gets a name of its day and stands where the caret was', async ({ app: { page } }) => {
  await writeNote(page, 'Screens', 'before after')
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 'before'.length; steps += 1) await page.keyboard.press('ArrowRight')
  await give(textOf(page), 'paste', [{ name: 'image.png', type: 'image/png', bytes: picture(40, 30) }])
  await expectAdded(page, 'Picture ')
  await expectSaved(page)
  const name = (await section(page).getByRole('listitem').first().innerText()).split('\n')[0] ?? ''
  expect(name).toMatch(/^Picture \d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.png$/)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await expectDrawn(shownPicture(page, name), 40)
  await expect(textOf(page)).toContainText(/^before.*after/s)
})

test('words with a picture of them are pasted as words', async ({ app: { page } }) => {
  await writeNote(page, 'Words', '')
  const table = { 'text/plain': 'From a text program', 'text/html': '<p>From a text program</p>' }
  await give(textOf(page), 'paste', [{ name: 'image.png', type: 'image/png', bytes: picture(4, 4) }], table)
  await expect(textOf(page)).toContainText('From a text program')
  await expect(section(page).getByRole('listitem')).toHaveCount(0)
})

test('files dropped on the text and on the inspector are added; one of another kind is a chip', async ({ app: { page } }) => {
  await writeNote(page, 'Dropped', 'A line.')
  await give(textOf(page).locator('.cm-line').first(), 'drop', [
    { name: 'Agenda.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 agenda') },
    {
      name: 'A <b>bold</b> [name].svg',
      type: 'image/svg+xml',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"/>'),
    },
  ])
  await expectAdded(page, 'Agenda.pdf')
  await expectAdded(page, 'A <b>bold<-b> (name).svg')
  await give(section(page), 'drop', [{ name: 'Letter.txt', type: 'text/plain', bytes: Buffer.from('Dear all') }])
  await expect(row(page, 'Letter.txt')).toContainText('8 bytes')
  await expectSaved(page)
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('main').getByRole('button', { name: /^Agenda\.pdf/ })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: /^A <b>bold/ })).toBeVisible()
  await expect(page.getByRole('main').getByRole('img', { name: /svg/ })).toHaveCount(0)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  // what was dropped on the inspector does not stand in the text
  await expect(page.getByRole('main').getByText('Letter.txt')).toHaveCount(0)
})

test('a file whose content the record has already is told by name', async ({ app: { page } }) => {
  await writeNote(page, 'Budget', 'Figures.')
  const bytes = Buffer.from('1,2,3')
  await give(section(page), 'drop', [{ name: 'figures.csv', type: 'text/csv', bytes }])
  await expectAdded(page, 'figures.csv')
  await give(section(page), 'drop', [
    { name: 'copy of figures.csv', type: 'text/csv', bytes },
    { name: 'other.csv', type: 'text/csv', bytes: Buffer.from('4') },
  ])
  await expectAdded(page, 'other.csv')
  await expect(toast(page, '“copy of figures.csv” was not added: “Budget” has its content already, as “figures.csv”.')).toBeVisible()
  await expect(section(page).getByRole('listitem')).toHaveCount(2)
})

test('a file beside every place for files changes nothing, and the page stays', async ({ app: { page } }) => {
  await writeNote(page, 'Stray', 'Text')
  const address = page.url()
  const beside = page.getByRole('navigation', { name: 'Sections' })
  // a browser would leave the page for the file
  expect(await give(beside, 'drop', [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') }])).toBe(true)
  await expect(section(page).getByRole('listitem')).toHaveCount(0)
  expect(page.url()).toBe(address)
})

test('a file over 100 MB is refused with the reason', async ({ app, home }) => {
  const { page } = app
  await writeNote(page, 'Large', 'Text')
  const path = join(home, 'Recording.mp4')
  await writeFile(path, '')
  await truncate(path, 101_000_000)
  await app.answerFiles(() => addButton(page).click(), [path])
  const notice = toast(page, 'larger than 100 MB')
  await expect(notice).toBeVisible()
  // a line that is written at the lower edge does not lie under it
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  for (let lines = 0; lines < 40; lines += 1) await page.keyboard.press('Enter')
  await page.keyboard.type('The last line')
  const line = await textOf(page).getByText('The last line').boundingBox()
  const over = await notice.boundingBox()
  expect((line?.y ?? Infinity) + (line?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0)
  // right behind a letter, Escape belongs to the completion that is being looked for
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await expect(notice).toBeHidden()
  await expect(section(page).getByRole('listitem')).toHaveCount(0)
})

test('emptying the trash removes the files that only its records had', async ({ app, workspace, home }) => {
  const { page } = app
  const paths = [join(home, 'one.png'), join(home, 'two.png')]
  await writeFile(paths[0] ?? '', picture(10, 10))
  await writeFile(paths[1] ?? '', picture(20, 20))
  await writeNote(page, 'Kept', 'Text')
  await app.answerFiles(() => addButton(page).click(), paths.slice(1))
  await expectAdded(page, 'two.png')
  await writeNote(page, 'Given up', 'Text')
  await app.answerFiles(() => addButton(page).click(), paths)
  await expectAdded(page, 'two.png')
  expect(await contents(workspace)).toHaveLength(2)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await goToSection(page, 'Trash')
  expect(await contents(workspace)).toHaveLength(2)
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty the trash' }).click()
  await expect.poll(() => contents(workspace)).toHaveLength(1)
  await openByName(page, 'Kept')
  await menuOf(page, 'two.png', 'Show in the text')
  await page.keyboard.press('Control+Home')
  await expectDrawn(shownPicture(page, 'two.png'), 20)
})

test('by keyboard alone: added, renamed with its place in the text, removed', async ({ app, home }) => {
  const { page } = app
  const path = join(home, 'draft.png')
  await writeFile(path, picture(30, 30))
  await writeNote(page, 'Keys', '![[draft.png]] text')
  await tabTo(page, addButton(page))
  await app.answerFiles(() => page.keyboard.press('Enter'), [path])
  await expectAdded(page, 'draft.png')
  const menu = row(page, 'draft.png').getByRole('button', { name: 'What to do with draft.png' })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const name = page.getByRole('dialog', { name: 'Rename the file' }).getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await name.press('Control+a')
  await page.keyboard.type('a/b.png')
  await expect(page.getByText('A name cannot contain')).toBeVisible()
  await name.press('Control+a')
  await page.keyboard.type('final.png')
  await page.keyboard.press('Enter')
  await expectAdded(page, 'final.png')
  // the row is the same, and so is the focus
  await expect(row(page, 'final.png').getByRole('button', { name: 'What to do with final.png' })).toBeFocused()
  await expectDrawn(shownPicture(page, 'final.png'), 30)
  await tabTo(page, row(page, 'final.png').getByRole('button', { name: 'What to do with final.png' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Remove' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row(page, 'final.png')).toBeHidden()
  await expect(addButton(page)).toBeFocused()
  await expect(textOf(page)).toContainText('final.png')
})

test('where the inspector is folded the tool bar counts the files and adds more', async ({ start, workspace, home }) => {
  const app = await start({ workspace, viewport: { width: 1024, height: 640 } })
  const { page } = app
  const path = join(home, 'Agenda.txt')
  await writeFile(path, 'Agenda')
  await writeNote(page, 'Folded', 'Text')
  await expect(inspector(page)).toHaveCount(0)
  const bar = page.getByRole('toolbar', { name: 'Format the text' })
  await app.answerFiles(() => bar.getByRole('button', { name: 'Add files' }).click(), [path])
  await expect(bar.getByRole('button', { name: 'Add files. The record has 1.' })).toBeVisible()
})

test('a damaged picture is told in its place, and the record can be read', async ({ app, workspace, home }) => {
  const { page } = app
  const path = join(home, 'photo.png')
  await writeFile(path, picture(50, 50))
  await writeNote(page, 'Damage', 'Before.\n\n![[photo.png]]')
  await app.answerFiles(() => addButton(page).click(), [path])
  await expectAdded(page, 'photo.png')
  const [content = ''] = await contents(workspace)
  await writeFile(join(workspace, 'attachments', content), picture(51, 51))
  await reload(page)
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('main').getByText(/^photo\.png cannot be shown\. Its content was damaged on the disk/)).toBeVisible()
  await expect(page.getByText('Before.')).toBeVisible()
  // the list of files says it too, until the file is added again
  await expect(row(page, 'photo.png')).toContainText('Damaged')
  await expect(row(page, 'photo.png')).toContainText('Add the file again, or restore a backup.')
  await app.answerFiles(() => addButton(page).click(), [path])
  // on its way it has a row of its own
  await expect(section(page).getByRole('listitem')).toHaveCount(1)
  await expect(section(page)).not.toContainText('Damaged')
})

test('what may be a program is handed over only after a warning', async ({ app, home, host }) => {
  const { page } = app
  const path = join(home, 'minutes.pdf')
  await writeFile(path, '#!/bin/sh\necho hello\n')
  await writeNote(page, 'Program', 'Text')
  await app.answerFiles(() => addButton(page).click(), [path])
  await expectAdded(page, 'minutes.pdf')
  const open = row(page, 'minutes.pdf').getByRole('button', { name: /^minutes\.pdf/ })
  if (host === 'electron') {
    // the host asks by itself, whatever the page says
    expect(await app.declineOutside(() => open.click())).toContain('“minutes.pdf” may be a program. Open it?')
    return
  }
  await open.click()
  const question = page.getByRole('alertdialog', { name: 'This may be a program' })
  await expect(question).toContainText('minutes.pdf')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await open.click()
  const [download] = await Promise.all([page.waitForEvent('download'), question.getByRole('button', { name: 'Save the program' }).click()])
  expect(download.suggestedFilename()).toBe('minutes.pdf')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ app, home }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: theme })
    const paths = [join(home, 'photo.png'), join(home, 'letter.txt')]
    await writeFile(paths[0] ?? '', picture(300, 100))
    await writeFile(paths[1] ?? '', 'Dear all')
    await writeNote(page, 'Axe', '![[photo.png]]\n\n![[letter.txt]] and ![[nothing.png]]')
    await app.answerFiles(() => addButton(page).click(), paths)
    await expectAdded(page, 'letter.txt')
    for (const mode of ['edit', 'read']) {
      if (mode === 'read') await page.keyboard.press('Control+e')
      await expectDrawn(shownPicture(page, 'photo.png'), 300)
      const axe = new AxeBuilder({ page }).setLegacyMode(true).include('main').include('aside')
      const { violations } = await axe.analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
    }
  })
}
