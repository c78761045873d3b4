/** The life of minutes: circulated, commented on, adopted with a fingerprint. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Output } from '../../src/shared/contract/index.ts'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { runCli } from '../support/e2e/cli.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import {
  adoptBySilence,
  adoptDialog,
  comments,
  corrigendum,
  date,
  get,
  minutes,
  notice,
  participant,
  stage,
  title,
} from '../support/e2e/steps-minutes.ts'
import { call, expectSaved, inspector, openByName, textOf, toast } from '../support/e2e/steps-records.ts'

test('a draft is circulated, commented on from its words, answered, and adopted by silence', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page, { stage: 'cleared', circulation: { to: '', on: '', deadline: '' } })
  await stage(page, 'Circulated').click()
  const circulate = page.getByRole('dialog', { name: 'Circulated for comments' })
  await circulate.getByRole('textbox', { name: 'Circulated to' }).fill('All members')
  await date(circulate.getByRole('textbox', { name: 'Circulated on' }), '22 May 2019')
  await expect(circulate.getByText('Without a deadline')).toBeVisible()
  // nobody is recorded as having cleared it
  await expect(circulate).toContainText('Nobody is recorded as having cleared this draft.')
  const mark = circulate.getByRole('button', { name: 'Mark as circulated' })
  await date(circulate.getByRole('textbox', { name: 'Comments by' }), '21 May 2019')
  await expect(circulate).toContainText('The deadline lies before the circulation.')
  await expect(mark).toBeDisabled()
  await date(circulate.getByRole('textbox', { name: 'Comments by' }), '15 June 2019')
  await expect(circulate.getByText('Without a deadline')).toBeHidden()
  await mark.click()
  await expect(page.getByText('comments by 15 Jun 2019').first()).toBeVisible()

  await textOf(page)
    .getByText('who welcomed')
    .dblclick({ position: { x: 40, y: 10 } })
  const selected = await page.evaluate(() => String(document.getSelection()).trim())
  expect(selected).not.toBe('')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Comment on the draft' })
  await expect(dialog.getByRole('textbox', { name: 'About the words' })).toHaveValue(selected)
  await dialog.getByRole('combobox', { name: 'From' }).fill('Rex Facer')
  await page.keyboard.press('Tab')
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Say who else spoke.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(comments(page)).toContainText('1 open of 1')

  await comments(page).getByRole('button', { name: 'Answer', exact: true }).click()
  await page.keyboard.type('It is said below.')
  await page.keyboard.press('Enter')
  await expect(comments(page)).toContainText('0 open of 1')
  await expectSaved(page)
  expect((await get(page, meeting.id)).comments).toMatchObject([
    { from: 'Rex Facer', passage: selected, text: 'Say who else spoke.', answer: 'It is said below.' },
  ])

  await adoptBySilence(page)
  await expect(notice(page)).toContainText('Adopted by silence on 16 Jun 2019.')
  await expect(comments(page)).toContainText('It is said below.')
  await expect(comments(page).getByRole('button', { name: /^(?:Change|Remove)/ })).toHaveCount(0)
  const { adoptedHash } = await get(page, meeting.id)
  await notice(page)
    .getByRole('button', { name: adoptedHash.slice(0, 8) })
    .click()
  const whole = page.getByRole('dialog', { name: 'Fingerprint of the adopted text' })
  await expect(whole).toContainText(adoptedHash)
  await expect(whole).toContainText('byte for byte')
})

const remark = (text: string) => ({ from: '', on: '2019-05-23', passage: '', text, answer: '' })

test('a comment that is half written is there again after its window was closed by accident; Cancel gives it up', async ({ app }) => {
  const { page } = app
  await minutes(page)
  const dialog = page.getByRole('dialog', { name: 'Comment on the draft' })
  const words = dialog.getByRole('textbox', { name: 'Comment' })
  await page.getByRole('button', { name: 'Add a comment' }).click()
  await words.fill('Say who else spoke.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Add a comment' }).click()
  await expect(words).toHaveValue('Say who else spoke.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Add a comment' }).click()
  await expect(words).toHaveValue('')
  await words.fill('And when.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Add a comment' }).click()
  await expect(words).toHaveValue('')
})

test('an answer goes to the comment for which it is written, also when another window takes comments away', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page, { comments: ['Alpha', 'Beta', 'Gamma'].map(remark) })
  const entry = (text: string) => comments(page).getByRole('listitem').filter({ hasText: text })
  const put = async (texts: string[]) => {
    const { rev } = await get(page, meeting.id)
    await call(page, 'records.update', { kind: 'meeting', id: meeting.id, baseRev: rev, patch: { comments: texts.map(remark) } })
  }
  const answers = async () => (await get(page, meeting.id)).comments.map(({ text, answer }) => `${text}: ${answer}`)
  await entry('Beta').getByRole('button', { name: 'Answer', exact: true }).click()
  await page.keyboard.type('About beta')
  await put(['Beta', 'Gamma'])
  await expect(entry('Alpha')).toHaveCount(0)
  await expect(entry('Beta').getByRole('textbox', { name: 'Answer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(answers).toEqual(['Beta: About beta', 'Gamma: '])
  // the comment itself goes: what was written is kept, and says so
  await entry('Gamma').getByRole('button', { name: 'Answer', exact: true }).click()
  await page.keyboard.type('About gamma')
  await put([])
  await expect(entry('Gamma')).toContainText('Somebody changed or removed this comment')
  await entry('Gamma').getByRole('button', { name: 'Save' }).click()
  await expect.poll(answers).toEqual(['Gamma: About gamma'])
})

test('a comment is recorded and adoption made by keyboard alone', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await textOf(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+m')
  const dialog = page.getByRole('dialog', { name: 'Comment on the draft' })
  await expect(dialog.getByRole('textbox', { name: 'About the words' })).toHaveValue('The')
  await dialog.getByRole('textbox', { name: 'Comment' }).focus()
  await page.keyboard.type('A session.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(comments(page)).toContainText('1 open of 1')
  await stage(page, 'Adopted').focus()
  await page.keyboard.press('Enter')
  await expect(adoptDialog(page).getByText('1 comment has not been answered')).toBeVisible()
  await adoptDialog(page).getByRole('combobox', { name: 'Adopted' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('16.6.2019')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(notice(page)).toBeVisible()
  expect(await get(page, meeting.id)).toMatchObject({ stage: 'adopted', adoption: { how: 'silence', on: '2019-06-16' } })
})

test('an adoption that cannot be says why', async ({ app }) => {
  const { page } = app
  await minutes(page, { circulation: { to: 'All members', on: '2019-05-22', deadline: '2999-06-15' } })
  await stage(page, 'Adopted').click()
  const dialog = adoptDialog(page)
  const adopt = dialog.getByRole('button', { name: 'Adopt', exact: true })
  await date(dialog.getByRole('textbox', { name: 'Adopted on' }), '16 May 2019')
  await expect(dialog).toContainText('This lies before the meeting of 17 May 2019.')
  await date(dialog.getByRole('textbox', { name: 'Adopted on' }), '2998')
  await expect(dialog).toContainText('This day has not come yet.')
  await date(dialog.getByRole('textbox', { name: 'Adopted on' }), '31 February 2019')
  await expect(adopt).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Adopted' }).selectOption('silence')
  await date(dialog.getByRole('textbox', { name: 'Adopted on' }), '16 June 2019')
  await expect(dialog).toContainText('Comments can be made until 15 Jun 2999.')
  await expect(adopt).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(stage(page, 'Circulated')).toHaveAttribute('aria-current', 'step')
})

test('a rename, a tick, another post and filing leave the adopted text alone; the link opens the renamed person', async ({ app }) => {
  const { page } = app
  const { meeting, chair } = await minutes(page)
  await adoptBySilence(page)
  const { adoptedHash, body } = await get(page, meeting.id)
  await call(page, 'records.rename', { id: chair.id, baseRev: 1, title: 'Bolat B. Omarov' })
  const post = { title: 'Minister', organisation: '', country: 'KAZ', from: '2020', to: '', former: false }
  await call(page, 'records.update', { kind: 'contact', id: chair.id, baseRev: 2, patch: { posts: [post] } })
  const { rev } = await get(page, meeting.id)
  await call(page, 'records.update', { kind: 'meeting', id: meeting.id, baseRev: rev, patch: { tags: ['filed'] } })
  const { rows } = await call<Output<'actions.list'>>(page, 'actions.list', { recordId: meeting.id })
  const { line, text, responsible, due, state } = rows[0] as (typeof rows)[number]
  const seen = { line, text, responsible, due, state }
  await call(page, 'actions.change', { recordId: meeting.id, seen, change: { state: 'done' } })
  expect(await get(page, meeting.id)).toMatchObject({ adoptedHash, body, participants: [participant] })
  await page.reload()
  await expect(notice(page).getByRole('button', { name: /byte for byte/ })).toBeVisible()
  await page.getByRole('button', { name: 'open table' }).click()
  await expect(page.getByRole('dialog', { name: /^Participants/ })).toContainText('Deputy Minister')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Text' }).getByRole('link', { name: 'Bolat Omarov' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bolat B. Omarov' })).toBeVisible()
})

test('adoption is undone in the same sitting, fingerprint and all; a stage may be gone back to', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await adoptBySilence(page)
  await toast(page, 'stage set to Adopted').getByRole('button', { name: 'Undo' }).click()
  await expect(notice(page)).toBeHidden()
  expect(await get(page, meeting.id)).toMatchObject({ stage: 'circulated', adoptedHash: '' })
  await stage(page, 'Draft').click()
  await expectSaved(page)
  expect(await get(page, meeting.id)).toMatchObject({ stage: 'draft', circulation: { to: 'All members' } })
  await stage(page, 'Circulated').click()
  // what was said of the stage is offered again
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Circulated to' })).toHaveValue('All members')
})

test('two windows adopt at once: one adoption stands, the other is told', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  const other = await app.secondWindow(`/meetings/${meeting.id}`)
  await stage(other, 'Adopted').click()
  await adoptDialog(other).getByRole('combobox', { name: 'Adopted' }).selectOption('silence')
  await date(adoptDialog(other).getByRole('textbox', { name: 'Adopted on' }), '20 June 2019')
  await adoptBySilence(page)
  await adoptDialog(other).getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(adoptDialog(other).getByRole('alert')).toContainText('adopted')
  await adoptDialog(other).getByRole('button', { name: 'Cancel' }).click()
  await expect(notice(other)).toContainText('16 Jun 2019')
  expect(await get(page, meeting.id)).toMatchObject({ adoption: { on: '2019-06-16' } })
})

test('somebody changes the text while the question is open: nothing is adopted unread', async ({ app }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await stage(page, 'Adopted').click()
  const dialog = adoptDialog(page)
  await dialog.getByRole('combobox', { name: 'Adopted' }).selectOption('silence')
  await date(dialog.getByRole('textbox', { name: 'Adopted on' }), '16 June 2019')
  await call(page, 'records.update', { kind: 'meeting', id: meeting.id, baseRev: 1, patch: { body: 'Another text.' } })
  await dialog.getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Somebody changed the text')
  expect(await get(page, meeting.id)).toMatchObject({ stage: 'circulated' })
})

test('a chair who was erased is still printed', async ({ app }) => {
  const { page } = app
  const { meeting, chair } = await minutes(page, { clearance: { by: 'Bolat Omarov', on: '2019-05-20' } })
  await adoptBySilence(page)
  await call(page, 'records.trash', { records: [{ id: chair.id, baseRev: 1 }] })
  await call(page, 'records.erase', { records: [{ id: chair.id, baseRev: 2 }] })
  await page.reload()
  await expect(page.getByText('Cleared by Bolat Omarov')).toBeVisible()
  await expect(notice(page).getByRole('button', { name: /byte for byte/ })).toBeVisible()
  expect(await get(page, meeting.id)).toMatchObject({ chair: 'Bolat Omarov', participants: [participant] })
  await inspector(page).getByRole('tab', { name: 'History' }).click()
  await expect(inspector(page).getByRole('tabpanel', { name: 'History' }).getByText('Stage').first()).toBeVisible()
})

test('adopted minutes that were changed elsewhere come as they are, and the page says so', async ({ app, home, start }) => {
  const { page } = app
  const { meeting } = await minutes(page)
  await adoptBySilence(page)
  const { adoptedHash } = await get(page, meeting.id)
  await app.close()
  expect((await runCli(home, ['export', 'Hub', '--to', 'Out'])).code).toBe(0)
  const file = join(home, 'Out', 'Meetings', `${title}.md`)
  const exported = await readFile(file, 'utf8')
  expect(exported).toMatch(new RegExp(`^adopted-sha256: "?${adoptedHash}"?$`, 'm'))
  await writeFile(file, exported.replace('welcomed', 'greeted'))
  // another workspace of the sample: the rest of the export is there already and is left out
  expect((await runCli(home, ['sample', 'Copy'])).code).toBe(0)
  const imported = await runCli(home, ['import', 'Copy', 'Out'])
  expect(imported.stdout + imported.stderr).toContain('is not the one that its fingerprint')
  const copy = await start({ workspace: join(home, 'Copy') })
  await openByName(copy.page, title)
  await expect(notice(copy.page)).toContainText('The text is not the one that was adopted')
  await expect(notice(copy.page).getByRole('button', { name: /not the one that was fixed/ })).toContainText(adoptedHash.slice(0, 8))
})

test('the screens of the life of minutes have no problem that axe can find', async ({ app }) => {
  const { page } = app
  const from = { from: 'Rex Facer', on: '2019-05-30', passage: 'who welcomed', text: 'Say who else spoke.', answer: '' }
  await minutes(page, { comments: [from, { ...from, answer: 'It is said below.' }] })
  await expect(comments(page)).toContainText('1 open of 2')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Add a comment' }).click()
  await expect(page.getByRole('dialog', { name: 'Comment on the draft' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await adoptBySilence(page)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  await expect(corrigendum(page).getByRole('textbox', { name: 'Text of the corrigendum' })).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
})
