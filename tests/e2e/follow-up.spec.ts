/** What was recorded of a decision, while its text is typed and when it is gone. */
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, inspector, openByName, textOf } from '../support/e2e/steps-records.ts'

test('a decision taken out of the text leaves what was recorded of it to be seen, and gets it back', async ({ app }) => {
  const { page } = app
  const body = '> [!decision] SC/2022/3 Old questionnaire\n> Each study has its own.\n'
  const record = { kind: 'meeting', title: 'Session of 2022', start: '2022-10-04', body }
  const { id } = (await call<{ record: { id: string } }>(page, 'records.create', { record })).record
  const seen = { recordId: id, line: 0, number: 'SC/2022/3', title: 'Old questionnaire' }
  await call(page, 'decisions.setStatus', { ...seen, status: 'implemented', on: '2023-02-01' })
  await openByName(page, 'Session of 2022')
  await expect(inspector(page).getByText('Implemented')).toBeVisible()

  const left = inspector(page).getByText('Recorded for a decision that the text has no more')
  await expect(left).toHaveCount(0)
  await textOf(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type('Nothing was decided.')
  await expect(left).toContainText('1 Feb 2023: implemented')
  await expectSaved(page)
  await expect(left).toBeVisible()

  expect(await accessibilityProblems(page)).toEqual([])

  // where a rest fell between the deletion and what was typed, these are two steps
  await expect(async () => {
    await page.keyboard.press('Control+z')
    await expect(left).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  await expect(inspector(page).getByText('Implemented')).toBeVisible()
  await expectSaved(page)
  await expect(inspector(page).getByText('Implemented')).toBeVisible()
})

test('what was recorded for a decision that is gone is given to another by hand, or dismissed, and comes back', async ({ app }) => {
  const { page } = app
  const old = '> [!decision] SC/2022/3 Old questionnaire\n> Each study has its own.\n'
  const record = { kind: 'meeting', title: 'Session of 2022', start: '2022-10-04', body: old }
  const { id } = (await call<{ record: { id: string } }>(page, 'records.create', { record })).record
  const seen = { recordId: id, line: 0, number: 'SC/2022/3', title: 'Old questionnaire' }
  await call(page, 'decisions.setStatus', { ...seen, status: 'implemented', on: '2023-02-01' })
  const body = '> [!decision] SC/2022/7 One budget for all\n> Agreed by everybody in the room.\n'
  await call(page, 'records.update', { kind: 'meeting', id, baseRev: 2, patch: { body } })
  await openByName(page, 'Session of 2022')
  const left = inspector(page).getByText('Recorded for a decision that the text has no more')
  const settle = async (choice: string) => {
    await inspector(page).getByRole('button', { name: 'Settle what was recorded' }).click()
    await page.getByRole('menuitem', { name: choice }).click()
    await expect(left).toHaveCount(0)
  }
  const undo = async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(left).toBeVisible()
  }
  await settle('Dismiss what was recorded')
  await expect(inspector(page).getByText('Implemented')).toHaveCount(0)
  await undo()
  await settle('SC/2022/7 One budget for all')
  await expect(inspector(page).getByText('Implemented')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await undo()
})
