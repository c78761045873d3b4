/** Two windows on one record: different fields go together by themselves, the same field is a person's to choose. */
import type { Page } from '@playwright/test'
import { expect, test, person } from '../support/e2e/fixtures.ts'
import { holdTimers } from '../support/e2e/hold-timers.ts'
import type { Application } from '../support/e2e/launch.ts'
import { expectSaved, openByName, property, reload, saveState, textOf, titleOf } from '../support/e2e/steps-records.ts'

const note = 'Slovenia: integrity and prevention of corruption'

/** The note in two windows; time stands still in the second, so that what is typed there is not saved yet. */
async function twoWindows(app: Application) {
  const first = app.page
  await openByName(first, note)
  const second = await app.secondWindow(new URL(first.url()).pathname)
  await expect(titleOf(second)).toHaveValue(note)
  await expect(textOf(second)).toBeVisible()
  return { first, second, goOn: await holdTimers(second) }
}

/** Types into both windows, into the second before it hears of the first. */
async function changeTopics({ first, second, goOn }: Awaited<ReturnType<typeof twoWindows>>): Promise<void> {
  await property(second, 'Topic').fill('Second window')
  await expect(saveState(second)).toHaveText('Saving…')
  await property(first, 'Topic').fill('First window')
  await expectSaved(first)
  await expect(second.getByRole('alert').filter({ hasText: 'Somebody changed the same field while you were writing.' })).toBeVisible()
  await expect(saveState(second)).toHaveText('Not saved: changed elsewhere')
  await goOn()
}

async function compare(page: Page) {
  await page.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two versions' })
  const topic = dialog.getByRole('group', { name: 'Topic' })
  // both are there to be read, and nothing is chosen for the person
  await expect(topic).toContainText('Second window')
  await expect(topic).toContainText('First window')
  await expect(dialog.getByRole('button', { name: 'Save this' })).toBeDisabled()
  return { dialog, topic }
}

test('edits of different fields are put together by themselves', async ({ app }) => {
  const { first, second, goOn } = await twoWindows(app)
  await property(second, 'Source').fill('A letter')
  await expect(saveState(second)).toHaveText('Saving…')
  await property(first, 'Topic').fill('Pay')
  await expectSaved(first)
  await expect(property(second, 'Topic')).toHaveValue('Pay')
  await goOn()
  await expectSaved(second)
  await expect(property(first, 'Source')).toHaveValue('A letter')
  await expect(first.getByRole('alert')).toHaveCount(0)
  await expect(second.getByRole('alert')).toHaveCount(0)
  await reload(first)
  await expect(property(first, 'Topic')).toHaveValue('Pay')
  await expect(property(first, 'Source')).toHaveValue('A letter')
})

test('of two versions of a field the other one is taken', async ({ app }) => {
  const windows = await twoWindows(app)
  await changeTopics(windows)
  const { second } = windows
  const { dialog, topic } = await compare(second)
  await topic.getByRole('radio', { name: `Saved by ${person.name}` }).check()
  await dialog.getByRole('button', { name: 'Save this' }).click()
  await expectSaved(second)
  await expect(property(second, 'Topic')).toHaveValue('First window')
  await reload(second)
  await expect(property(second, 'Topic')).toHaveValue('First window')
})

test('of two versions of a field the own one is taken, and the other window hears of it', async ({ app }) => {
  const windows = await twoWindows(app)
  await changeTopics(windows)
  const { first, second } = windows
  // deciding later loses neither
  const { dialog } = await compare(second)
  await dialog.getByRole('button', { name: 'Decide later' }).click()
  await expect(saveState(second)).toHaveText('Not saved: changed elsewhere')
  await expect(property(second, 'Topic')).toHaveValue('Second window')
  await expect(property(first, 'Topic')).toHaveValue('First window')

  const again = await compare(second)
  await again.topic.getByRole('radio', { name: 'Yours' }).check()
  await again.dialog.getByRole('button', { name: 'Save this' }).click()
  await expectSaved(second)
  await expect(property(first, 'Topic')).toHaveValue('Second window')
  await reload(first)
  await expect(property(first, 'Topic')).toHaveValue('Second window')
})

test('texts that were changed in different places are put together by themselves', async ({ app }) => {
  const { first, second, goOn } = await twoWindows(app)
  await textOf(second).click()
  await second.keyboard.press('Control+End')
  await second.keyboard.insertText('\n\nWritten at the end in the second window.')
  await expect(saveState(second)).toHaveText('Saving…')
  await textOf(first).click()
  await first.keyboard.press('Control+Home')
  await first.keyboard.insertText('Written at the beginning in the first window.\n\n')
  await expectSaved(first)
  await expect(textOf(second)).toContainText('Written at the beginning in the first window.')
  // the caret is where it was
  await second.keyboard.insertText(' And on.')
  await goOn()
  await expectSaved(second)
  await expect(second.getByRole('alert')).toHaveCount(0)
  for (const page of [first, second]) {
    await expect(textOf(page)).toContainText('Written at the end in the second window. And on.')
    await expect(textOf(page)).toContainText('Written at the beginning in the first window.')
  }
})

test('a line that both changed is proposed in both versions, to be edited', async ({ app }) => {
  const { first, second, goOn } = await twoWindows(app)
  for (const [page, words] of [
    [second, 'Second: '],
    [first, 'First: '],
  ] as const) {
    await textOf(page).click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText(words)
  }
  await expectSaved(first)
  await expect(saveState(second)).toHaveText('Not saved: changed elsewhere')
  await expect(second.getByRole('alert').filter({ hasText: 'Somebody changed the same lines of the text' })).toBeVisible()
  await goOn()

  await second.getByRole('button', { name: 'Compare' }).click()
  const dialog = second.getByRole('dialog', { name: 'Two versions' })
  await dialog.getByRole('radio', { name: 'Both together, to be edited: 1 place holds both versions, yours first' }).check()
  const together = dialog.getByRole('textbox', { name: 'Text, both together' })
  await expect(together).toHaveValue(/^Second: .*\nFirst: /)
  await together.fill('Both: settled')
  await dialog.getByRole('button', { name: 'Save this' }).click()
  await expectSaved(second)
  for (const page of [first, second]) await expect(textOf(page)).toContainText('Both: settled')
})
