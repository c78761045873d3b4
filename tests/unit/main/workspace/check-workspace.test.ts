import { expect, it } from 'vitest'
import { checkWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../support/workspace-files.ts'

it('counts what is there, also while somebody writes, and writes nothing', async () => {
  const files = await savedTwice()
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  const before = await contents(files)
  const report = await checkWorkspace(FOLDER, { files })
  expect(report).toMatchObject({ sound: true, name: 'Secretariat', revision: 2, records: { contact: 1, note: 1, country: 0 }, inTrash: 0 })
  expect(await contents(files)).toEqual(before)
  await workspace.close()
})

it('names every damaged record and does not call it sound', async () => {
  const files = await savedTwice()
  const text = files.bytesOf(fileIn('records.json'))!.toString()
  files.put(fileIn('records.json'), Buffer.from(text.replaceAll('"internal"', '"intern"')))
  const report = await checkWorkspace(FOLDER, { files })
  expect(report.sound).toBe(false)
  const problems = report.findings.filter(({ level }) => level === 'problem').map(({ text }) => text)
  expect(problems).toHaveLength(3)
  expect(problems.join('\n')).toMatch(/checksum[^]*“First”: classification[^]*“Алихан Байменов”: classification/)
})

it('reports a damaged previous state as a notice', async () => {
  const files = await savedTwice()
  files.put(fileIn('records.previous.json'), Buffer.from('{'))
  const report = await checkWorkspace(FOLDER, { files })
  expect(report.sound).toBe(true)
  expect(report.findings.find(({ level }) => level === 'notice')?.text).toContain('records.previous.json')
})
