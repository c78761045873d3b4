/** Files of other programs, and the way of an import, by roles and names. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { ZipFile } from 'yazl'
import type { Application } from './application.ts'
import { picture } from './picture.ts'

export type Files = Readonly<Record<string, string | Buffer>>

/** A vault as people have it: folders, properties of their own, links, a task, a picture, and a file that is damaged. */
export const vault: Files = {
  '.obsidian/app.json': '{}',
  'Start.md': '# Start here\n\nSee [[Kick-off in Astana]], [[Rex Facer]] and [[Nobody yet]].\n',
  'Meetings/2023/Kick-off in Astana.md':
    '---\ntype: meeting\ndate: 2023-02-14\nwhere: Astana\ntags:\n  - remuneration\nmood: good\n---\n\n![[Hall.png]]\n\n- [ ] Send the questionnaire [[Maria Novak]] 📅 2023-03-01\n',
  'Meetings/2022/Preparation.md': '---\ntype: meeting\ndate: 2022-11-02\n---\n\nWhat was prepared. [[Start]]\n',
  'Meetings/Hall.png': picture(40, 30),
  'People/Maria Novak.md': '---\ntype: person\nnickname: Masha\n---\n\nOf the ministry.\n',
  // no UTF-8
  'People/Broken.md': Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
  'Loose ends.txt': 'Nothing names this file.',
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

export async function writeZip(path: string, files: Files): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'What will happen' })
/** By the title that its record gets. */
export const fileRow = (page: Page, title: string): Locator => grid(page).getByRole('row', { name: new RegExp(`^Choose ${title}`) })
/** Goes on with the import: “Import 5 records”. */
export const importButton = (page: Page): Locator => page.getByRole('main').getByRole('button', { name: /^Import [\d,]+ record/ })
/** How many of what there are, over the table. */
export const shownPill = (page: Page, words: string): Locator =>
  page.getByRole('group', { name: 'Shown files' }).getByRole('button', { name: new RegExp(`^${words}`) })

/** From anywhere, by the palette. */
export async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Import markdown')
  await expect(page.getByRole('dialog').getByRole('option', { name: /^Import markdown/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
}

/** The button that asks for a folder or a zip file: systems have a dialog for each, the page one for both. */
export const chooseButton = (page: Page, source: string): Locator =>
  page
    .getByRole('button', { name: 'Choose a folder or zip file…' })
    .or(page.getByRole('button', { name: source.endsWith('.zip') ? 'Choose a zip file…' : 'Choose a folder…' }))

/** Chooses a folder or zip file of the home and waits for the table. */
export async function chooseSource({ page, answerDialog }: Application, source: string): Promise<void> {
  await answerDialog(() => chooseButton(page, source).click(), source)
  await expect(grid(page)).toBeVisible()
}

/** Imports and waits for what came of it. */
export async function takeIn(page: Page): Promise<void> {
  await importButton(page).click()
  await expect(page.getByRole('heading', { name: /records? came in from/ })).toBeVisible()
}
