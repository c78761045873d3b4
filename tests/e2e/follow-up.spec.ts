/** What was recorded of a decision, while its text is typed. */
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

  await page.keyboard.press('Control+z')
  await expect(left).toHaveCount(0)
  await expect(inspector(page).getByText('Implemented')).toBeVisible()
  await expectSaved(page)
  await expect(inspector(page).getByText('Implemented')).toBeVisible()
})
