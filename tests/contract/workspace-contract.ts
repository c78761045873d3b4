/** What every implementation of the datastore must do, on every disk. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Commit, Workspace } from '../../src/main/workspace/port.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../support/new-record.ts'
import type { Disk } from '../support/workspace-disk.ts'
import { testEnvironment } from '../support/workspace-disk.ts'

export function describeWorkspaceContract(name: string, makeDisk: () => Promise<Disk>): void {
  describe(`workspace on ${name}`, () => {
    let disk: Disk
    let folder: string
    let environment: WorkspaceEnvironment
    let workspace: Workspace

    beforeEach(async () => {
      disk = await makeDisk()
      folder = join(disk.folder, 'Secretariat')
      environment = testEnvironment(disk.files)
      workspace = await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)
    })
    afterEach(async () => {
      await workspace.close()
      await disk.remove()
    })

    const put = (record: AnyRecord, baseRev = 0, author = anna) =>
      workspace.transact(author, async (transaction) => transaction.put(record, baseRev))
    const reopen = async () => {
      await workspace.close()
      workspace = await openWorkspace(folder, environment)
    }
    const titles = () => [...workspace.heads()].map((head) => head.title).toSorted()

    it('begins empty at revision 0 with its name and a new id', () => {
      expect(workspace.info).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Secretariat', sample: false })
      expect(workspace.revision).toBe(0)
      expect(workspace.readOnly).toBeNull()
      expect(titles()).toEqual([])
    })

    it('gives back after reopening exactly what was put', async () => {
      const record = newRecord(1, {
        kind: 'contact',
        title: 'Алихан Байменов “x” \u2028 \\ 😀',
        aliases: ['Alikhan Baimenov'],
        posts: [{ title: 'Chairman', organisation: 'ACSH', country: 'KAZ', from: '2013', to: '', former: false }],
        body: 'Line one\r\n\tline two\u0000\n[[Link]]',
        extra: { nested: { list: [1, -2.5e-7, null, true, 'ё'] } },
      })
      const { commit } = await put(record)
      await reopen()
      expect(await workspace.read(record.id)).toEqual(commit?.changes[0]?.record)
      expect(await workspace.read(record.id)).toMatchObject({
        title: record.title,
        body: record.body,
        extra: record.extra,
        aliases: record.aliases,
      })
      expect(await workspace.body(record.id)).toBe(record.body)
      expect(workspace.revision).toBe(1)
    })

    it('sets revision, times and authors itself', async () => {
      await put({ ...newNote(1), rev: 77 })
      await put({ ...newNote(1, 'Renamed'), rev: 77 }, 1, bolat)
      const record = await workspace.read(idOf(1))
      expect(record).toMatchObject({ rev: 2, createdBy: anna, updatedBy: bolat })
      expect(record && record.createdAt < record.updatedAt).toBe(true)
      expect(record?.createdAt.startsWith('2023-10-05T09:00:')).toBe(true)
    })

    it('answers undefined for what is not there', async () => {
      expect(workspace.head(idOf(9))).toBeUndefined()
      expect(await workspace.read(idOf(9))).toBeUndefined()
      expect(await workspace.body(idOf(9))).toBeUndefined()
    })

    it('refuses a stale revision with the record as it stands', async () => {
      await put(newNote(1))
      await put(newNote(1, 'Second'), 1)
      await expect(put(newNote(1, 'Third'), 1)).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { current: { title: 'Second', rev: 2 } },
      })
      await expect(put(newNote(1, 'Fourth'), 0)).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(put(newNote(2), 3)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(titles()).toEqual(['Second'])
      expect(workspace.revision).toBe(2)
    })

    it('holds a title and an alias for one record only, whatever their case and spaces', async () => {
      await put(newRecord(1, { kind: 'note', title: 'Ethics  Note', aliases: ['Astana note'] }))
      for (const title of ['ethics note', ' ETHICS NOTE ', 'astana  NOTE']) {
        await expect(put(newNote(2, title))).rejects.toMatchObject({
          code: 'TITLE_TAKEN',
          details: { other: { id: idOf(1), kind: 'note', title: 'Ethics  Note' } },
        })
      }
      await expect(put(newRecord(2, { kind: 'study', title: 'Other', aliases: ['ethics note'] }))).rejects.toMatchObject({
        code: 'TITLE_TAKEN',
      })
      expect(titles()).toEqual(['Ethics  Note'])
    })

    it('gives a title free with the trash, and two titles may change places in one transaction', async () => {
      await put(newNote(1, 'A'))
      await put(newNote(2, 'B'))
      await workspace.transact(anna, async (transaction) => {
        transaction.put(newNote(1, 'B'), 1)
        transaction.put(newNote(2, 'A'), 1)
      })
      await put({ ...newNote(1, 'B'), trashed: { at: '2023-10-05T09:00:00.000Z', by: anna } }, 2)
      await put(newNote(3, 'B'))
      await expect(put(newNote(1, 'B'), 3)).rejects.toMatchObject({ code: 'TITLE_TAKEN', details: { other: { id: idOf(3) } } })
      await reopen()
      await expect(put(newNote(1, 'B'), 3)).rejects.toMatchObject({ code: 'TITLE_TAKEN' })
      expect(workspace.head(idOf(1))?.trashedAt).toBe('2023-10-05T09:00:00.000Z')
    })

    it('holds a country code for one country only', async () => {
      await put(newRecord(1, { kind: 'country', title: 'Kazakhstan', code: 'KAZ' }))
      await expect(put(newRecord(2, { kind: 'country', title: 'Казахстан', code: 'KAZ' }))).rejects.toMatchObject({
        code: 'TITLE_TAKEN',
        details: { other: { id: idOf(1), kind: 'country', title: 'Kazakhstan' }, field: 'code' },
      })
    })

    it('refuses an invalid record and names its fields', async () => {
      const record = { ...newNote(1), date: '2019-02-30' } as AnyRecord
      await expect(put(record)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'date', problem: 'date' }] } })
      await expect(put(Object.assign(newNote(1), { surprise: 1 }))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      expect(workspace.revision).toBe(0)
    })

    it('keeps a record of its kind', async () => {
      await put(newNote(1))
      await expect(put(newRecord(1, { kind: 'study', title: 'Study' }), 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    })

    it('erases for good', async () => {
      await put(newNote(1))
      const { commit } = await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 1))
      expect(commit?.changes).toMatchObject([{ before: { title: 'Note 1' }, after: null }])
      await reopen()
      expect(titles()).toEqual([])
      expect(workspace.revision).toBe(2)
      await expect(workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 2))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    })

    it('writes all of a transaction or, when its work throws, nothing', async () => {
      await put(newNote(1))
      const work = workspace.transact(anna, async (transaction) => {
        transaction.put(newNote(1, 'Changed'), 1)
        transaction.put(newNote(2), 0)
        throw new Error('thought better of it')
      })
      await expect(work).rejects.toThrow('thought better of it')
      expect(titles()).toEqual(['Note 1'])
      await reopen()
      expect(titles()).toEqual(['Note 1'])
      expect(workspace.revision).toBe(1)
    })

    it('writes nothing for a transaction that stages nothing', async () => {
      const { value, commit } = await workspace.transact(anna, async () => 'read only')
      expect({ value, commit, revision: workspace.revision }).toEqual({ value: 'read only', commit: null, revision: 0 })
    })

    it('shows a transaction its own changes, and others only what is saved', async () => {
      await put(newNote(1))
      await workspace.transact(anna, async (transaction) => {
        transaction.put(newNote(1, 'Mine'), 1)
        transaction.put(newNote(2), 0)
        expect(transaction.head(idOf(1))).toMatchObject({ title: 'Mine', rev: 2 })
        expect((await transaction.read(idOf(2)))?.title).toBe('Note 2')
        expect([...transaction.heads()].map((head) => head.title)).toEqual(['Mine', 'Note 2'])
        transaction.put(newNote(1, 'Mine again'), 2)
        expect(titles()).toEqual(['Note 1'])
        expect((await workspace.read(idOf(1)))?.title).toBe('Note 1')
      })
      expect(workspace.head(idOf(1))).toMatchObject({ title: 'Mine again', rev: 2 })
      expect(workspace.revision).toBe(2)
    })

    it('tells a transaction who holds a name, its own changes counted', async () => {
      await put({ ...newNote(1, 'Reform'), aliases: ['Change'] })
      await put(newNote(2, 'Note'))
      await workspace.transact(anna, async (transaction) => {
        const holder = (name: string) => transaction.holder(name)?.id
        expect([holder('reform'), holder('CHANGE'), holder('Other')]).toEqual([idOf(1), idOf(1), undefined])
        transaction.put(newNote(1, 'Other'), 1)
        expect([holder('Reform'), holder('Change'), holder('Other')]).toEqual([undefined, undefined, idOf(1)])
        transaction.put(newNote(2, 'Reform'), 1)
        expect(holder('Reform')).toBe(idOf(2))
        const at = '2023-05-17T00:00:00.000Z'
        transaction.put({ ...newNote(2, 'Reform'), trashed: { at, by: anna } }, 2)
        expect(holder('Reform')).toBeUndefined()
        transaction.erase(idOf(1), 2)
        expect(holder('Other')).toBeUndefined()
      })
    })

    it('runs works one after another and numbers every commit', async () => {
      const order: number[] = []
      const heard: number[] = []
      workspace.onCommit((commit) => heard.push(commit.revision))
      const all = Array.from({ length: 20 }, (_, number) =>
        workspace.transact(anna, async (transaction) => {
          const seen = [...transaction.heads()].length
          await transaction.read(idOf(1))
          order.push(seen)
          transaction.put(newNote(number + 1), 0)
        }),
      )
      const commits = (await Promise.all(all)).map(({ commit }) => commit?.revision)
      expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number))
      expect(commits).toEqual(Array.from({ length: 20 }, (_, number) => number + 1))
      expect(heard).toEqual(commits)
      await reopen()
      expect(titles()).toHaveLength(20)
      expect(workspace.revision).toBe(20)
    })

    it('tells listeners before it answers, and not after they have stopped listening', async () => {
      const heard: Commit[] = []
      const stop = workspace.onCommit((commit) => heard.push(commit))
      const { commit } = await put(newNote(1))
      expect(heard).toEqual([commit])
      stop()
      await put(newNote(2))
      expect(heard).toHaveLength(1)
    })

    it('cannot be changed through what it hands out or was handed', async () => {
      const mine = newRecord(1, { kind: 'note', title: 'Safe', tags: ['ethics'] })
      const { commit } = await put(mine)
      mine.tags.push('mine')
      const read = await workspace.read(mine.id)
      read?.tags.push('theirs')
      const handedOut: (readonly string[] | undefined)[] = [commit?.changes[0]?.after?.tags, workspace.head(mine.id)?.tags]
      for (const tags of handedOut) expect(tags).toSatisfy((value) => Array.isArray(value) && Object.isFrozen(value))
      expect(await workspace.read(mine.id)).toMatchObject({ tags: ['ethics'] })
      await reopen()
      expect(await workspace.read(mine.id)).toMatchObject({ tags: ['ethics'] })
    })

    describe('versions', () => {
      const revs = (id: string) => workspace.versions(id).map(({ rev }) => rev)

      it('are kept, the latest first, and can be read again', async () => {
        await put(newNote(1, 'One', 'first'))
        await put(newNote(1, 'Two', 'second'), 1, bolat)
        await put(newNote(1, 'Three', 'third'), 2)
        const check = async () => {
          expect(revs(idOf(1))).toEqual([3, 2, 1])
          const [third, second, first] = workspace.versions(idOf(1))
          expect(second).toMatchObject({ author: bolat, own: false, pinned: false })
          expect(first && second && third && first.at < second.at && second.at < third.at).toBe(true)
          expect(third?.bytes).toBe(Buffer.byteLength(JSON.stringify(await workspace.read(idOf(1)))))
          expect(await workspace.readVersion(idOf(1), 2)).toMatchObject({ rev: 2, title: 'Two', body: 'second', createdBy: anna })
          expect(await workspace.readVersion(idOf(1), 4)).toBeUndefined()
          expect(await workspace.readVersion(idOf(9), 1)).toBeUndefined()
        }
        await check()
        await reopen()
        await check()
      })

      it('of a command are their own, and those that others have are pinned', async () => {
        const session = (stage: 'draft' | 'cleared' | 'circulated' | 'adopted', body: string) =>
          newRecord(1, { kind: 'meeting', title: 'Session', stage, body })
        const command = (record: AnyRecord, baseRev: number) =>
          workspace.transact(anna, async (transaction) => transaction.put(record, baseRev), { kind: 'command' })
        await put(session('draft', 'first'))
        await command(session('cleared', 'first'), 1)
        await command(session('circulated', 'first'), 2)
        await put(session('circulated', 'typed after it was sent'), 3)
        await put(session('adopted', 'typed after it was sent'), 4)
        const check = () =>
          expect(workspace.versions(idOf(1)).map(({ own, pinned }) => [own, pinned])).toEqual([
            [true, true],
            [false, false],
            [true, true],
            [true, false],
            [false, false],
          ])
        check()
        await reopen()
        check()
      })

      it('go with an erased record', async () => {
        await put(newNote(1))
        await put(newNote(1, 'Two'), 1)
        await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 2))
        expect([revs(idOf(1)), await workspace.readVersion(idOf(1), 1)]).toEqual([[], undefined])
        await put(newNote(1, 'Again'))
        expect(revs(idOf(1))).toEqual([1])
        await reopen()
        expect(revs(idOf(1))).toEqual([1])
        expect((await workspace.readVersion(idOf(1), 1))?.title).toBe('Again')
      })
    })

    it('gives every record a row that stays, and none to erased ones', async () => {
      for (const number of [1, 2, 3]) await put(newNote(number))
      const rows = [1, 2, 3].map((number) => workspace.rowOf(idOf(number)) ?? -1)
      expect(new Set(rows).size).toBe(3)
      await workspace.transact(anna, async (transaction) => transaction.erase(idOf(2), 1))
      await put(newNote(1, 'Changed'), 1)
      const { rowsEpoch } = workspace
      const check = () => {
        expect([1, 2, 3].map((number) => workspace.rowOf(idOf(number)))).toEqual([rows[0], undefined, rows[2]])
        expect(rows.map((row) => workspace.headAt(row)?.title)).toEqual(['Changed', undefined, 'Note 3'])
        expect(rows.every((row) => row >= 0 && row < workspace.rowCount)).toBe(true)
      }
      check()
      await reopen()
      expect(workspace.rowsEpoch).toBe(rowsEpoch)
      check()
    })

    it('says what has changed since a revision', async () => {
      for (const number of [1, 2, 3]) await put(newNote(number))
      await put(newNote(2, 'Changed'), 1)
      await workspace.transact(anna, async (transaction) => transaction.erase(idOf(3), 1))
      const check = () => {
        expect(workspace.changedSince(workspace.revision)).toEqual([])
        expect(workspace.changedSince(3)?.toSorted()).toEqual([idOf(2), idOf(3)])
        expect(workspace.changedSince(0)?.toSorted()).toEqual([idOf(1), idOf(2), idOf(3)])
        expect(workspace.changedSince(workspace.revision + 1)).toBeNull()
      }
      check()
      await reopen()
      check()
    })

    it('keeps what is derived from its records, for the same code only', async () => {
      await workspace.derived.write('orders', 2, 5, [Buffer.from('one '), Buffer.from('two')])
      const read = async (name: string, version: number) => {
        const found = await workspace.derived.read(name, version)
        return found && [found.revision, Buffer.from(found.bytes).toString()]
      }
      await reopen()
      expect([await read('orders', 2), await read('orders', 3), await read('others', 2)]).toEqual([[5, 'one two'], undefined, undefined])
    })

    it('answers a conflict with the record as it stands for the transaction, its own changes counted', async () => {
      await put(newNote(1))
      const work = workspace.transact(anna, async (transaction) => {
        transaction.put(newNote(1, 'Mine'), 1)
        transaction.put(newNote(1, 'Mine again'), 1)
      })
      await expect(work).rejects.toMatchObject({ code: 'CONFLICT', details: { current: { title: 'Mine', rev: 2 } } })
      expect(workspace.head(idOf(1))).toMatchObject({ title: 'Note 1', rev: 1 })
      await expect(workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 7))).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { current: { title: 'Note 1', rev: 1 } },
      })
    })

    it('tells a transaction which country has a code', async () => {
      await put(newRecord(1, { kind: 'country', title: 'Kazakhstan', code: 'KAZ' }))
      await workspace.transact(anna, async (transaction) => {
        expect([transaction.country('KAZ')?.id, transaction.country('GEO')]).toEqual([idOf(1), undefined])
        transaction.put(newRecord(2, { kind: 'country', title: 'Georgia', code: 'GEO' }), 0)
        expect(transaction.country('GEO')?.id).toBe(idOf(2))
      })
    })

    it('keeps its settings, and refuses those that cannot be', async () => {
      expect(workspace.settings).toEqual({
        history: { allDays: 30, dailyDays: 365 },
        backups: { automatic: true, secondPlace: '' },
        searches: [],
        actionViews: [],
      })
      const filters = { kinds: ['note' as const], countries: ['KAZ'], tags: ['mission'], years: ['2023'] }
      const settings = {
        history: { allDays: 7, dailyDays: 90 },
        backups: { automatic: false, secondPlace: '/media/stick' },
        searches: [{ id: idOf(7), name: 'Missions', text: 'merit', filters, sort: 'newest' as const }],
        actionViews: [{ id: idOf(6), name: 'Mine', state: 'open' as const, group: 'due' as const, text: 'owner:facer' }],
      }
      await workspace.configure(settings)
      expect(workspace.settings).toEqual(settings)
      const wrong = { ...settings, history: { allDays: -1, dailyDays: 90 } }
      await expect(workspace.configure(wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      await Promise.all(
        ['one', 'two'].map((name) =>
          workspace.configure((now) => ({ ...now, searches: [...now.searches, { ...settings.searches[0]!, id: idOf(8), name }] })),
        ),
      )
      await reopen()
      expect(workspace.settings).toMatchObject({ ...settings, searches: [{ name: 'Missions' }, { name: 'one' }, { name: 'two' }] })
    })

    it('writes nothing while it is to be still, and goes on afterwards', async () => {
      const order: string[] = []
      let goOn = () => {}
      const held = new Promise<void>((resolve) => (goOn = resolve))
      const still = workspace.whileStill(async () => {
        await held
        order.push(`still at ${workspace.revision}`)
      })
      const saved = put(newNote(1)).then(() => order.push(`saved ${workspace.revision}`))
      expect((await workspace.read(idOf(1)))?.title).toBeUndefined()
      goOn()
      await Promise.all([still, saved])
      expect(order).toEqual(['still at 0', 'saved 1'])
    })

    it('refuses a put after its transaction is over', async () => {
      const { value } = await workspace.transact(anna, async (transaction) => transaction)
      expect(() => value.put(newNote(1), 0)).toThrow('over')
    })

    it('is renamed, and stays so', async () => {
      await workspace.rename('Астана')
      expect(workspace.info.name).toBe('Астана')
      await expect(workspace.rename('')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      await reopen()
      expect(workspace.info.name).toBe('Астана')
    })

    it('saves what is queued before it closes, and refuses what comes later', async () => {
      const late = [put(newNote(1)), put(newNote(2)), workspace.close()]
      await expect(put(newNote(3))).rejects.toMatchObject({ code: 'NO_WORKSPACE' })
      await Promise.all(late)
      workspace = await openWorkspace(folder, environment)
      expect(titles()).toEqual(['Note 1', 'Note 2'])
    })

    it('is open once only, and says by whom', async () => {
      await expect(openWorkspace(folder, environment)).rejects.toMatchObject({
        code: 'LOCKED',
        details: { owner: { person: 'Anna Lee', device: 'Laptop', host: 'electron', pid: process.pid } },
      })
      await reopen()
    })

    it('opens for reading beside a writer, and takes no changes then', async () => {
      await put(newNote(1))
      const reader = await openWorkspace(folder, environment, { readOnly: true })
      expect([...reader.heads()].map((head) => head.title)).toEqual(['Note 1'])
      await expect(reader.transact(anna, async (transaction) => transaction.put(newNote(2), 0))).rejects.toMatchObject({
        code: 'READ_ONLY',
      })
      await reader.close()
      await put(newNote(2))
    })

    it('is not made over anything', async () => {
      await expect(createWorkspace(folder, { name: 'Other', sample: false }, environment)).rejects.toMatchObject({ code: 'NOT_EMPTY' })
      await expect(openWorkspace(join(disk.folder, 'absent'), environment)).rejects.toMatchObject({ code: 'MISSING' })
      await expect(openWorkspace(disk.folder, environment)).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' })
      expect(await disk.files.list(disk.folder)).toEqual(['Secretariat'])
    })
  })
}
