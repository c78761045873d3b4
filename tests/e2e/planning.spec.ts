/** What a meeting and a note take from the body and the place that they name. */
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, expectSaved, openByName, textOf } from '../support/e2e/steps-records.ts'

test('a meeting is offered the next symbol of its body, and takes the time zone of its place', async ({ app }) => {
  const { page } = app
  await call(page, 'records.create', { record: { kind: 'contact', contactType: 'body', title: 'Panel of experts', symbol: 'PE' } })
  await call(page, 'records.create', {
    record: { kind: 'meeting', title: 'First panel', meetingBody: 'Panel of experts', symbol: 'PE/2024/3' },
  })
  const planned = { kind: 'meeting', title: 'Second panel', start: '2024-06-12', startTime: '10:00', meetingBody: 'Panel of experts' }
  await call(page, 'records.create', { record: planned })
  await openByName(page, 'Second panel')
  const symbol = page.getByRole('textbox', { name: 'Symbol' })
  // a number of one's own is typed without regard to the offer
  await symbol.click()
  await page.keyboard.type('PE/9')
  await expect(symbol).toHaveValue('PE/9')
  await symbol.fill('')
  await page.getByRole('button', { name: 'Use PE/2024/4' }).click()
  await expect(symbol).toHaveValue('PE/2024/4')
  await page.getByRole('textbox', { name: 'Place', exact: true }).fill('Palais des Nations, Geneva')
  await expect(page.getByRole('group', { name: 'When' })).toContainText('Zurich, UTC+2')
  // a zone that was chosen stays; that of the place is offered
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('new york')
  await page.getByRole('option', { name: /America\/New York/ }).click()
  await expect(page.getByRole('group', { name: 'When' })).toContainText('New York, UTC-4')
  await page.getByRole('button', { name: 'Use the time of Geneva' }).click()
  await expect(zone).toHaveValue('Europe/Zurich')
  await expectSaved(page)
})

test('a decision between sessions gets the next number of the body that its note names', async ({ app }) => {
  const { page } = app
  await call(page, 'records.create', { record: { kind: 'contact', contactType: 'body', title: 'Panel of experts', symbol: 'PE' } })
  await call(page, 'records.create', {
    record: { kind: 'meeting', title: 'First panel', meetingBody: 'Panel of experts', body: '> [!decision] PE/2024/3 Method\n' },
  })
  await call(page, 'records.create', { record: { kind: 'note', title: 'Written procedure', date: '2024-05' } })
  await openByName(page, 'Written procedure')
  await page.getByRole('combobox', { name: 'Body' }).fill('Panel')
  await page.getByRole('option', { name: /^Panel of experts/ }).click()
  await expectSaved(page)
  await textOf(page).click()
  await page.keyboard.press('Control+Shift+d')
  await expect(page.getByRole('dialog', { name: 'Decision' }).getByRole('textbox', { name: 'Number' })).toHaveValue('PE/2024/4')
})
