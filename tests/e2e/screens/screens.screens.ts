/**
 * Pictures of every screen for docs/screens: light and dark, wide and narrow, the same on every run. `npm run screens`
 * makes them; they are looked at before they are committed.
 */
import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { runCli } from '../../support/e2e/cli.ts'
import { expect, test } from '../../support/e2e/fixtures.ts'
import { adoptBySilence, corrigendum, minutes, notice } from '../../support/e2e/steps-minutes.ts'
import { conflict, damage, filledTrash, goTo, identify, importSteps, openRecord, places, settled } from '../../support/e2e/steps-places.ts'
import { expectSaved, textOf } from '../../support/e2e/steps-records.ts'

const support = resolve(import.meta.dirname, '../../support/e2e')
const folder = resolve(import.meta.dirname, '../../../docs/screens')

// the application's processes inherit it
process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(join(support, 'fixed-clock.mjs')).href}`

test.describe.configure({ timeout: 300_000 })

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 640 },
]

/**
 * Takes a screen four times. What differs from run to run is written over: `home`, where the files of this run lie, and
 * how long a search took.
 */
async function shoot(page: Page, name: string, home: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && !activeElement.closest('[role="dialog"]')) activeElement.blur()
  })
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await settled(page)
      await page.evaluate(
        ([folderOfRun, lastOfIt]) => {
          // a place on the disk is shown in parts
          for (const part of document.querySelectorAll('bdi')) {
            if (part.textContent !== lastOfIt) continue
            part.textContent = 'aigerim'
            if (part.previousElementSibling) part.previousElementSibling.textContent = 'home'
          }
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const shown = text.nodeValue ?? ''
            const same = shown.replace(folderOfRun, '/home/aigerim').replace(/\bin \d+ ms\b/, 'in 2 ms')
            if (same !== shown) text.nodeValue = same
          }
        },
        [home, basename(home)] as const,
      )
      await page.screenshot({
        path: join(folder, `${name}-${theme}-${size.width}.png`),
        animations: 'disabled',
        caret: 'hide',
        scale: 'css',
      })
    }
  }
}

const place = (name: string) => {
  const found = [...places.sections, ...places.records, ...places.dialogs, places.exported].find((each) => each.name === name)
  if (!found) throw new Error(`There is no place called ${name}.`)
  return found
}

test('from the first start through every screen', async ({ start, home }) => {
  const { page } = await start()
  await page.clock.setFixedTime(Date.UTC(2023, 5, 22, 3, 30, 30))
  await page.getByLabel('Your name').waitFor()
  await page.getByLabel('This device').fill('Office laptop')
  await shoot(page, 'start', home)
  await identify(page)
  await shoot(page, 'start-where', home)
  await page.getByRole('button', { name: /Try the sample/ }).click()
  await page.getByRole('button', { name: 'Create the sample' }).click()
  await page.getByRole('heading', { name: 'Recent' }).waitFor()

  for (const name of ['today', 'contacts', 'countries', 'actions', 'decisions', 'attendance', 'settings', 'search', 'search results']) {
    await place(name).open(page)
    await shoot(page, name.replace(' ', '-'), home)
  }
  await goTo(page, 'Meetings')
  await shoot(page, 'meetings', home)

  const records = [
    ['contact', 'Alikhan Baimenov'],
    ['country', 'Slovenia'],
    ['study', 'Talent management in the civil service'],
    ['note', 'Slovenia: integrity and prevention of corruption'],
  ] as const
  for (const [name, title] of records) {
    await openRecord(page, title)
    await shoot(page, name, home)
  }

  await place('meeting').open(page)
  await shoot(page, 'meeting', home)
  await place('meeting, reading').open(page)
  await page.getByRole('heading', { name: '2. Studies presented at the conference' }).scrollIntoViewIfNeeded()
  await shoot(page, 'meeting-reading', home)
  await place('meeting, reading').leave?.(page)
  for (const name of ['participants', 'palette', 'calendar file', 'new record', 'export of a record', 'export', 'export, result']) {
    const dialog = place(name)
    await dialog.open(page)
    await shoot(page, name.replace(/,? /g, '-'), home)
    await dialog.leave?.(page)
  }
  await conflict.open(page)
  await shoot(page, 'conflict', home)
  await conflict.leave?.(page)

  // the conflict was of two people, so that there is something to compare; the tab needs the room beside the record
  await page.setViewportSize({ width: 1280, height: 800 })
  await place('meeting, history').open(page)
  await place('meeting, version').open(page)
  await shoot(page, 'history', home)
  await place('meeting, version').leave?.(page)

  await filledTrash.open(page)
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Close' }).click()
  await shoot(page, 'trash', home)
})

test('minutes that are taken, adopted and put right', async ({ start, workspace, home }) => {
  const { page } = await start({ workspace })
  await page.clock.setFixedTime(Date.UTC(2023, 5, 22, 3, 30, 30))
  await openRecord(page, 'Annual conference: Meritocracy. Integrity. Innovation')
  await shoot(page, 'conference', home)

  await minutes(page)
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('Print the study in Russian')
  await page.keyboard.press('Control+Shift+A')
  await expectSaved(page)
  await shoot(page, 'taking-minutes', home)
  await page.keyboard.press('Escape')
  await expectSaved(page)

  await adoptBySilence(page)
  await notice(page).waitFor()
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Close' }).click()
  await shoot(page, 'adopted-minutes', home)
  await page.getByRole('button', { name: 'Issue a corrigendum…' }).click()
  await corrigendum(page).waitFor()
  await shoot(page, 'corrigendum', home)
})

test('a vault that comes in', async ({ start, workspace, home }) => {
  const { page, answerDialog } = await start({ workspace })
  await page.clock.setFixedTime(Date.UTC(2023, 5, 22, 3, 30, 30))
  for (const step of importSteps(home, answerDialog)) {
    await step.open(page)
    if (step.name !== 'import, row') await shoot(page, step.name.replace(', ', '-'), home)
    await step.leave?.(page)
  }
})

test('a workspace of a lost computer', async ({ start, workspace, home }) => {
  await mkdir(join(home, 'Stick'))
  const { code, stderr } = await runCli(home, ['backup', workspace, '--to', join(home, 'Stick')])
  if (code !== 0) throw new Error(`There is no backup to restore: ${stderr}`)
  const { page, answerDialog } = await start()
  await page.clock.setFixedTime(Date.UTC(2023, 5, 22, 3, 30, 30))
  await answerDialog(() => page.getByRole('button', { name: /^Restore from a backup/ }).click(), 'Stick')
  await page.getByRole('radio').first().waitFor()
  await shoot(page, 'start-restore', home)
})

test('a damaged workspace', async ({ start, workspace, home }) => {
  await damage(workspace)
  const { page } = await start({ workspace })
  await page.getByRole('heading', { name: 'This workspace is damaged' }).waitFor()
  await shoot(page, 'problem', home)
})
