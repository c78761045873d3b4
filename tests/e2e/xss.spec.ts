/** Hostile texts, in bodies and in every other field, on every screen that shows them: nothing runs, nothing is fetched. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/fixtures.ts'
import { expectNothing, lines, setTrap, stir, strangers, vectors, type Vector } from '../support/e2e/steps-hostile.ts'
import { ask, goTo, openRecord, places, settled } from '../support/e2e/steps-places.ts'

test.describe.configure({ timeout: 180_000 })

interface Versioned {
  readonly id: string
  readonly rev: number
}

const create = async (page: Page, record: object): Promise<Versioned> =>
  (await ask<{ record: Versioned }>(page, 'records.create', { record })).record

const heading = ({ id }: Vector) => `Vector ${id}`
const article = (page: Page) => page.getByRole('article', { name: 'Text' })

/**
 * Shows the vectors in the reading view, as many at a time as stand apart: one that opens what it does not close takes
 * those after it in, and they have another turn.
 */
async function readAll(page: Page, note: Versioned, harm: () => Promise<string[]>): Promise<void> {
  let { rev } = note
  let left = vectors
  let turn = 0
  while (left.length > 0) {
    turn += 1
    const body = [`# Turn ${turn}`, ...left.flatMap((vector) => [`## ${heading(vector)}`, vector.markdown])].join('\n\n')
    const { record } = await ask<{ record: Versioned }>(page, 'records.update', {
      kind: 'note',
      id: note.id,
      baseRev: rev,
      patch: { body },
    })
    rev = record.rev
    await expect(article(page).getByRole('heading', { name: `Turn ${turn}`, exact: true })).toBeVisible()
    await expect(article(page)).toHaveAttribute('aria-busy', 'false')
    await expectNothing(harm, `turn ${turn}`)
    expect(await strangers(page), `turn ${turn}`).toEqual([])
    await stir(page, '[role="article"]')
    await expectNothing(harm, `turn ${turn}, touched`)
    const headings = new Set(await article(page).locator('h2').allTextContents())
    const next = left.findIndex((vector) => !headings.has(heading(vector)))
    expect(next, `${left[0]?.id} is shown`).not.toBe(0)
    left = next < 0 ? [] : left.slice(next)
  }
}

const openNote = async (page: Page, title: string): Promise<Versioned> => {
  const note = await create(page, { kind: 'note', title, body: 'Nothing yet.' })
  await openRecord(page, title)
  await page.getByRole('button', { name: 'Reading view' }).click()
  await expect(article(page)).toContainText('Nothing yet.')
  return note
}

test('there are vectors enough', () => {
  expect(vectors.length).toBeGreaterThan(200)
})

test('no body runs or fetches anything in the reading view', async ({ start, workspace }) => {
  const app = await start({ workspace })
  const { page } = app
  const note = await openNote(page, 'Hostile texts')
  const harm = await setTrap(app)
  await readAll(page, note, harm)
})

test('the sanitiser alone is enough: without the content security policy nothing runs either', async ({ start, workspace }) => {
  const app = await start({ workspace })
  const { page } = app
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  const note = await openNote(page, 'Hostile texts')
  const harm = await setTrap(app)
  await readAll(page, note, harm)

  // and the trap does close: the same kind of text, put in without the sanitiser, is noticed
  await page.evaluate(() => document.getElementById('root')?.insertAdjacentHTML('afterend', '<img src="data:," onerror="xss()">'))
  await expect.poll(async () => (await harm()).join()).toContain('xss() was called')
})

test('the policy alone is enough: what is put in without the sanitiser does not run', async ({ start, workspace }) => {
  const { page } = await start({ workspace })
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  const outcome = await page.evaluate(async () => {
    let called = false
    Object.assign(window, { xss: () => (called = true) })
    // what a broken sanitiser would do, under the name that the policy knows
    type Policies = { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } }
    const { trustedTypes } = window as unknown as { trustedTypes: Policies }
    const broken = trustedTypes.createPolicy('dompurify', { createHTML: (text) => text })
    const refused = await new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true })
      document.body.insertAdjacentHTML('beforeend', broken.createHTML('<img src="data:," onerror="xss()">'))
    })
    let trusted = 'text was taken for HTML'
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>x</b>')
    } catch (error) {
      trusted = String(error)
    }
    return { called, refused, trusted }
  })
  expect(outcome).toEqual({ called: false, refused: 'script-src-attr', trusted: expect.stringContaining('TrustedHTML') })
})

