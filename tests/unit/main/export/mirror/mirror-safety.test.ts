import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MANIFEST } from '../../../../../src/main/export/manifest.ts'
import { CHANGES } from '../../../../../src/main/export/mirror/ledger.ts'
import type { MemoryExportDisk } from '../../../../support/memory-export-disk.ts'
import { seededChooser } from '../../../../support/memory-file-system.ts'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'

/** Every so many operations; MIRROR_EVERY=1 for each of them. */
const EVERY = Number(process.env['MIRROR_EVERY'] ?? 17)

const at = (path: string) => `${MIRROR}/${path}`
const put = (disk: MemoryExportDisk, path: string, text: string) => disk.put(at(path), Buffer.from(text))

/** What the person has in the folder; the mirror wrote none of it. */
const THEIRS = { 'Notes/Mine.md': 'Mine.', 'list.txt': 'A list.', 'Notes/New.md': 'In the way.', 'Notes/Edited.md': 'Edited by hand.' }
const CONFLICTS = [
  ['Notes/Edited.md', 'edited'],
  ['Notes/New.md', 'inTheWay'],
]

/** A mirror that is written, files of others in its folder, and changes of every kind that wait. */
async function waiting(): Promise<MirroredWorkspace> {
  const mirrored = await MirroredWorkspace.of(
    [1, 2, 3, 4, 5].map((number) => newNote(number, ['', 'One', 'Renamed', 'Gone', 'Edited', 'Linking'][number], 'See [[Renamed]].')),
  )
  await mirrored.change(idOf(1), { attachments: [await mirrored.file('Picture.png', 'first')] })
  await mirrored.mirror.update()
  // long ago: it outlasts a loss of power
  for (const folder of ['/stick', MIRROR, at('Notes'), at('attachments')]) await mirrored.stick.syncFolder(folder)
  for (const [path, text] of Object.entries(THEIRS)) put(mirrored.stick, path, text)
  await mirrored.change(idOf(1), { body: 'Other words.', attachments: [await mirrored.file('Picture.png', 'second')] })
  await mirrored.change(idOf(2), { title: 'renamed', aliases: ['Renamed'] })
  await mirrored.change(idOf(3), { trashed: { at: '2023-05-17T14:02:00.000Z', by: anna } })
  await mirrored.change(idOf(4), { body: 'Changed here too.' })
  await mirrored.put(newNote(6, 'New'))
  return mirrored
}

const conflictsOf = (mirrored: MirroredWorkspace) =>
  Array.from(mirrored.mirror.run?.writer.conflicts ?? [], ([path, { what }]) => [path, what]).toSorted()

/** Every file is theirs as they left it, or whole as it was or as it is to be. */
function expectWhole(found: Record<string, string>, before: Record<string, string>, after: Record<string, string>): void {
  expect(found).toMatchObject(THEIRS)
  for (const [path, text] of Object.entries(found)) {
    if (path in THEIRS || path.startsWith('.')) continue
    expect([before[path], after[path]], path).toContain(text)
  }
}

async function expectRight(mirrored: MirroredWorkspace): Promise<void> {
  expect(mirrored.mirror.standing).toMatchObject({ state: 'current', problem: null })
  expect(conflictsOf(mirrored)).toEqual(CONFLICTS)
  const { [MANIFEST]: _list, ...files } = await mirrored.files()
  const { [MANIFEST]: _expected, ...expected } = await mirrored.exported()
  expect(files).toEqual({ ...expected, ...THEIRS })
}

it('leaves alone what it did not write, and writes everything else', async () => {
  const mirrored = await waiting()
  await mirrored.mirror.write()
  await expectRight(mirrored)
  await mirrored.mirror.update()
  await expectRight(mirrored)
})

it('leaves alone what is edited in the folder between its look at a batch of files and their turn', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One'), newNote(2, 'Two')])
  await mirrored.mirror.update()
  await mirrored.change(idOf(1), { body: 'Other words.' })
  await mirrored.change(idOf(2), { trashed: { at: '2023-05-17T14:02:00.000Z', by: anna } })
  const createFile = mirrored.stick.createFile.bind(mirrored.stick)
  mirrored.stick.createFile = async (path) => {
    for (const name of ['One', 'Two']) put(mirrored.stick, `Notes/${name}.md`, 'Edited by hand.')
    return createFile(path)
  }
  await mirrored.mirror.write()
  expect(conflictsOf(mirrored)).toEqual([
    ['Notes/One.md', 'edited'],
    ['Notes/Two.md', 'edited'],
  ])
  expect(await mirrored.files()).toMatchObject({ 'Notes/One.md': 'Edited by hand.', 'Notes/Two.md': 'Edited by hand.' })
})

