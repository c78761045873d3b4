/** What a person does with records, by roles and names. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Host } from '../../../src/shared/transport.ts'

export type Section = 'Today' | 'Contacts' | 'Countries' | 'Meetings' | 'Studies' | 'Notes' | 'Actions' | 'Decisions' | 'Trash' | 'Settings'

/** The sidebar's entry, with its count. */
export const sectionLink = (page: Page, section: Section): Locator =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: new RegExp(`^${section}\\b`) })

export async function goToSection(page: Page, section: Section): Promise<void> {
  await sectionLink(page, section).click()
  await expect(sectionLink(page, section)).toHaveAttribute('aria-current', 'page')
}

export const titleOf = (page: Page): Locator => page.getByRole('heading', { level: 1 }).getByRole('textbox', { name: 'Title' })
/** The editor; a country's text is its profile. */
export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(?:Text|Profile)$/ })
export const property = (page: Page, name: string): Locator => page.getByRole('article').getByRole('textbox', { name, exact: true })
export const toast = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Notifications' }).getByRole('listitem').filter({ hasText: words })
export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })

/** The word beside the title. */
export const saveState = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /^(?:Saved|Saving…|Not saved)/ })

export const expectSaved = (page: Page): Promise<void> => expect(saveState(page)).toHaveText('Saved')

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached by Tab').toBeFocused()
}

/** Asks for a new record of the section's kind and gives it a title, by keyboard. */
export async function createByKeyboard(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /^(?:Title|Name)$/ })).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toHaveValue(title)
}

/** A note with a text, opened. */
export async function writeNote(page: Page, title: string, text: string): Promise<void> {
  await goToSection(page, 'Notes')
  await createByKeyboard(page, title)
  await textOf(page).click()
  await page.keyboard.insertText(text)
  await expectSaved(page)
}

/** Opens a record by its name, with the palette. */
export async function openByName(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Search or go to/ }).click()
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill(title)
  // by its beginning: “New note …” has the name in it too
  await palette
    .getByRole('option', { name: new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
}

/** The same place again, read from the host. */
export async function reload(page: Page): Promise<void> {
  const title = await titleOf(page).inputValue()
  await page.reload()
  await expect(titleOf(page)).toHaveValue(title)
}

/** Asks the host as the page does. The answer's value; throws when it refuses. */
export async function call<T>(page: Page, method: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(([name, given]) => (window as unknown as { host: Host }).host.call(name, given), [
    method,
    input,
  ] as const)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value as T
}
