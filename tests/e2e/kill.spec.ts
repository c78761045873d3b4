/** What the screen called saved is there after the process was killed. */
import { expect, test } from '../support/e2e/fixtures.ts'
import {
  createByKeyboard,
  expectSaved,
  goToSection,
  openByName,
  property,
  saveState,
  sectionLink,
  textOf,
  titleOf,
} from '../support/e2e/steps-records.ts'

test('text that was acknowledged survives SIGKILL in the middle of an edit', async ({ start, workspace }) => {
  const first = await start({ workspace })
  await goToSection(first.page, 'Notes')
  await createByKeyboard(first.page, 'Talk in Astana')
  await property(first.page, 'Topic').fill('Pay')
  await textOf(first.page).click()
  await first.page.keyboard.type('Acknowledged. ')
  await expectSaved(first.page)
  // and on it goes: of what follows nothing was promised
  await first.page.keyboard.type('On its way')
  await first.kill()

  const { page } = await start({ workspace })
  // the lock went with the process, and nothing is damaged
  await expect(sectionLink(page, 'Notes')).toHaveAccessibleName('Notes 5')
  await openByName(page, 'Talk in Astana')
  await expect(property(page, 'Topic')).toHaveValue('Pay')
  await expect(textOf(page)).toHaveText(/^Acknowledged\. (?:On its way)?$/)
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Goes on.')
  await expectSaved(page)
})

test('what is typed while the application is gone stays in the window, and it says so', async ({ start, workspace, host }) => {
  test.skip(host !== 'browser', 'in Electron the window goes with the application')
  const { page, kill } = await start({ workspace })
  await openByName(page, 'Slovenia: integrity and prevention of corruption')
  await expect(textOf(page)).toContainText('Commission for the Prevention of Corruption')
  await kill()
  await expect(page.getByText('The connection to the application is gone.', { exact: true })).toBeVisible()
  await property(page, 'Topic').fill('Typed without an application')
  await expect(saveState(page)).toHaveText(/^Not saved: no connection/)
  await expect(property(page, 'Topic')).toHaveValue('Typed without an application')
  await expect(titleOf(page)).toBeVisible()
})
