/** The application itself and its workspaces. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Caller, newFolder, newWorkspace, removeTemporaryFolders, type Connect, type Connection } from './connection.ts'

export function describeSessions(connect: Connect): void {
  describe('application and workspaces', () => {
    let connection: Connection
    let caller: Caller
    beforeEach(async () => {
      connection = await connect()
      caller = new Caller(connection)
    })
    afterEach(async () => {
      await connection.close()
      await removeTemporaryFolders()
    })

    test('starts without a person and without a workspace', async () => {
      const state = await caller.call('app.state', {})
      expect(state.workspace).toEqual({ status: 'none' })
      expect(state.person).toBeNull()
      expect(state.deviceName).not.toBe('')
    })

    test('whatever needs a workspace says that none is open', async () => {
      await caller.refused('NO_WORKSPACE', 'list.counts', {})
      await caller.refused('NO_WORKSPACE', 'records.create', { record: { kind: 'note', title: 'A note' } })
      await caller.refused('NO_WORKSPACE', 'search.query', { text: 'anything' })
      await caller.refused('NO_WORKSPACE', 'workspace.rename', { name: 'Other' })
    })

    test('remembers who is working and names them as author of what is written', async () => {
      const changed = caller.next('app.stateChanged', ({ person }) => person !== null)
      await caller.call('app.identify', { name: ' Aigerim Satpayeva ', device: 'Laptop 7' })
      expect((await changed).person).toEqual({ name: 'Aigerim Satpayeva', device: 'Laptop 7' })
      const inside = await newWorkspace(connection)
      const note = await inside.create({ kind: 'note', title: 'Who wrote this' })
      expect(note.createdBy).toEqual({ name: 'Aigerim Satpayeva', device: 'Laptop 7' })
      expect(await caller.issues('app.identify', { name: '  ', device: '' })).toEqual([{ path: 'name', problem: 'too_small' }])
    })

    test('changes the settings that are named and keeps the others', async () => {
      const before = (await caller.call('app.state', {})).settings
      const changed = caller.next('app.stateChanged', ({ settings }) => settings.theme === 'dark')
      const { settings } = await caller.call('app.updateSettings', { theme: 'dark', listWidth: 400 })
      expect(settings).toEqual({ ...before, theme: 'dark', listWidth: 400 })
      await changed
      expect(await caller.issues('app.updateSettings', { listWidth: 10 })).toEqual([{ path: 'listWidth', problem: 'too_small' }])
      expect((await caller.call('app.state', {})).settings.listWidth).toBe(400)
    })

    test('creates, closes, lists and opens workspaces', async () => {
      const folder = await newFolder(connection)
      const opened = caller.next('app.stateChanged', ({ workspace }) => workspace.status === 'open')
      const state = await caller.call('workspace.create', { folder: folder.handle, name: 'Hub', sample: false })
      expect(state.workspace).toMatchObject({
        status: 'open',
        name: 'Hub',
        location: folder.location,
        revision: 0,
        readOnly: null,
        sample: false,
      })
      expect((await opened).workspace).toMatchObject({ name: 'Hub' })
      await caller.create({ kind: 'note', title: 'Kept' })

      expect((await caller.call('workspace.close', {})).workspace).toEqual({ status: 'none' })
      const [recent] = await caller.call('workspace.recent', {})
      expect(recent).toMatchObject({ name: 'Hub', location: folder.location, holds: 'workspace', writable: true })
      const again = await caller.call('workspace.open', { folder: recent?.handle ?? '' })
      expect(again.workspace).toMatchObject({ status: 'open', name: 'Hub', revision: 1 })
      expect(await caller.titles({})).toEqual(['Kept'])
    })

    test('opening the workspace that is open changes nothing', async () => {
      await newWorkspace(connection)
      const [recent] = await caller.call('workspace.recent', {})
      const { workspace } = await caller.call('workspace.open', { folder: recent?.handle ?? '' })
      expect(workspace).toMatchObject({ status: 'open', name: 'Secretariat' })
    })

    test('renames the workspace for every window', async () => {
      await newWorkspace(connection)
      const changed = caller.next('app.stateChanged', ({ workspace }) => workspace.status === 'open' && workspace.name === 'Renamed')
      await caller.call('workspace.rename', { name: ' Renamed ' })
      await changed
      await caller.call('workspace.close', {})
      expect((await caller.call('workspace.recent', {}))[0]?.name).toBe('Renamed')
    })

    test('fills a workspace with the sample, all links of which lead somewhere', async () => {
      const inside = await newWorkspace(connection, 'Sample', true)
      const state = await inside.call('app.state', {})
      expect(state.workspace).toMatchObject({ status: 'open', sample: true, revision: 1 })
      expect((await inside.call('list.counts', {})).contacts.person).toBeGreaterThan(5)
    })

    test('a folder that is not empty is not made into a workspace; what was open stays open', async () => {
      await newWorkspace(connection, 'First')
      const [recent] = await caller.call('workspace.recent', {})
      await caller.refused('NOT_EMPTY', 'workspace.create', { folder: recent?.handle ?? '', name: 'Second', sample: false })
      expect((await caller.call('app.state', {})).workspace).toMatchObject({ status: 'open', name: 'First' })
    })

    test('a folder without a workspace is not opened; what was open stays open', async () => {
      await newWorkspace(connection, 'First')
      const { handle } = await newFolder(connection)
      await caller.refused('NOT_A_WORKSPACE', 'workspace.open', { folder: handle })
      await caller.create({ kind: 'note', title: 'Still writable' })
    })

    test('a handle that nobody gave is refused', async () => {
      await caller.refused('NOT_FOUND', 'workspace.open', { folder: '/etc' })
      await caller.refused('NOT_FOUND', 'workspace.create', { folder: 'made up', name: 'X', sample: false })
    })

    test('a remedy is refused when nothing is wrong', async () => {
      await newWorkspace(connection)
      expect(await caller.issues('workspace.remedy', { remedy: 'restorePrevious' })).toEqual([{ path: 'remedy', problem: 'notOffered' }])
    })

    test('opens only web and e-mail addresses outside, and windows only at addresses of its own', async () => {
      expect(await caller.issues('host.openExternal', { url: 'file:///etc/passwd' })).toEqual([{ path: 'url', problem: 'invalid_format' }])
      expect(await caller.issues('host.openExternal', { url: 'https://' })).toEqual([{ path: 'url', problem: 'address' }])
      expect(await caller.issues('windows.open', { address: 'https://example.org' })).toEqual([
        { path: 'address', problem: 'invalid_format' },
      ])
      await caller.call('windows.flushed', { unsaved: [] })
    })
  })
}
