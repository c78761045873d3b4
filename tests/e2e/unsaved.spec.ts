/** What could not be saved is not lost by going elsewhere, by another window, or by a disk that comes back. */
import { rename } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Host } from '../../src/shared/transport.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { holdTimers } from '../support/e2e/hold-timers.ts'
import { expectSaved, goToSection, openByName, property, saveState, titleOf } from '../support/e2e/steps-records.ts'

const note = 'Slovenia: integrity and prevention of corruption'

const unsavedBanner = (page: Page) => page.getByRole('status').filter({ hasText: '1 record is not saved:' })

const closeWorkspace = (page: Page) =>
  page.evaluate(() => (window as unknown as { host: Host }).host.call('workspace.close', {})) as ReturnType<Host['call']>

test('a record left in conflict is named until it is settled, and keeps the workspace open', async ({ app }) => {
  const first = app.page
  await openByName(first, note)
  const second = await app.secondWindow(new URL(first.url()).pathname)
  await expect(titleOf(second)).toHaveValue(note)
  const goOn = await holdTimers(second)
  await property(second, 'Topic').fill('Second window')
  await property(first, 'Topic').fill('First window')
  await expectSaved(first)
  await expect(saveState(second)).toHaveText('Not saved: changed elsewhere')
  await goOn()

  await goToSection(second, 'Today')
  await expect(unsavedBanner(second)).toContainText(note)
  expect(await closeWorkspace(first)).toMatchObject({ ok: false, error: { code: 'UNSAVED', details: { unsaved: [{ title: note }] } } })

  await unsavedBanner(second).getByRole('link', { name: note }).click()
  await expect(titleOf(second)).toHaveValue(note)
  await expect(unsavedBanner(second)).toBeHidden()
  await expect(property(second, 'Topic')).toHaveValue('Second window')
  await second.getByRole('button', { name: 'Compare' }).click()
  const dialog = second.getByRole('dialog', { name: 'Two versions' })
  await dialog.getByRole('radio', { name: 'Yours' }).check()
  await dialog.getByRole('button', { name: 'Save this' }).click()
  await expectSaved(second)
  expect(await closeWorkspace(first)).toMatchObject({ ok: true })
})

test('what is typed while the disk is away is saved when the workspace is opened again', async ({ app: { page }, workspace }) => {
  await openByName(page, note)
  await rename(workspace, `${workspace} away`)
  await property(page, 'Topic').fill('Typed meanwhile')
  await expect(saveState(page)).toHaveText(/^Not saved/)
  const banner = page.getByRole('status').filter({ hasText: 'Read-only.' })
  await expect(banner).toBeVisible()
  await rename(`${workspace} away`, workspace)
  await banner.getByRole('button', { name: 'Open again' }).click()
  await expect(banner).toBeHidden()
  await expectSaved(page)
  await expect(property(page, 'Topic')).toHaveValue('Typed meanwhile')
})
