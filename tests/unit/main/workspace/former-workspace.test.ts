/** Workspaces of versions 1 and 2 whose files are damaged: nothing is migrated, everything readable is shown. */
import { describe, expect, it } from 'vitest'
import { openWorkspace, restorePrevious } from '../../../../src/main/workspace/index.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER } from '../../../support/workspace-files.ts'
import { formerFirst, formerRecords, formerSecond, formerWorkspace, sealed } from '../../../support/workspace-former.ts'

const open = (files: MemoryFileSystem, readOnly = false) => openWorkspace(FOLDER, testEnvironment(files), { readOnly })

describe('damaged records', () => {
  it.each([
    ['missing', (files: MemoryFileSystem) => files.drop(fileIn('records.json')), 'The file is missing.'],
    ['empty', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.alloc(0)), 'The file is empty.'],
    ['zeroed', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.alloc(900)), 'The file holds zeros only.'],
    ['an empty object', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.from('{}')), 'fields'],
  ])('that are %s do not open, and nothing is changed', async (_, damage, reason) => {
    const files = formerWorkspace()
    damage(files)
    const before = await contents(files)
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('The state before the last save is kept'),
      details: {
        file: 'records.json',
        reason: expect.stringContaining(reason),
        previous: { readable: true, records: 1, revision: 1, savedAt: '2023-10-05T09:00:00.000Z' },
        openReadOnly: false,
      },
    })
    expect(await contents(files)).toEqual(before)
    await expect(open(files, true)).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  it('with a changed letter are shown for reading, with the reason', async () => {
    const files = formerWorkspace()
    files.put(fileIn('records.json'), Buffer.from(files.bytesOf(fileIn('records.json'))!.toString().replace('line two', 'line too')))
    await expect(open(files)).rejects.toMatchObject({ details: { reason: expect.stringContaining('checksum'), openReadOnly: true } })
    const workspace = await open(files, true)
    expect(workspace.readOnly).toBe('damaged')
    expect((await workspace.read(formerFirst.id))?.body).toBe('Line one\nline too')
    expect(workspace.problems).toMatchObject([{ file: 'records.json', reason: expect.stringContaining('checksum') }])
    await expect(workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))).rejects.toMatchObject({
      code: 'READ_ONLY',
    })
  })

  it('leave out no record in silence', async () => {
    const files = formerWorkspace()
    const wrong = { ...formerFirst, classification: 'top secret' }
    const content = formerRecords(2, [formerSecond])
    files.put(fileIn('records.json'), sealed({ ...content, records: [wrong, ...(content['records'] as unknown[])] }))
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { reason: expect.stringContaining('“First”: classification'), touched: [{ id: formerFirst.id, title: 'First' }] },
    })
    const workspace = await open(files, true)
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['Алихан Байменов'])
    expect(workspace.problems).toMatchObject([{ title: 'First', reason: expect.stringContaining('classification') }])
  })

  it('may not hold two records of one id', async () => {
    const files = formerWorkspace()
    files.put(fileIn('records.json'), sealed(formerRecords(2, [formerFirst, formerFirst])))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { reason: expect.stringContaining('same id') } })
  })

  it('come back from the state before, and are then brought into the journal', async () => {
    const files = formerWorkspace()
    files.put(fileIn('records.json'), Buffer.from('{"form'))
    await restorePrevious(FOLDER, testEnvironment(files))
    const kept = (await files.list(FOLDER)).find((name) => name.startsWith('records.damaged-'))
    expect(files.bytesOf(fileIn(kept ?? ''))?.toString()).toBe('{"form')
    const workspace = await open(files)
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['First'])
    expect(workspace.revision).toBe(1)
  })

  it('do not come back from a state that is no better', async () => {
    const files = formerWorkspace()
    files.put(fileIn('records.json'), Buffer.from('{'))
    files.put(fileIn('records.previous.json'), Buffer.from('{'))
    await expect(open(files)).rejects.toMatchObject({
      details: { previous: { readable: false } },
      message: expect.stringContaining('backup'),
    })
    const before = await contents(files)
    await expect(restorePrevious(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await contents(files)).toEqual(before)
  })
})

it('a damaged manifest keeps the records from being migrated, and comes back from the one before', async () => {
  const files = formerWorkspace()
  files.put(fileIn('workspace.json'), Buffer.from('{"format":"rapporteur-workspace"}'))
  await expect(open(files)).rejects.toMatchObject({
    code: 'DAMAGED',
    details: { file: 'workspace.json', previous: { readable: true, records: 2 }, openReadOnly: true },
  })
  const reading = await open(files, true)
  expect([reading.readOnly, [...reading.heads()].length]).toEqual(['damaged', 2])
  await restorePrevious(FOLDER, testEnvironment(files))
  const workspace = await open(files)
  expect([workspace.info.name, workspace.readOnly, [...workspace.heads()].length]).toEqual(['Secretariat', null, 2])
})
