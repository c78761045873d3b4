/** What tests of adopted minutes do again and again. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { MeetingRecord } from '../../../src/shared/model/record.ts'
import { participant } from '../chairing-participant.ts'
import { call, openByName } from './steps-records.ts'

export { participant }

export const title = 'Steering Committee, spring 2019'
const opening = 'The session was opened by [[Bolat Omarov]], who welcomed the members.'
interface Made {
  readonly meeting: MeetingRecord
  readonly chair: { readonly id: string; readonly rev: number }
}

/** Minutes of May 2019 with their chair, opened. */
export async function minutes(page: Page, given: Partial<MeetingRecord> = {}): Promise<Made> {
  const create = async <T>(record: object) => (await call<{ record: T }>(page, 'records.create', { record })).record
  const chair = await create<Made['chair']>({ kind: 'contact', title: 'Bolat Omarov' })
  const meeting = await create<MeetingRecord>({
    kind: 'meeting',
    title,
    symbol: 'SC/2019/1',
    start: '2019-05-17',
    chair: 'Bolat Omarov',
    participants: [participant],
    body: `${opening}\n\n- [ ] Send the study to the members [[Bolat Omarov]] 📅 2019-06-30\n`,
    stage: 'circulated',
    circulation: { to: 'All members', on: '2019-05-22', deadline: '2019-06-15' },
    ...given,
  })
  await openByName(page, title)
  return { meeting, chair }
}

export const get = (page: Page, id: string) => call<MeetingRecord>(page, 'records.get', { id })
export const stage = (page: Page, name: string) => page.getByRole('list', { name: 'Stage' }).getByRole('button', { name, exact: true })
export const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })
export const adoptDialog = (page: Page) => page.getByRole('alertdialog', { name: 'Adopt these minutes' })
export const notice = (page: Page) => page.getByRole('status').filter({ hasText: /^Adopted/ })
export const corrigendum = (page: Page) => page.getByRole('dialog', { name: /^Corr\.\d+ to/ })

/** A field that takes its text when it is left. */
export async function date(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Tab')
}

export async function adoptBySilence(page: Page, on = '16 June 2019'): Promise<void> {
  await stage(page, 'Adopted').click()
  await adoptDialog(page).getByRole('combobox', { name: 'Adopted' }).selectOption('silence')
  await date(adoptDialog(page).getByRole('textbox', { name: 'Adopted on' }), on)
  await adoptDialog(page).getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(adoptDialog(page)).toBeHidden()
}