test('no body runs or fetches anything in the editor and the inspector', async ({ start, workspace }) => {
  const app = await start({ workspace })
  const { page } = app
  const body = vectors.map((vector) => `## ${heading(vector)}\n\n${vector.markdown}`).join('\n\n')
  await create(page, { kind: 'meeting', title: 'Hostile minutes', body })
  const harm = await setTrap(app)
  await openRecord(page, 'Hostile minutes')
  const editor = page.getByRole('textbox', { name: 'Text', exact: true })
  await expect(editor).toContainText('Vector 001')
  const seen = new Set<string>()
  // only the lines in sight are drawn: go through all of them, the caret too, which shows the source of its line
  await editor.focus()
  await page.keyboard.press('Control+Home')
  for (let at = 0; !seen.has(`Vector ${vectors.at(-1)?.id}`); at += 1) {
    expect(at, 'pages of the editor').toBeLessThan(400)
    for (const [found] of (await editor.innerText()).matchAll(/Vector \d{3}/g)) seen.add(found)
    await page.keyboard.press('PageDown')
    if (at % 8 === 0) await stir(page, '.cm-content')
  }
  expect(seen.size).toBe(vectors.length)
  await expectNothing(harm, 'editor')
  for (const tab of ['Links', 'Details', 'Meeting']) {
    await page.getByRole('tab', { name: tab }).click()
    await stir(page, 'aside')
    await expectNothing(harm, `inspector: ${tab}`)
  }
})

/** Records whose every field is one of the lines, so that each line stands in each place once at least. */
function hostileRecords(line: string, number: number): object[] {
  const name = (what: string) => `${what} ${number} ${line.replace(/[[\]|#^]/g, '')}`
  const common = {
    aliases: [name('Alias of a note')],
    tags: [`t${number}${line.replace(/[\s#,[\]]/g, '/')}`],
    distribution: line,
    extra: { [line]: line, list: [line] },
  }
  const alias = (what: string) => ({ ...common, aliases: [name(`Alias of a ${what}`)] })
  const body = `[[${name('Person')}]] and [[${name('Nobody')}]].\n\n> [!decision] X/2023/${number} ${line}\n> ${line}\n\n- [ ] ${line} [[${name('Person')}]] 📅 2023-06-30\n- [x] ${line} ✅ 2023-05-19\n\n## ${line}\n`
  const represents = { country: '', organisation: line }
  return [
    {
      kind: 'contact',
      title: name('Person'),
      ...alias('person'),
      honorific: line,
      given: line,
      family: line,
      nativeName: line,
      posts: [{ title: line, organisation: line, country: '', from: '2020', to: '', former: false }],
      represents,
      dutyStation: { place: line, country: '' },
      assistant: line,
      emails: [{ label: line, value: line }],
      phones: [{ label: line, value: line }],
      address: line,
      confirmedOn: '2023',
      confirmedSource: line,
      body,
    },
    {
      kind: 'contact',
      contactType: 'organisation',
      title: name('Organisation'),
      ...alias('organisation'),
      shortName: line,
      parent: line,
      body,
    },
    {
      kind: 'contact',
      contactType: 'body',
      title: name('Body'),
      ...alias('body'),
      symbol: line.slice(0, 40),
      composition: [{ country: '', member: line, from: '', to: '' }],
      officers: [{ person: line, role: line, from: '', to: '' }],
    },
    {
      kind: 'country',
      title: name('Country'),
      ...alias('country'),
      code: `X${String.fromCharCode(65 + number)}Z`,
      shortNames: { en: line, ru: line, kk: line },
      formalNames: { en: line, ru: line, kk: line },
      group: line,
      focalPoints: [{ person: line, topic: line, designatedBy: line, designatedOn: '2023', alternate: line, until: '' }],
      body,
    },
    {
      kind: 'meeting',
      title: name('Meeting'),
      ...alias('meeting'),
      meetingBody: line,
      session: line,
      symbol: line.slice(0, 80),
      partOf: '',
      start: '2023-05-17',
      timeZone: line.slice(0, 80),
      place: line,
      chair: line,
      secretary: line,
      participants: [{ person: line, function: 'chair', status: 'guest', represents, title: line, presence: 'replaced', replacedBy: line }],
      statedFigures: [{ label: line, value: line, source: line }],
      stage: 'circulated',
      clearance: { by: line, on: '2023' },
      circulation: { to: line, on: '2023', deadline: '2023-06' },
      body,
    },
    {
      kind: 'study',
      title: name('Study'),
      ...alias('study'),
      authors: [line],
      reviewers: [line],
      abstract: line,
      sources: [line],
      versions: [{ name: line, date: '2023', remark: line }],
      isbn: line.slice(0, 40),
      doi: line,
      body,
    },
    { kind: 'note', title: name('Note'), ...common, topic: line, source: line, body },
  ]
}

