/** Typing over what is selected. The fixture expects no word in the console: the browser's own way leaves a style behind. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, openByName, textOf } from '../support/e2e/steps-records.ts'

const BOX = '> [!decision|silence] SC/2022/3 Old questionnaire\n> Each study has its own.\n'
const TITLE = 'Session of 2022'

/** A meeting with this text, all of which is selected. Answers what is saved. */
async function allSelected(page: Page, body: string): Promise<() => Promise<string>> {
  const { record } = await call<{ record: { id: string } }>(page, 'records.create', { record: { kind: 'meeting', title: TITLE, body } })
  await openByName(page, TITLE)
  await textOf(page).click()
  await page.keyboard.press('Control+a')
  return async () => {
    await expectSaved(page)
    return (await call<{ body: string }>(page, 'records.get', { id: record.id })).body
  }
}

for (const [what, body] of [
  ['a decision', BOX],
  ['a heading and a decision', `# Opening\n\n${BOX}\nAfter.\n`],
  ['one heading', '# Opening'],
] as const)
  test(`over ${what}: the words stand alone, and undo brings all of it back`, async ({ app: { page } }) => {
    const saved = await allSelected(page, body)
    await page.keyboard.type('New words')
    await expect(textOf(page)).toHaveText('New words')
    expect(await saved()).toBe('New words')
    await page.keyboard.press('Control+z')
    await expect.poll(saved).toBe(body)
  })

test('an opening bracket goes around what is selected', async ({ app: { page } }) => {
  const saved = await allSelected(page, '# Opening')
  await page.keyboard.type('(')
  expect(await saved()).toBe('(# Opening)')
})

test('each of several selections gives way', async ({ app: { page } }) => {
  const saved = await allSelected(page, '# one\n\n# one')
  const word = textOf(page).getByText('one')
  await word.first().dblclick()
  await word.last().dblclick({ modifiers: ['Control'] })
  await page.keyboard.type('two')
  expect(await saved()).toBe('# two\n\n# two')
})

test('what an input method composes stands in its place', async ({ app: { page } }) => {
  const saved = await allSelected(page, '# Opening')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.imeSetComposition', { text: '会', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.insertText', { text: '会議' })
  await expect(textOf(page)).toHaveText('会議')
  expect(await saved()).toBe('会議')
})

test('a menu that deletes leaves nothing behind', async ({ app: { page } }) => {
  const saved = await allSelected(page, `# Opening\n\n${BOX}\nAfter.\n`)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', commands: ['delete'] })
  await page.keyboard.type('After')
  expect(await saved()).toBe('After')
})