it('removes nothing that came to the place of a file after it was looked that nothing lay there', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One'), newNote(2, 'Two')])
  await mirrored.mirror.update()
  mirrored.stick.drop(at('Notes/One.md'))
  await mirrored.change(idOf(1), { trashed: { at: '2023-05-17T14:02:00.000Z', by: anna } })
  await mirrored.change(idOf(2), { body: 'Other words.' })
  const createFile = mirrored.stick.createFile.bind(mirrored.stick)
  mirrored.stick.createFile = async (path) => {
    put(mirrored.stick, 'Notes/One.md', THESIS)
    return createFile(path)
  }
  await mirrored.mirror.write()
  expect(await mirrored.files()).toMatchObject({ 'Notes/One.md': THESIS, 'Notes/Two.md': expect.stringContaining('Other words.') })
})

it('takes nothing for written that came after it was stopped, also when it is stopped again', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One')])
  await mirrored.mirror.update()
  await mirrored.mirror.stop()
  await mirrored.change(idOf(1), { body: 'Other words.' })
  await mirrored.close()
  const again = await mirrored.again()
  await again.mirror.update()
  expect(await again.files()).toEqual(await again.exported())
})

const THESIS = 'Years of work.'
const HASH = createHash('sha256').update(THESIS).digest('hex')

it.each([
  ['above the folder', ['put', '../thesis.md', HASH]],
  ['above the folder, removed', ['remove', '../thesis.md']],
  ['neither a record nor a file of one', ['put', 'thesis.txt', HASH]],
  ['hidden', ['put', '.git/thesis.md', HASH]],
  ['no path', ['put', { path: 'thesis.md' }, HASH]],
  ['no hash', ['put', 'thesis.md', 1]],
  ['no line', { put: 'thesis.md' }],
])('believes nothing of its file of changes from a line on that it cannot have written: %s', async (_what, line) => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One')])
  await mirrored.mirror.update()
  await mirrored.close()
  const thesis = ['/stick/thesis.md', at('thesis.txt'), at('.git/thesis.md'), at('thesis.md')]
  await mirrored.stick.createFolder(at('.git'))
  for (const path of thesis) mirrored.stick.put(path, Buffer.from(THESIS))
  const changes = await mirrored.stick.readFile(at(CHANGES))
  const lines = [line, ['put', 'thesis.md', HASH], ['done']].map((one) => `${JSON.stringify(one)}\n`)
  mirrored.stick.put(at(CHANGES), Buffer.concat([changes, Buffer.from(lines.join(''))]))
  const again = await mirrored.again()
  await again.mirror.update()
  for (const path of thesis) expect(Buffer.from(await again.stick.readFile(path)).toString(), path).toBe(THESIS)
  await again.change(idOf(1), { body: 'Other words.' })
  await again.mirror.write()
  expect(again.mirror.standing).toMatchObject({ state: 'current', problem: null })
  expect(await again.files()).toMatchObject({ 'Notes/One.md': expect.stringContaining('Other words.') })
})

it('removes nothing that lies behind a link, however far up it is', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One')])
  await mirrored.mirror.update()
  await mirrored.close()
  put(mirrored.stick, 'Papers/letters/thesis.md', THESIS)
  const changes = await mirrored.stick.readFile(at(CHANGES))
  const lines = `${JSON.stringify(['put', 'Papers/letters/thesis.md', HASH])}\n["done"]\n`
  mirrored.stick.put(at(CHANGES), Buffer.concat([changes, Buffer.from(lines)]))
  mirrored.stick.links.add(at('Papers'))
  const again = await mirrored.again()
  await again.mirror.update()
  expect(again.mirror.standing).toMatchObject({
    state: 'stopped',
    problem: { message: expect.stringContaining('“Papers” in it is a link') },
  })
  expect(await again.files()).toMatchObject({ 'Papers/letters/thesis.md': THESIS })
})

it('takes what lies in the place of a file after a crash for its own only if it wrote it', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One')])
  await mirrored.mirror.update()
  await mirrored.change(idOf(1), { body: 'Other words.' })
  // the power goes when the file is to get its name: it is written down that it was going to
  mirrored.stick.inject({ at: 1, error: 'powerLoss', forGood: true, only: ['rename', 'link'] })
  await mirrored.mirror.write()
  mirrored.stick.inject(null)
  await mirrored.workspace.close()
  put(mirrored.stick, 'Notes/One.md', THESIS)
  const again = await mirrored.again()
  await again.mirror.update()
  expect(conflictsOf(again)).toEqual([['Notes/One.md', 'edited']])
  await again.change(idOf(1), { title: 'Two' })
  await again.mirror.update()
  expect(await again.files()).toMatchObject({ 'Notes/One.md': THESIS, 'Notes/Two.md': expect.stringContaining('Other words.') })
})

