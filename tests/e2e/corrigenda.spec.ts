/** Corrigenda: prepared, kept, looked at and issued; what happens when the text is another meanwhile. */
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { adoptBySilence, corrigendum, date, get, minutes, notice, participant, title } from '../support/e2e/steps-minutes.ts'
import { call, openByName, saveState, textOf, toast } from '../support/e2e/steps-records.ts'

const textField = 'Text of the corrigendum'

test('a corrigendum is written, looked at, issued with its reason, and can be undone', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await adoptBySilence(page)
  const before = await get(page, meeting.id)
  await page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  const dialog = corrigendum(page)
  const text = dialog.getByRole('textbox', { name: 'Text of the corrigendum' })
  await expect(dialog.getByRole('button', { name: 'Look at the differences' })).toBeDisabled()
  await text.getByText('who welcomed').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The [[Bol')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(dialog).toBeVisible()
  for (let taken = 0; taken < ' The [[Bol'.length; taken += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  await page.keyboard.type('\n\nThe agenda was adopted.')

  await dialog.getByRole('button', { name: 'Participants…' }).click()
  const people = page.getByRole('dialog', { name: /^Participants/ })
  await expect(people.getByRole('grid', { name: 'Participants' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('First Deputy Minister')
  await page.keyboard.press('Enter')
  await people.getByRole('button', { name: 'Close' }).click()
  await expect(people).toBeHidden()

  // closing costs nothing
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
  expect((await get(page, meeting.id)).body).toBe(before.body)
  await page.getByRole('button', { name: 'Go on with Corr.1…' }).click()
  await expect(dialog).toContainText('This goes on from what you had changed before.')
  await expect(text).toContainText('The agenda was adopted.')

  await dialog.getByRole('button', { name: 'Look at the differences' }).click()
  await expect(dialog.getByRole('insertion').filter({ hasText: 'The agenda was adopted.' })).toBeVisible()
  await expect(dialog.getByRole('insertion').filter({ hasText: 'First Deputy Minister' })).toBeVisible()
  const issue = dialog.getByRole('button', { name: 'Issue Corr.1' })
  await expect(issue).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A sentence had been left out')
  await date(dialog.getByRole('textbox', { name: 'Issued on' }), '1 June 2019')
  await expect(dialog).toContainText('This lies before 16 Jun 2019')
  await expect(issue).toBeDisabled()
  await date(dialog.getByRole('textbox', { name: 'Issued on' }), '1 July 2019')
  expect(await accessibilityProblems(page)).toEqual([])
  await issue.click()
  await expect(dialog).toBeHidden()

  await expect(notice(page)).toContainText('Corrected by Corr.1.')
  const list = page.getByRole('region', { name: 'Corrigenda' })
  await expect(list).toContainText('1 Jul 2019')
  await expect(list).toContainText('A sentence had been left out')
  await list.getByRole('button', { name: 'What changed' }).click()
  await expect(list.getByRole('insertion').filter({ hasText: 'The agenda was adopted.' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  const corrected = await get(page, meeting.id)
  expect(corrected).toMatchObject({ adoptedHash: before.adoptedHash, stage: 'adopted', corrigenda: [{ on: '2019-07-01' }] })
  expect(corrected.participants).toMatchObject([{ title: 'First Deputy Minister' }])

  await toast(page, 'Corr.1').getByRole('button', { name: 'Undo' }).click()
  await expect(list).toBeHidden()
  expect(await get(page, meeting.id)).toMatchObject({ body: before.body, corrigenda: [], adoptedHash: before.adoptedHash })
  // what was written is there to go on from
  await expect(page.getByRole('button', { name: 'Go on with Corr.1…' })).toBeVisible()
})

test('what somebody types while another window adopts is kept, and goes into a corrigendum', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  const other = await app.secondWindow(`/meetings/${meeting.id}`)
  await expect(textOf(other)).toContainText('The session was opened')
  await other.evaluate(() => undefined)
  // the draft waits for a pause; the other window is quicker
  await textOf(other).getByText('who welcomed').click()
  await other.keyboard.press('Control+End')
  const { rev } = await get(page, meeting.id)
  const adoption = { how: 'silence', meeting: '', on: '2019-06-16' }
  await other.keyboard.insertText(' Nobody objected.')
  await call(page, 'records.update', { kind: 'meeting', id: meeting.id, baseRev: rev, patch: { stage: 'adopted', adoption } })
  const typed = other.getByRole('alert').filter({ hasText: 'What you typed here was not saved' })
  await expect(typed).toBeVisible()
  await expect(saveState(other)).toHaveText(/^Not saved/)
  // what is shown as adopted is what was adopted
  await expect(other.getByRole('region', { name: 'Text' })).not.toContainText('Nobody objected.')
  await typed.getByRole('button', { name: 'Put it into a corrigendum…' }).click()
  await corrigendum(other).getByRole('button', { name: 'Look at the differences' }).click()
  await expect(corrigendum(other).getByRole('insertion')).toContainText('Nobody objected.')
  await corrigendum(other).getByRole('textbox', { name: 'Reason' }).fill('Typed while it was adopted')
  await corrigendum(other).getByRole('button', { name: 'Issue Corr.1' }).click()
  await expect(corrigendum(other)).toBeHidden()
  await expect(typed).toBeHidden()
  await expect(page.getByRole('region', { name: 'Corrigenda' })).toContainText('Typed while it was adopted')
  expect((await get(page, meeting.id)).body).toContain('Nobody objected.')
})

test('a corrigendum under way survives the loss of the process, and lies nowhere but in the workspace', async ({ start, workspace }) => {
  const first = await start({ workspace })
  const { meeting } = await minutes(first.page)
  await adoptBySilence(first.page)
  await first.page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  await corrigendum(first.page).getByRole('textbox', { name: textField }).getByText('who welcomed').click()
  await first.page.keyboard.press('End')
  await first.page.keyboard.type(' Strictly between us, an hour of work.')
  await expect.poll(async () => (await get(first.page, meeting.id)).draftCorrigendum?.body).toContain('an hour of work.')
  const inBrowser = await first.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(inBrowser).not.toContain('between us')
  await first.kill()

  const { page } = await start({ workspace })
  await openByName(page, title)
  await page.getByRole('button', { name: 'Go on with Corr.1…' }).click()
  await expect(corrigendum(page)).toContainText('This goes on from what you had changed before.')
  await expect(corrigendum(page).getByRole('textbox', { name: textField })).toContainText('an hour of work.')
  // a page that is loaded again has it, too
  await page.reload()
  await page.getByRole('button', { name: 'Go on with Corr.1…' }).click()
  await corrigendum(page).getByRole('button', { name: 'Begin anew' }).click()
  await expect(corrigendum(page).getByRole('textbox', { name: textField })).not.toContainText('an hour of work.')
  await expect.poll(async () => (await get(page, meeting.id)).draftCorrigendum).toBeNull()
  expect((await get(page, meeting.id)).body).toBe(meeting.body)
})

test('a corrigendum that was begun on another text says so, and takes nothing back in silence', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await adoptBySilence(page)
  await page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  const dialog = corrigendum(page)
  await dialog.getByRole('textbox', { name: textField }).getByText('who welcomed').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Before all else. ')
  await expect.poll(async () => (await get(page, meeting.id)).draftCorrigendum?.body).toContain('Before all else.')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const body = meeting.body.replace('Send the study', 'Send both studies')
  const { rev } = await get(page, meeting.id)
  await call(page, 'meetings.correct', { id: meeting.id, baseRev: rev, body, on: '2019-07-01', reason: 'There were two' })
  await expect(notice(page)).toContainText('Corrected by Corr.1.')
  await page.getByRole('button', { name: 'Go on with Corr.2…' }).click()
  const outdated = dialog.getByRole('alert').filter({ hasText: 'Since this was begun, Corr.1 was issued.' })
  await expect(outdated).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])

  await outdated.getByRole('button', { name: 'Compare' }).click()
  await expect(dialog.getByRole('deletion').filter({ hasText: 'both studies' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A sentence had been left out')
  await expect(dialog.getByRole('button', { name: 'Issue Corr.2' })).toBeDisabled()

  await outdated.getByRole('button', { name: 'Put my changes into the new text' }).click()
  await expect(outdated).toBeHidden()
  await expect(dialog.getByRole('textbox', { name: textField })).toContainText('Before all else.')
  await expect(dialog.getByRole('textbox', { name: textField })).toContainText('Send both studies')
  await dialog.getByRole('button', { name: 'Look at the differences' }).click()
  await expect(dialog.getByRole('insertion').filter({ hasText: 'Before all else.' })).toBeVisible()
  await expect(dialog.getByRole('deletion')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Issue Corr.2' }).click()
  await expect(dialog).toBeHidden()
  const after = await get(page, meeting.id)
  expect(after.body).toBe(`Before all else. ${body}`)
  expect(after).toMatchObject({
    corrigenda: [{ reason: 'There were two' }, { reason: 'A sentence had been left out' }],
    draftCorrigendum: null,
  })
})

test('the heading is corrected by keyboard, folded away until it is wanted', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await adoptBySilence(page)
  await page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  const dialog = corrigendum(page)
  await expect(dialog.getByRole('textbox', { name: 'Symbol' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Correct the heading' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await page.keyboard.type(' [draft]')
  await expect(dialog).toContainText('A title cannot contain')
  await expect(dialog.getByRole('button', { name: 'Look at the differences' })).toBeDisabled()
  for (let taken = 0; taken < ' [draft]'.length; taken += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type(' (Astana)')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('SC/2019/7')
  await date(dialog.getByRole('textbox', { name: 'Starts', exact: true }), '17 June 2019')
  await expect(dialog).toContainText('The minutes were adopted on 16 Jun 2019, before this day.')
  await date(dialog.getByRole('textbox', { name: 'Starts', exact: true }), '16 May 2019')
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Look at the differences' }).click()
  await expect(dialog.getByRole('insertion').filter({ hasText: 'SC/2019/7' })).toBeVisible()
  await expect(dialog.getByRole('insertion').filter({ hasText: '16 May 2019' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The symbol was that of another meeting')
  await dialog.getByRole('button', { name: 'Issue Corr.1' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: `${title} (Astana)` })).toBeVisible()
  const list = page.getByRole('region', { name: 'Corrigenda' })
  await list.getByRole('button', { name: 'What changed' }).click()
  await expect(list.getByRole('insertion').filter({ hasText: 'SC/2019/7' })).toBeVisible()
  await expect(notice(page).getByRole('button', { name: /byte for byte/ })).toBeVisible()
  expect(await get(page, meeting.id)).toMatchObject({
    symbol: 'SC/2019/7',
    start: '2019-05-16',
    aliases: [title],
    participants: [participant],
  })
  await toast(page, 'Corr.1').getByRole('button', { name: 'Undo' }).click()
  await expect(list).toBeHidden()
  expect(await get(page, meeting.id)).toMatchObject({ title, symbol: meeting.symbol, start: meeting.start, aliases: [] })
})
