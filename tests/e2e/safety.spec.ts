/** What a page that has been taken over would try, and what a link in a text may do. The same on both hosts. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { launch } from '../support/e2e/launch.ts'
import { call, textOf, writeNote } from '../support/e2e/steps-records.ts'

const elsewhere = 'https://example.org/'

/** The page is where it was, and still works. */
async function expectToStay(page: Page, address: string): Promise<void> {
  expect(page.url()).toBe(address)
  await call(page, 'app.state', {})
  expect(page.url()).toBe(address)
}

test('the page has no powers but two verbs', async ({ app: { page } }) => {
  const seen = await page.evaluate(() => {
    const { host } = window as unknown as { host: object }
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in window,
      ),
      host: Object.keys(host).toSorted(),
      frozen: Object.isFrozen(host),
      replaced: Reflect.set(window, 'host', {}) || Reflect.deleteProperty(window, 'host'),
    }
  })
  expect(seen).toEqual({ globals: [], host: ['call', 'listen'], frozen: true, replaced: false })
})

test('the page goes nowhere and opens nothing', async ({ start, workspace }) => {
  const { page, windows } = await start({ workspace })
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  const here = page.url()
  await page.evaluate((to) => (location.href = to), elsewhere)
  await expectToStay(page, here)
  for (const to of [elsewhere, 'mailto:somebody@example.org', 'data:text/html,x']) {
    await page.evaluate((target) => location.assign(target), to)
    await expectToStay(page, here)
  }
  const opened = await page.evaluate(
    (to) => [to, `//${new URL(to).host}`, 'about:blank'].map((url) => window.open(url) === null),
    elsewhere,
  )
  expect(opened).toEqual([true, true, true])
  for (const target of ['', '_blank']) {
    await page.evaluate(
      ([to, where]) => {
        const link = document.createElement('a')
        Object.assign(link, { href: to, target: where })
        document.body.append(link)
        link.click()
        link.remove()
      },
      [elsewhere, target] as const,
    )
    await expectToStay(page, here)
  }
  await page.evaluate((to) => {
    const form = document.createElement('form')
    form.action = to
    document.body.append(form)
    form.submit()
    form.remove()
  }, elsewhere)
  await expectToStay(page, here)
  expect(windows()).toHaveLength(1)
})

test('nothing is fetched, sent or connected to outside', async ({ host, home, workspace }) => {
  // without the fixture, which takes the attempt for the deed
  const app = await launch(host, { home, workspace })
  try {
    const { page } = app
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
    const answered: string[] = []
    page.on('response', (response) => answered.push(response.url()))
    const outcome = await page.evaluate((to) => {
      const tried = (work: () => Promise<unknown>) =>
        work().then(
          () => 'went out',
          () => 'stopped',
        )
      const loaded = (element: HTMLElement) =>
        new Promise((resolve, reject) => {
          Object.assign(element, { onload: resolve, onerror: reject, src: `${to}beacon` })
          document.body.append(element)
        })
      const connected = () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(to.replace('https', 'wss'))
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', reject)
        })
      return Promise.all([tried(() => fetch(to)), tried(() => loaded(new Image())), tried(connected)])
    }, elsewhere)
    expect(outcome).toEqual(['stopped', 'stopped', 'stopped'])
    expect(answered.filter((url) => url.includes('example.org'))).toEqual([])
  } finally {
    await app.close()
  }
})

test('a link in a text asks first and shows the whole address', async ({ app: { page, windows, declineOutside } }) => {
  await writeNote(page, 'Talk in Astana', 'Read [the report](https://example.org/report?from=hub#pay).')
  const here = page.url()
  const whole = 'https://example.org/report?from=hub#pay'
  await page.getByRole('button', { name: 'Reading view' }).click()
  const link = page.getByRole('article', { name: 'Text' }).getByRole('link', { name: 'the report' })
  expect(await declineOutside(() => link.click())).toContain(whole)
  expect(await declineOutside(() => link.click({ button: 'middle' }))).toContain(whole)
  expect(await declineOutside(() => link.press('Enter'))).toContain(whole)
  // in the editor Ctrl+Enter follows
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  for (let steps = 0; steps < 'Read [the'.length; steps += 1) await page.keyboard.press('ArrowRight')
  expect(await declineOutside(() => page.keyboard.press('Control+Enter'))).toContain(whole)
  expect(page.url()).toBe(here)
  expect(windows()).toHaveLength(1)
})

test('an address that is neither https nor mail is no link', async ({ app: { page } }) => {
  await writeNote(page, 'Talk in Astana', 'Never [this](file:///etc/passwd).')
  const here = page.url()
  await textOf(page).click()
  await page.keyboard.press('Control+Home')
  for (let steps = 0; steps < 'Never [th'.length; steps += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Reading view' }).click()
  const text = page.getByRole('article', { name: 'Text' })
  await expect(text).toContainText('Never this')
  await text.getByText('this').click()
  await expect(text.getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  expect(page.url()).toBe(here)
})

test.describe('the fixture', () => {
  // it ends well, which is reported as a failure, when the request is not noticed or there was none
  test.fail()
  test('notices a request that leaves the application', async ({ start, workspace }) => {
    const app = await start({ workspace }).catch(() => undefined)
    await app?.page.goto(elsewhere).catch((error: unknown) => String(error))
  })
})