it('tells of an edited file of a record that rose above the level, and of one whose record is not known any more', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'Visit')], { options: { upTo: 'internal' } })
  await mirrored.change(idOf(1), { attachments: [await mirrored.file('Annex.txt', 'first')] })
  await mirrored.mirror.update()
  for (const path of ['Notes/Visit.md', 'attachments/Annex.txt']) put(mirrored.stick, path, 'Edited by hand.')
  await mirrored.mirror.update()
  const told = () => mirrored.mirror.conflicts.map(({ path, what }) => [path, what])
  expect(told().toSorted()).toEqual([
    ['Notes/Visit.md', 'edited'],
    ['attachments/Annex.txt', 'edited'],
  ])
  await mirrored.change(idOf(1), { classification: 'confidential' })
  await mirrored.mirror.update()
  expect(told()).toEqual([
    ['Notes/Visit.md', 'aboveLevel'],
    ['attachments/Annex.txt', 'unwanted'],
  ])
  expect(await mirrored.files()).toMatchObject({ 'Notes/Visit.md': 'Edited by hand.', 'attachments/Annex.txt': 'Edited by hand.' })
})

it('tells of what was set aside when its record rises above the level, also after it was opened again, until it is gone', async () => {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'Visit')], { options: { upTo: 'internal' } })
  await mirrored.change(idOf(1), { attachments: [await mirrored.file('Annex.txt', 'first')] })
  await mirrored.mirror.update()
  const paths = ['Notes/Visit.md', 'attachments/Annex.txt']
  for (const path of paths) put(mirrored.stick, path, 'Edited by hand.')
  await mirrored.mirror.update()
  await mirrored.mirror.between(async (run) => {
    for (const path of paths) await run.writer.setAside(path)
    run.touch(idOf(1))
    run.againAttachments()
  })
  expect(mirrored.mirror.conflicts).toEqual([])
  await mirrored.mirror.update()
  await mirrored.close()
  const again = await mirrored.again()
  await again.mirror.update()
  expect(again.mirror.conflicts).toEqual([])
  await again.change(idOf(1), { classification: 'confidential' })
  await again.mirror.update()
  const told = [
    { path: 'Notes/Visit (edited).md', id: idOf(1), what: 'asideAbove' },
    { path: 'attachments/Annex (edited).txt', id: null, what: 'asideUnknown' },
  ]
  expect(again.mirror.conflicts).toEqual(told)
  expect(await again.files()).toMatchObject({ 'Notes/Visit (edited).md': 'Edited by hand.' })
  again.stick.drop(at('Notes/Visit (edited).md'))
  await again.mirror.update()
  expect(again.mirror.conflicts).toEqual(told.slice(1))
  await again.change(idOf(1), { classification: 'internal' })
  await again.mirror.update()
  expect(again.mirror.conflicts).toEqual([])
})

/** The files before and after a writing that nothing disturbs, and how many operations of the disk it takes. */
async function modelWrite() {
  const model = await waiting()
  const before = await model.files()
  const first = model.stick.operations.length
  await model.mirror.write()
  return { before, operations: model.stick.operations.length - first, after: await model.files() }
}

describe.each(['ENOSPC', 'EIO', 'EACCES'])('%s at any moment', (error) => {
  it('stops the mirror, harms no file, and it goes on when the disk is sound again', async () => {
    const { before, operations, after } = await modelWrite()
    for (let operation = 1 + (error.length % EVERY); operation <= operations; operation += EVERY) {
      const mirrored = await waiting()
      mirrored.stick.inject({ at: operation, error, forGood: true })
      await mirrored.mirror.write()
      expect(mirrored.mirror.standing).toMatchObject({
        state: 'stopped',
        problem: { message: expect.stringContaining('Your records are safe') },
      })
      mirrored.stick.inject(null)
      expectWhole(await mirrored.files(), before, after)
      await mirrored.mirror.write()
      await expectRight(mirrored)
    }
  }, 60_000)
})

describe.each(['end of the process', 'loss of power'])('%s after any operation', (what) => {
  it('leaves no half file, claims nothing that is not its own, and forgets nothing that is', async () => {
    const { before, operations, after } = await modelWrite()
    for (let operation = 1 + (what.length % EVERY); operation <= operations; operation += EVERY) {
      const mirrored = await waiting()
      mirrored.stick.inject({ at: operation, error: 'powerLoss', forGood: true })
      await mirrored.mirror.write()
      mirrored.stick.inject(null)
      const stick = what === 'loss of power' ? mirrored.stick.afterPowerLoss(seededChooser(operation)) : mirrored.stick.afterProcessExit()
      await mirrored.workspace.close()
      const again = await mirrored.again({ stick })
      expectWhole(await again.files(), before, after)
      await again.mirror.update()
      await expectRight(again)
      await again.workspace.close()
    }
  }, 60_000)
})