test('no other field runs or fetches anything, on any screen', async ({ start, workspace, home, host }) => {
  const app = await start({ workspace })
  const { page } = app
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await ask(page, 'app.identify', { name: lines[0], device: lines[1] })
  for (const [number, line] of lines.entries()) for (const record of hostileRecords(line, number)) await create(page, record)
  const harm = await setTrap(app)
  const look = async (where: string) => {
    await settled(page)
    await stir(page, 'body')
    await expectNothing(harm, where)
  }

  for (const place of places.sections) {
    await place.open(page)
    await look(place.name)
  }
  await goTo(page, 'Actions')
  // the text stands there as it was written
  await expect(page.getByText(lines[0] ?? '').first()).toBeVisible()

  for (const [number, line] of lines.entries()) {
    const kinds = ['Person', 'Organisation', 'Body', 'Country', 'Meeting', 'Study', 'Note']
    const kind = kinds[number % kinds.length] ?? ''
    await openRecord(page, `${kind} ${number} ${line.replace(/[[\]|#^]/g, '')}`)
    await page.getByRole('button', { name: /^More details/ }).click()
    await look(`${kind} ${number}`)
    for (const tab of await page.getByRole('tab').all()) await tab.click()
    await look(`inspector of ${kind} ${number}`)
  }

  await openRecord(page, `Meeting 0 ${lines[0]}`)
  await page.getByRole('button', { name: 'open table' }).click()
  await look('participants')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  for (const text of ['xss', ...lines]) {
    await page.getByRole('dialog').getByRole('combobox').fill(text)
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(/found|Nothing/)
    await look(`palette: ${text}`)
  }
  await page.keyboard.press('Escape')

  // a name that is taken comes back with the name of the other
  await page.keyboard.press('Control+Shift+n')
  await page.getByRole('dialog').getByLabel('Title').fill(`Note 0 ${lines[0]}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('This name belongs to another record already:')).toBeVisible()
  await look('clash of names')
  await page.keyboard.press('Escape')

  if (host === 'browser' && process.platform !== 'win32') {
    await mkdir(join(home, lines[0] ?? ''))
    await places.folders.open(page)
    await expect(page.getByRole('option', { name: lines[0] ?? '', exact: true })).toBeVisible()
    await look('folders')
    await places.folders.leave?.(page)
  }
})

test('two hostile versions are compared without harm, and deleted and brought back', async ({ start, workspace }) => {
  const app = await start({ workspace })
  const { page } = app
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await ask(page, 'app.identify', { name: lines[0], device: lines[1] })
  const everything = lines.join(' ')
  const title = `Compared ${lines[0]}`
  const { id } = await create(page, { kind: 'note', title, topic: 'none', body: 'none' })
  await openRecord(page, title)
  const harm = await setTrap(app)
  const topic = page.getByRole('textbox', { name: 'Topic' })
  const compare = page.getByRole('alert').getByRole('button', { name: 'Compare' })
  await expect(async () => {
    const { rev } = await ask<Versioned>(page, 'records.get', { id })
    await topic.fill(`mine ${rev} ${everything}`)
    await ask(page, 'records.update', { kind: 'note', id, baseRev: rev, patch: { topic: `theirs ${rev} ${everything}` } })
    await expect(compare).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await compare.click()
  await expect(page.getByRole('dialog', { name: 'Two versions' })).toBeVisible()
  await stir(page, 'body')
  await expectNothing(harm, 'conflict')
  await page.getByRole('dialog').getByText('Yours').click()
  await page.getByRole('button', { name: 'Save this' }).click()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(title)
  await goTo(page, 'Trash')
  await expect(page.getByText(title).first()).toBeVisible()
  await stir(page, 'body')
  await expectNothing(harm, 'trash')
})
