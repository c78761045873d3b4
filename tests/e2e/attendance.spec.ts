/** Attendance: who was at which meetings, by country and by person; by keyboard; saved as a file. */
import type { Page } from '@playwright/test'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { call, goToSection, openByName, titleOf } from '../support/e2e/steps-records.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Attendance' })
const row = (page: Page, name: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })

test('countries and people over all meetings, from the list of meetings', async ({ app }) => {
  const { page } = app
  await goToSection(page, 'Meetings')
  await page.getByRole('button', { name: 'More about meetings' }).click()
  await page.getByRole('menuitem', { name: 'Attendance' }).click()
  await expect(page).toHaveURL(/\/attendance$/)
  // counted by hand: see tests/unit/main/services/attendance/sample.test.ts
  await expect(row(page, 'United States')).toContainText('5 of 9')
  await expect(row(page, 'Kazakhstan')).toContainText('4 of 9')
  await expect(row(page, 'United Arab Emirates')).toContainText('1 of 9')
  await expect(page.getByText('9 meetings count. 5 have no list of participants.')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'People' }).click()
  await expect(page).toHaveURL(/by=person/)
  await expect(row(page, 'Pan Suk Kim')).toContainText('5 of 9')
  await page.reload()
  await expect(row(page, 'Pan Suk Kim')).toContainText('5 of 9')
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2019')
  await expect(row(page, 'Pan Suk Kim')).toContainText('1 of 2')
  await page.goBack()
  await expect(row(page, 'Pan Suk Kim')).toContainText('5 of 9')
})

test('of a body from its page, and a change shows at once', async ({ app }) => {
  const { page } = app
  await openByName(page, 'Steering Committee')
  await page.getByRole('link', { name: 'Attendance of its meetings' }).click()
  await expect(page.getByRole('combobox', { name: 'Meetings of' })).toHaveValue(/.{36}/)
  await expect(row(page, 'Slovenia')).toContainText('0 of 1')
  await expect(row(page, 'Georgia')).toContainText('not due')
  await expect(row(page, 'Republic of Korea')).toContainText('0 of 1')
  const { rows } = await call<{ rows: { head: { id: string; rev: number } }[] }>(page, 'list.query', {
    query: { kind: 'meeting', text: '"sample session"', sort: { key: 'title', direction: 'ascending' } },
    from: 0,
    count: 1,
  })
  const head = rows[0]?.head ?? { id: '', rev: 0 }
  const meeting = await call<{ participants: { person: string; presence: string }[] }>(page, 'records.get', { id: head.id })
  await call(page, 'records.update', {
    kind: 'meeting',
    id: head.id,
    baseRev: head.rev,
    patch: { participants: meeting.participants.map((one) => (one.person === 'Robert Schumi' ? { ...one, presence: 'remote' } : one)) },
  })
  await expect(row(page, 'Slovenia')).toContainText('1 of 1')
})

test('by keyboard: from the palette, through the cells, to a meeting and a country', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Go to Attendance')
  await page.keyboard.press('Enter')
  await expect(grid(page)).toBeVisible()
  await grid(page).focus()
  const active = () =>
    grid(page).evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent)
  await page.keyboard.press('Control+Home')
  expect(await active()).toBe('China')
  await page.keyboard.press('ArrowDown')
  expect(await active()).toBe('Estonia')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toBeVisible()
  await expect(page).toHaveURL(/\/meetings\//)
  await page.goBack()
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/countries\//)
})

test('is saved as CSV for spreadsheets and as a markdown table', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Go to Attendance')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Kazakhstan')).toBeVisible()
  const saveAs = (item: string) => async () => {
    await page.getByRole('button', { name: 'Save as…' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const csv = await app.savedFile(saveAs('CSV for spreadsheets'))
  expect(csv.name).toBe('Attendance.csv')
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffCountry,Attended,Of meetings,Share,2019 ASPA session on public service development,/)
  expect(lines[0]).toMatch(/,Classification,"Left out, classified higher"$/)
  expect(lines.find((line) => line.startsWith('Kazakhstan'))).toMatch(/^Kazakhstan,4,9,44%,"named, presence not marked",.*,Internal,0$/)
  const markdown = await app.savedFile(saveAs('Markdown table'))
  expect(markdown.name).toBe('Attendance.md')
  expect(markdown.text).toMatch(/^# Attendance\n\nClassification: Internal\.\n\n/)
  expect(markdown.text).toContain('| Kazakhstan | 4 | 9 | 44% |')
  await page.getByRole('button', { name: 'Save as…' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Internal' })).toHaveAttribute('aria-checked', 'true')
  await page.getByRole('menuitemcheckbox', { name: 'Public' }).click()
  const open = await app.savedFile(() => page.getByRole('menuitem', { name: 'Markdown table' }).click())
  expect(open.text).toMatch(/^# Attendance\n\nClassification: Public\. \d+ meetings? or persons? classified higher (?:is|are) left out\.\n/)
})

test('of many countries and meetings only what is in sight exists, and it goes on to the last', async ({ app }) => {
  const { page } = app
  const codes = [
    'AFG',
    'ALB',
    'ARM',
    'AZE',
    'BEL',
    'BGR',
    'BLR',
    'BRA',
    'CAN',
    'CHE',
    'CUB',
    'CYP',
    'CZE',
    'DEU',
    'DNK',
    'ESP',
    'FIN',
    'FRA',
    'GBR',
    'GRC',
  ]
  const row318 = (country: string) =>
    ({
      person: `Delegate of ${country}`,
      function: '',
      status: '',
      represents: { country, organisation: '' },
      title: '',
      presence: 'present',
      replacedBy: '',
    }) as const
  await page.evaluate(
    async ([participants]) => {
      const { host } = window as unknown as { host: { call(method: string, input: unknown): Promise<unknown> } }
      for (let from = 0; from < 300; from += 20)
        await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            host.call('records.create', {
              record: {
                kind: 'meeting',
                title: `Working group ${from + at}`,
                start: `${2000 + Math.floor((from + at) / 20)}-05-17`,
                stage: 'draft',
                participants,
              },
            }),
          ),
        )
    },
    [codes.map(row318)] as const,
  )
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Go to Attendance')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Afghanistan')).toContainText('300 of 309')
  const cells = () => grid(page).getByRole('gridcell').count()
  expect(await cells()).toBeLessThan(1_500)
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await expect(row(page, 'United States')).toBeInViewport()
  await page.keyboard.press('Control+Home')
  await expect(row(page, 'Afghanistan')).toBeInViewport()
  // the share is reached by the keys too
  await page.keyboard.press('ArrowRight')
  const active = await grid(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveText(/^300 of 309/)
  await page.keyboard.press('ArrowRight')
  await expect(grid(page).getByRole('columnheader', { name: /Working group 0$/ })).toBeInViewport()
  expect(await cells()).toBeLessThan(1_500)
})
