/** A folder that follows the workspace. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MirrorStatus } from '../../../src/shared/contract/mirror.ts'
import { exportPresets } from '../../../src/shared/model/export-options.ts'
import type { Caller, Connect } from './connection.ts'
import { newFolder } from './connection.ts'
import { section } from './section.ts'

const start = { name: 'Mirror', options: exportPresets.obsidian, when: 'command' } as const

/** Settles with how it stands when nothing is under way and nothing is left to do. */
async function until(caller: Caller, state: MirrorStatus['state'], work: () => Promise<unknown>): Promise<MirrorStatus> {
  const reached = caller.next('mirror.changed', (status) => status.state === state)
  await work()
  return reached
}

const update = (caller: Caller) => until(caller, 'current', () => caller.call('mirror.update', {}))

export function describeMirror(connect: Connect): void {
  section('mirror', connect, ({ caller, connection }) => {
    test('is off until it is switched on, then holds what an export would, and leaves the files when it is switched off', async () => {
      expect(await caller().call('mirror.status', {})).toMatchObject({ on: false, state: 'off', folder: null, conflicts: [] })
      const { id, rev } = await caller().create({ kind: 'note', title: 'Visit', body: 'Text' })
      const folder = await newFolder(connection())
      const on = await caller().call('mirror.start', { folder: folder.handle, ...start })
      expect(on).toMatchObject({ on: true, location: join(folder.location, 'Mirror'), when: 'command', folder: expect.any(String) })
      expect(await update(caller())).toMatchObject({ state: 'current', problem: null, conflicts: [] })
      const file = join(folder.location, 'Mirror', 'Notes', 'Visit.md')
      expect(await readFile(file, 'utf8')).toContain('Text')
      await caller().call('records.update', { id, kind: 'note', baseRev: rev, patch: { body: 'Other words' } })
      expect(await caller().call('mirror.status', {})).toMatchObject({ state: 'waiting' })
      await update(caller())
      expect(await readFile(file, 'utf8')).toContain('Other words')
      expect(await caller().call('mirror.stop', {})).toMatchObject({ on: false, state: 'off' })
      expect((await readdir(join(folder.location, 'Mirror'))).toSorted()).toEqual(['.rapporteur-export.json', 'Notes'])
    })

    test('shows what was edited in its folder, takes it in, and undoes that', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const file = join(folder.location, 'Mirror', 'Notes', 'Visit.md')
      await writeFile(file, (await readFile(file, 'utf8')).replace('To Astana.', 'To Almaty.'))
      const found = await update(caller())
      expect(found.conflicts).toEqual([{ path: 'Notes/Visit.md', id, title: 'Visit', folder: expect.any(String), what: 'edited' }])
      const came = await caller().call('mirror.settle', { paths: ['Notes/Visit.md'], how: 'takeIn' })
      expect(came).toMatchObject({ settled: 1, refused: [], revision: expect.any(Number), status: { conflicts: [] } })
      expect((await caller().call('records.get', { id })).body).toBe('To Almaty.')
      expect(await readFile(file, 'utf8')).toContain('revision: 2')
      await caller().call('undo.apply', { revision: came.revision ?? 0 })
      expect((await caller().call('records.get', { id })).body).toBe('To Astana.')
    })

    test('shows what differs before it is taken in, and takes in nothing that is another since', async () => {
      const { id, rev } = await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.', source: 'Letter' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const file = join(folder.location, 'Mirror', 'Notes', 'Visit.md')
      const path = 'Notes/Visit.md'
      await caller().refused('NOT_FOUND', 'mirror.compare', { path })
      const written = await readFile(file, 'utf8')
      await writeFile(file, written.replace('To Astana.', 'To Almaty.'))
      await update(caller())
      // what changed here since stays, and is not shown as a change of the file
      await caller().call('records.update', { id, kind: 'note', baseRev: rev, patch: { source: 'Call' } })
      const compared = await caller().call('mirror.compare', { path })
      expect(compared).toMatchObject({ title: 'Visit', of: 'record', refused: null, added: 1, removed: 1, coarse: false })
      expect(compared.fields).toMatchObject([{ type: 'text', field: 'body' }])
      await writeFile(file, written.replace('To Astana.', 'To Bishkek.'))
      const other = await caller().call('mirror.settle', { paths: [path], how: 'takeIn', seen: compared.seen })
      expect(other).toMatchObject({ settled: 0, refused: [{ reason: expect.stringContaining('changed again since you looked') }] })
      const { seen } = await caller().call('mirror.compare', { path })
      expect(await caller().call('mirror.settle', { paths: [path], how: 'takeIn', seen })).toMatchObject({ settled: 1, refused: [] })
      expect(await caller().call('records.get', { id })).toMatchObject({ body: 'To Bishkek.', source: 'Call' })
      await writeFile(file, 'Mine.')
      await update(caller())
      expect(await caller().call('mirror.compare', { path })).toMatchObject({
        of: 'file',
        refused: 'Its front matter does not say any more which record it is of.',
        fields: [{ type: 'text', field: 'body' }],
      })
    })

    test.each([
      ['', 1],
      ['classification: internal\n', 0],
    ])('lets no file lower the classification of its record: %j', async (said, settled) => {
      const { id } = await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.', classification: 'confidential' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const file = join(folder.location, 'Mirror', 'Notes', 'Visit.md')
      const written = (await readFile(file, 'utf8')).replace('classification: confidential\n', said)
      await writeFile(file, written.replace('To Astana.', 'To Almaty.'))
      await update(caller())
      expect(await caller().call('mirror.settle', { paths: null, how: 'takeIn' })).toMatchObject({ settled })
      const body = settled === 1 ? 'To Almaty.' : 'To Astana.'
      expect(await caller().call('records.get', { id })).toMatchObject({ classification: 'confidential', body })
    })

    test('sets aside what was edited, writes what was removed again, and names what cannot be taken in', async () => {
      await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.' })
      await caller().create({ kind: 'note', title: 'Letter' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const notes = join(folder.location, 'Mirror', 'Notes')
      await writeFile(join(notes, 'Visit.md'), 'Mine.')
      await rm(join(notes, 'Letter.md'))
      expect((await update(caller())).conflicts.map(({ path, what }) => [path, what])).toEqual([
        ['Notes/Visit.md', 'edited'],
        ['Notes/Letter.md', 'removed'],
      ])
      const refused = await caller().call('mirror.settle', { paths: null, how: 'takeIn' })
      expect(refused).toMatchObject({ settled: 0, revision: null, refused: [{ title: 'Visit' }, { title: 'Letter' }] })
      expect(await caller().call('mirror.settle', { paths: null, how: 'overwrite' })).toMatchObject({
        settled: 2,
        status: { conflicts: [] },
      })
      expect((await readdir(notes)).toSorted()).toEqual(['Letter.md', 'Visit (edited).md', 'Visit.md'])
      expect(await readFile(join(notes, 'Visit (edited).md'), 'utf8')).toBe('Mine.')
    })

    test('does not set aside what is above the level now: takes it in or removes it', async () => {
      const visit = await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.', classification: 'internal' })
      const letter = await caller().create({ kind: 'note', title: 'Letter', body: 'Dear all.', classification: 'internal' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start, options: { ...start.options, upTo: 'internal' } })
      await update(caller())
      const notes = join(folder.location, 'Mirror', 'Notes')
      for (const name of ['Visit.md', 'Letter.md']) await writeFile(join(notes, name), `${await readFile(join(notes, name), 'utf8')} More.`)
      expect((await update(caller())).conflicts.map(({ what }) => what)).toEqual(['edited', 'edited'])
      expect(await caller().call('mirror.settle', { paths: ['Notes/Visit.md'], how: 'remove' })).toMatchObject({ settled: 0 })
      for (const { id, rev } of [visit, letter])
        await caller().call('records.update', { id, kind: 'note', baseRev: rev, patch: { classification: 'strictly confidential' } })
      const risen = await caller().call('mirror.status', {})
      expect(risen.conflicts.map(({ what }) => what)).toEqual(['aboveLevel', 'aboveLevel'])
      const aside = await caller().call('mirror.settle', { paths: null, how: 'overwrite' })
      expect(aside).toMatchObject({ settled: 0, refused: [{ title: 'Visit' }, { title: 'Letter' }] })
      expect((await readdir(notes)).toSorted()).toEqual(['Letter.md', 'Visit.md'])
      expect(await caller().call('mirror.settle', { paths: ['Notes/Visit.md'], how: 'takeIn' })).toMatchObject({ settled: 1 })
      expect((await caller().call('records.get', { id: visit.id })).body).toBe('To Astana. More.')
      expect(await readdir(notes)).toEqual(['Letter.md'])
      const removed = await caller().call('mirror.settle', { paths: ['Notes/Letter.md'], how: 'remove' })
      expect(removed).toMatchObject({ settled: 1, refused: [], revision: null, status: { conflicts: [] } })
      expect((await caller().call('records.get', { id: letter.id })).body).toBe('Dear all.')
      expect(await readdir(join(folder.location, 'Mirror'))).not.toContain('Notes')
    })

    test('does not set aside what names a record above the level, and goes on to show it', async () => {
      await caller().create({ kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
      await caller().create({ kind: 'note', title: 'Visit', body: 'The [[Zanzibar plan]] costs. We left.', classification: 'internal' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const notes = join(folder.location, 'Mirror', 'Notes')
      const file = join(notes, 'Visit.md')
      await writeFile(file, (await readFile(file, 'utf8')).replace('We left.', 'We left early.'))
      const options = { ...start.options, upTo: 'internal' } as const
      await until(caller(), 'current', () => caller().call('mirror.change', { options }))
      const aside = await caller().call('mirror.settle', { paths: null, how: 'overwrite' })
      expect(aside).toMatchObject({ settled: 0, refused: [{ title: 'Visit' }], status: { conflicts: [{ path: 'Notes/Visit.md' }] } })
      expect(await readdir(notes)).toEqual(['Visit.md'])
    })

    test('names what was set aside when its record rises above the level, and removes it', async () => {
      const { id, rev } = await caller().create({ kind: 'note', title: 'Visit', body: 'To Astana.', classification: 'internal' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start, options: { ...start.options, upTo: 'internal' } })
      await update(caller())
      const notes = join(folder.location, 'Mirror', 'Notes')
      await writeFile(join(notes, 'Visit.md'), 'To Almaty.')
      await update(caller())
      await caller().call('mirror.settle', { paths: null, how: 'overwrite' })
      await caller().call('records.update', { id, kind: 'note', baseRev: rev, patch: { classification: 'confidential' } })
      const { conflicts } = await update(caller())
      expect(conflicts).toMatchObject([{ path: 'Notes/Visit (edited).md', id, title: 'Visit', what: 'asideAbove' }])
      for (const how of ['takeIn', 'overwrite'] as const)
        expect(await caller().call('mirror.settle', { paths: null, how })).toMatchObject({ settled: 0, refused: [{ title: 'Visit' }] })
      expect(await readFile(join(notes, 'Visit (edited).md'), 'utf8')).toBe('To Almaty.')
      expect(await caller().call('mirror.settle', { paths: ['Notes/Visit (edited).md'], how: 'remove' })).toMatchObject({
        settled: 1,
        status: { conflicts: [] },
      })
      expect(await readdir(join(folder.location, 'Mirror'))).not.toContain('Notes')
    })

    test.each(['nothing since', 'the mirror is of a higher level', 'what was withheld is of a lower level'])(
      'takes nothing in from a file in which something was withheld: %s',
      async (since) => {
        const secret = await caller().create({ kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
        const body = 'We met. The [[Zanzibar plan]] costs 5 million. We left.'
        const { id } = await caller().create({ kind: 'note', title: 'Visit', body, classification: 'internal' })
        const folder = await newFolder(connection())
        const options = { ...start.options, upTo: 'internal' } as const
        await caller().call('mirror.start', { folder: folder.handle, ...start, options })
        await update(caller())
        const file = join(folder.location, 'Mirror', 'Notes', 'Visit.md')
        // the mark is a line that anybody can remove: what is withheld now is known without it
        const written = (await readFile(file, 'utf8')).replace('We left.', 'We left early.')
        await writeFile(file, since === 'nothing since' ? written.replace('withheld: true\n', '') : written)
        await update(caller())
        if (since === 'the mirror is of a higher level') {
          await until(caller(), 'current', () => caller().call('mirror.change', { options: { ...options, upTo: 'confidential' } }))
        } else if (since !== 'nothing since') {
          const patch = { classification: 'internal' } as const
          await caller().call('records.update', { id: secret.id, kind: 'note', baseRev: secret.rev, patch })
          await update(caller())
        }
        const came = await caller().call('mirror.settle', { paths: ['Notes/Visit.md'], how: 'takeIn' })
        expect(came).toMatchObject({ settled: 0, refused: [{ title: 'Visit', reason: expect.stringContaining('withh') }] })
        expect((await caller().call('records.get', { id })).body).toBe(body)
      },
    )

    test('takes in what was edited although a file was attached since it was written, and no edited file of a record', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Visit', body: 'We met.' })
      const attach = async (name: string) => {
        const bytes = Buffer.from('bytes')
        const { token } = await caller().call('attachments.begin', { id, name, bytes: bytes.length })
        await caller().call('attachments.chunk', { token, from: 0, base64: bytes.toString('base64') })
        await caller().call('attachments.finish', { token })
      }
      await attach('Annex.txt')
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      const mirror = join(folder.location, 'Mirror')
      const file = join(mirror, 'Notes', 'Visit.md')
      await writeFile(file, (await readFile(file, 'utf8')).replace('We met.', 'We met early.'))
      await writeFile(join(mirror, 'attachments', 'Annex.txt'), 'Mine.')
      await update(caller())
      await attach('Plan.txt')
      const came = await caller().call('mirror.settle', { paths: null, how: 'takeIn' })
      expect(came).toMatchObject({
        settled: 1,
        refused: [{ title: 'Annex.txt', reason: 'The files of records are not taken in. Attach it to its record here, or set it aside.' }],
      })
      expect((await caller().call('records.get', { id })).body).toBe('We met early.')
    })

    test('says that its folder is away, and makes no other in its place', async () => {
      await caller().create({ kind: 'note', title: 'Visit' })
      const folder = await newFolder(connection())
      await caller().call('mirror.start', { folder: folder.handle, ...start })
      await update(caller())
      await rm(join(folder.location, 'Mirror'), { recursive: true })
      const away = await until(caller(), 'stopped', () => caller().call('mirror.update', {}))
      expect(away.problem).toMatchObject({ code: 'MISSING' })
      expect(await readdir(folder.location)).toEqual([])
    })

    test('takes no folder of others, and none of the workspace', async () => {
      const folder = await newFolder(connection())
      await writeFile(join(folder.location, 'Mine.md'), 'Mine.')
      const [own] = await caller().call('workspace.recent', {})
      await caller().refused('INVALID_INPUT', 'mirror.start', { folder: own?.handle ?? '', ...start })
      const above = await newFolder(connection())
      await caller().call('mirror.start', { folder: above.handle, ...start, name: 'Free' })
      await writeFile(join(above.location, 'Taken'), 'A file.')
      await caller().refused('NOT_EMPTY', 'mirror.start', { folder: above.handle, ...start, name: 'Taken' })
      expect(await caller().issues('mirror.start', { folder: folder.handle, ...start, name: '../up' })).toEqual([
        { path: 'name', problem: 'folderName' },
      ])
    })
  })
}
