/** One record for another program: the clipboard, paper, a dragged row. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { goToSection, openByName, textOf, toast, writeNote } from '../support/e2e/steps-records.ts'

interface Pasted {
  readonly plain: string
  readonly html: string
}

/** What another program would be given by a paste. */
async function pasted(page: Page): Promise<Pasted> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'elsewhere'
    document.body.append(field)
    field.addEventListener('paste', (event) => {
      field.dataset['plain'] = event.clipboardData?.getData('text/plain') ?? ''
      field.dataset['html'] = event.clipboardData?.getData('text/html') ?? ''
    })
    field.focus()
  })
  await page.keyboard.press('Control+v')
  const field = page.locator('#elsewhere')
  await expect(field).toHaveAttribute('data-plain', /./)
  const data = await field.evaluate(({ dataset }) => ({ plain: dataset['plain'] ?? '', html: dataset['html'] ?? '' }))
  await field.evaluate((element) => element.remove())
  return data
}

const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const BODY = [
  'Met [[Pan Suk Kim]] and **agreed**.',
  '- [ ] Send the study [[Rex Facer]] 📅 2023-06-30\n- [x] Call the ministry',
  '> [!decision|consensus] SC/2023/5 The study\n> It is approved.',
  '| Country | Figure |\n| --- | --- |\n| Kazakhstan | 7 |',
].join('\n\n')

test('a record is copied as markdown: title, what is known, and the text with its links', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', BODY)
  await menu(page, 'Copy as markdown')
  await expect(toast(page, '“Talk in Astana” is on the clipboard as markdown')).toBeVisible()
  const { plain } = await pasted(page)
  expect(plain).toMatch(/^# Talk in Astana\n/)
  expect(plain).toContain(BODY)
  expect(plain).not.toContain('---\nid:')
})

test('a record is copied for Word by a key: headings, lists and tables, words in place of signs, no links of ours', async ({
  app: { page },
}) => {
  await writeNote(page, 'Talk in Astana', BODY)
  await page.keyboard.press('Control+Shift+KeyC')
  await expect(toast(page, 'laid out for Word and Outlook')).toBeVisible()
  const { plain, html } = await pasted(page)
  expect(plain).toContain('Met Pan Suk Kim and **agreed**.')
  expect(html).toContain('<strong>agreed</strong>')
  expect(html).toMatch(/<h1[^>]*>Talk in Astana<\/h1>/)
  expect(html).toMatch(/☐ Send the study — Rex Facer \(Deadline 30 Jun 2023\)/)
  expect(html).toMatch(/☑ /)
  expect(html).toMatch(/Decision SC\/2023\/5 The study \(by consensus\)/)
  expect(html).toMatch(/<td style="[^"]*border[^"]*">Kazakhstan<\/td>/)
  expect(html).not.toMatch(/data-|\[\[|<a /)
})

test('a link to the record goes to the clipboard', async ({ app: { page } }) => {
  await openByName(page, 'Pan Suk Kim')
  await menu(page, 'Copy link')
  expect((await pasted(page)).plain).toBe('[[Pan Suk Kim]]')
})

test('paper shows the record alone, with its level on each page, and the window is back after', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', BODY)
  // the system's dialog cannot be driven: what it would be given is looked at
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.keyboard.press('Control+KeyP')
  const sheet = page.locator('#paper')
  await expect(sheet).toBeAttached()
  await expect(sheet).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(sheet.getByRole('heading', { level: 1, name: 'Talk in Astana' })).toBeVisible()
  await expect(sheet.getByText('Internal', { exact: true }).first()).toBeVisible()
  await expect(sheet.getByText('Kazakhstan', { exact: true })).toBeVisible()
  await expect(page.getByRole('navigation').locator('visible=true')).toHaveCount(0)
  expect(await page.title()).toBe('Talk in Astana')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)
  await expect(page).toHaveTitle(/^Talk in Astana – /)
})

test('what names a record above its level says so when it is copied or printed, and can be had without', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'Met [[Pan Suk Kim]]. They left.')
  await page.getByRole('article').getByRole('combobox', { name: 'Classification' }).selectOption('public')
  await menu(page, 'Copy as markdown')
  const told = toast(page, 'It names a record that is internal')
  await expect(told).toBeVisible()
  expect((await pasted(page)).plain).toContain('Pan Suk Kim')
  await told.getByRole('button', { name: 'Withhold and copy' }).click()
  await expect(toast(page, 'What it names above its own level is withheld')).toBeVisible()
  const { plain } = await pasted(page)
  expect(plain).toContain('[withheld] They left.')
  expect(plain).not.toContain('Pan Suk Kim')

  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.keyboard.press('Control+KeyP')
  const sheet = page.locator('#paper')
  await expect(sheet.getByText('Internal', { exact: true }).first()).toBeAttached()
  await toast(page, 'It names a record that is internal').getByRole('button', { name: 'Withhold and print' }).click()
  await expect(sheet.getByText('[withheld] They left.')).toBeAttached()
  await expect(sheet.getByText('Public', { exact: true }).first()).toBeAttached()
})

test('a row that is dragged is a file for others', async ({ app }) => {
  await goToSection(app.page, 'Contacts')
  const { name, text } = await app.draggedFile(app.page.getByRole('row').filter({ hasText: 'Pan Suk Kim' }))
  expect(name).toBe('Pan Suk Kim.md')
  expect(text).toMatch(/^---\nid: /)
  expect(text).toContain('kind: contact')
})

test('a row that is dragged into a text is a link there', async ({ app: { page } }, { project }) => {
  test.skip(project.name === 'electron', 'the host goes on with the drag by the system, which takes the pointer from the test')
  await writeNote(page, 'Talk in Astana', 'Met ')
  const row = page.getByRole('option').filter({ hasText: 'Talk in Astana' })
  const text = textOf(page)
  await row.dragTo(text, { targetPosition: { x: 40, y: 10 } })
  await expect(text).toContainText('[[Talk in Astana]]')
})
