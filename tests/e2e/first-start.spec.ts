/** From an empty machine to the first screen, and what the second start remembers. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import facts from '../../resources/sample/facts.json' with { type: 'json' }
import { expect, test } from '../support/e2e/fixtures.ts'

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' })
/** A section as the sidebar shows it, with its count. */
const counted = (page: Page, name: string) => sections(page).getByRole('link', { name: new RegExp(`^${name}\\b`) })

async function introduce(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
}

test('a first start names the person and opens the sample; the second remembers both', async ({ start }) => {
  const first = await start()
  await expect(first.page.getByRole('heading', { name: 'Welcome to Rapporteur' })).toBeVisible()
  await first.page.getByRole('button', { name: 'Continue' }).click()
  await expect(first.page.getByText('Enter your name to go on.')).toBeVisible()
  await introduce(first.page, 'Dana Serik')

  await first.page.getByRole('button', { name: /^Try the sample workspace/ }).click()
  await first.page.getByRole('button', { name: 'Create the sample' }).click()
  await expect(sections(first.page)).toContainText('Hub secretariat')
  await expect(sections(first.page)).toContainText('Sample workspace')
  await expect(first.page.getByRole('main').getByRole('link', { name: 'Steering Committee, sample session' }).first()).toBeVisible()
  // who made the records is the person who was named
  await expect(first.page.getByRole('main')).toContainText('you, now')

  await counted(first.page, 'Contacts').click()
  const kinds = first.page.getByRole('group', { name: 'Kinds of contact' })
  await expect(kinds.getByRole('button', { name: /^People/ })).toContainText(String(facts.people.length))
  await expect(kinds.getByRole('button', { name: /^Organisations/ })).toContainText(String(facts.organisations.length))
  const contacts = facts.people.length + facts.organisations.length + 1
  await expect(counted(first.page, 'Contacts')).toHaveAccessibleName(`Contacts ${contacts}`)
  await expect(counted(first.page, 'Studies')).toHaveAccessibleName(`Studies ${facts.studies.length}`)
  // the three meetings of the facts, the parts of the conference, and the invented session
  await expect(counted(first.page, 'Meetings')).toHaveAccessibleName('Meetings 14')
  await first.close()

  const second = await start()
  await expect(sections(second.page)).toContainText('Hub secretariat')
  await expect(counted(second.page, 'Contacts')).toHaveAccessibleName(`Contacts ${contacts}`)
  await counted(second.page, 'Settings').click()
  await expect(second.page.getByLabel('Your name')).toHaveValue('Dana Serik')
})

test('an empty workspace begins in a folder of the person’s choice and says what to do next', async ({ start, home }) => {
  await mkdir(join(home, 'Secretariat'))
  const { page, answerDialog } = await start()
  await introduce(page, 'Dana Serik')
  await answerDialog(() => page.getByRole('button', { name: /^Create a workspace/ }).click(), 'Secretariat')
  await expect(page.getByText(join(home, 'Secretariat'))).toBeVisible()
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(sections(page)).toBeVisible()
  await expect(page.getByText('Nothing is here yet')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'New meeting' }).click()
  await expect(page.getByRole('dialog', { name: 'New meeting' })).toBeVisible()
})

test('a folder that holds something else is said to be no workspace, and the keys stay where they were', async ({ start, home }) => {
  await mkdir(join(home, 'Letters'))
  await writeFile(join(home, 'Letters', 'letter.txt'), 'Dear colleagues')
  const { page, answerDialog } = await start()
  await introduce(page, 'Dana Serik')
  const choice = page.getByRole('button', { name: /^Open a workspace/ })
  await answerDialog(() => choice.click(), 'Letters')
  await expect(page.getByRole('alert')).toContainText('This folder holds no workspace')
  await expect(choice).toBeFocused()
})

test('a folder that is synchronised is warned of, with the reason', async ({ start, home }) => {
  await mkdir(join(home, 'OneDrive'))
  const { page, answerDialog } = await start()
  await introduce(page, 'Dana Serik')
  await answerDialog(() => page.getByRole('button', { name: /^Create a workspace/ }).click(), 'OneDrive')
  await expect(page.getByText('OneDrive synchronises this folder')).toBeVisible()
  await expect(page.getByText(/copies files while they are being written/)).toBeVisible()
})
