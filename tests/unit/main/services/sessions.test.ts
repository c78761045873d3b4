/** Workspaces that do not open, locks, and what a restart finds again. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { AppState, WorkspaceState } from '../../../../src/shared/contract/app.ts'
import type { Output } from '../../../../src/shared/contract/index.ts'
import type { Reply } from '../../../../src/shared/transport.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'

const value = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value as T
}

describe('a session', () => {
  const apps: TestApp[] = []
  const open = async (...[options]: Parameters<typeof createTestApp>) => {
    const app = await createTestApp(options)
    apps.push(app)
    return app
  }
  const restart = async (app: TestApp, ...[options]: Parameters<TestApp['restart']>) => {
    const next = await app.restart(options)
    apps.push(next)
    return next
  }
  afterEach(async () => {
    for (const app of apps.splice(0).toReversed()) await app.dispose()
  })

  const call = async <T = AppState>(app: TestApp, method: string, input: unknown = {}) =>
    value<T>(await app.client('window').call(method, input))
  const state = async (app: TestApp): Promise<WorkspaceState> => (await call(app, 'app.state')).workspace

  const withWorkspace = async () => {
    const app = await open()
    app.desktop.folderChoices.push(join(app.home, 'Hub'))
    const { handle } = await call<{ handle: string }>(app, 'folders.choose', { purpose: 'create' })
    await call(app, 'workspace.create', { folder: handle, name: 'Hub', sample: false })
    await call(app, 'records.create', { record: { kind: 'note', title: 'First' } })
    await call(app, 'records.create', { record: { kind: 'note', title: 'Second' } })
    return app
  }

  test('opens the last workspace again', async () => {
    const first = await withWorkspace()
    expect(await state(await restart(first))).toMatchObject({ status: 'open', name: 'Hub', revision: 2 })
  })

  test('opens none when it is told so', async () => {
    const first = await withWorkspace()
    expect(await state(await restart(first, { reopenLast: false }))).toEqual({ status: 'none' })
  })

  test('a workspace that has gone is a problem to be solved, not an end', async () => {
    const first = await withWorkspace()
    await rename(join(first.home, 'Hub'), join(first.home, 'Moved'))
    const app = await restart(first, { reopenLast: true })
    expect(await state(app)).toMatchObject({ status: 'problem', code: 'MISSING', remedies: ['retry', 'chooseAnother'] })
    await rename(join(first.home, 'Moved'), join(first.home, 'Hub'))
    expect((await call(app, 'workspace.remedy', { remedy: 'retry' })).workspace).toMatchObject({ status: 'open', revision: 2 })
  })

  test.each(['workspace.remedy', 'workspace.open'])('a folder that went and came back is written to again after %s', async (method) => {
    const app = await withWorkspace()
    const { rows } = await call<Output<'list.query'>>(app, 'list.query', {
      query: { kind: 'note', sort: { key: 'title', direction: 'ascending' } },
      from: 0,
      count: 1,
    })
    const [{ head: note } = { head: { id: '' } }] = rows
    const update = () =>
      app.client('window').call('records.update', { kind: 'note', id: note.id, baseRev: 1, patch: { body: 'Typed meanwhile.' } })

    await rename(join(app.home, 'Hub'), join(app.home, 'Away'))
    // whether the folder is in its place is looked at once a second
    app.advance(2_000)
    expect(await update()).toMatchObject({ ok: false, error: { code: 'MISSING' } })
    expect(await state(app)).toMatchObject({ status: 'open', readOnly: 'ioError' })
    await rename(join(app.home, 'Away'), join(app.home, 'Hub'))

    const [recent] = await call<Output<'workspace.recent'>>(app, 'workspace.recent')
    const again = await call(app, method, method === 'workspace.open' ? { folder: recent?.handle } : { remedy: 'retry' })
    expect(again.workspace).toMatchObject({ status: 'open', readOnly: null })
    expect(await update()).toMatchObject({ ok: true })
  })

  test('damage is shown with its remedies, and a rescue brings everything back', async () => {
    const first = await withWorkspace()
    await call(first, 'workspace.rename', { name: 'Renamed' })
    await first.close()
    const file = join(first.home, 'Hub', 'workspace.json')
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 100))
    const app = await restart(first)
    const problem = await state(app)
    expect(problem).toMatchObject({ status: 'problem', code: 'DAMAGED' })
    expect(problem.status === 'problem' && problem.remedies).toEqual(
      expect.arrayContaining(['openReadOnly', 'salvage', 'chooseAnother', 'reveal']),
    )
    // for a journal it would be the same deed under another name
    expect(problem.status === 'problem' && problem.remedies).not.toContain('restorePrevious')
    await call(app, 'workspace.remedy', { remedy: 'reveal' })
    expect(app.desktop.revealed).toEqual([join(first.home, 'Hub')])
    // the description of before the last change of it; of the records nothing is lost
    expect((await call(app, 'workspace.remedy', { remedy: 'salvage' })).workspace).toMatchObject({
      status: 'open',
      name: 'Hub',
      revision: 2,
    })
    expect(
      (
        await call<{ total: number }>(app, 'list.query', {
          query: { kind: null, sort: { key: 'title', direction: 'ascending' } },
          from: 0,
          count: 9,
        })
      ).total,
    ).toBe(2)
  })

  test('a workspace of a newer version opens for reading only', async () => {
    const first = await withWorkspace()
    await first.close()
    const file = join(first.home, 'Hub', 'workspace.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"schemaVersion": \d+/, '"schemaVersion": 99'))
    const app = await restart(first)
    expect(await state(app)).toMatchObject({ status: 'problem', code: 'NEWER_FORMAT', details: { found: 99 } })
    expect((await call(app, 'workspace.remedy', { remedy: 'openReadOnly' })).workspace).toMatchObject({
      status: 'open',
      readOnly: 'newerFormat',
      name: 'Hub',
    })
    const reply = await app.client('window').call('records.create', { record: { kind: 'note', title: 'Third' } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
    expect(await call(app, 'list.counts')).toMatchObject({ notes: 2 })
  })

  test('a problem can be left for another folder', async () => {
    const first = await withWorkspace()
    await first.close()
    await writeFile(join(first.home, 'Hub', 'workspace.json'), '')
    const app = await restart(first)
    expect((await call(app, 'workspace.remedy', { remedy: 'chooseAnother' })).workspace).toEqual({ status: 'none' })
  })

  test('a workspace that another program holds says who, and opens when it is free', async () => {
    const first = await withWorkspace()
    const second = await open({ workspaceDir: join(first.home, 'Hub') })
    const locked = await state(second)
    expect(locked).toMatchObject({
      status: 'problem',
      code: 'LOCKED',
      remedies: ['retry', 'chooseAnother'],
      details: { owner: { host: 'electron' } },
    })
    await call(first, 'workspace.close')
    expect((await call(second, 'workspace.remedy', { remedy: 'retry' })).workspace).toMatchObject({ status: 'open', revision: 2 })
  })

  test('what a window has done cannot be undone when it has gone', async () => {
    const app = await withWorkspace()
    app.forgetClient('window')
    const reply = await app.client('window').call('undo.apply', { revision: 2 })
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_UNDOABLE' } })
  })

  test('closing answers what is under way, then takes no more calls', async () => {
    const app = await withWorkspace()
    const window = app.client('window')
    const pending = window.call('records.create', { record: { kind: 'note', title: 'At the last moment' } })
    await app.close()
    expect(await pending).toMatchObject({ ok: true })
    expect(await window.call('app.state', {})).toMatchObject({ ok: false, error: { code: 'DISCONNECTED' } })
    expect(await state(await restart(app))).toMatchObject({ status: 'open', revision: 3 })
  })

  test('a call that needs the workspace waits while it is being opened', async () => {
    const first = await withWorkspace()
    const app = await restart(first, { early: true })
    expect(await state(app)).toEqual({ status: 'opening', location: join(app.home, 'Hub') })
    expect(await call(app, 'list.counts')).toMatchObject({ notes: 2 })
    await app.opened
    expect(await state(app)).toMatchObject({ status: 'open', revision: 2 })
  })

  test('a workspace that does not open at the start is a problem once it has been tried', async () => {
    const first = await withWorkspace()
    await rename(join(first.home, 'Hub'), join(first.home, 'Moved'))
    const app = await restart(first, { early: true })
    const reply = await app.client('window').call('list.counts', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'NO_WORKSPACE' } })
    expect(await state(app)).toMatchObject({ status: 'problem', code: 'MISSING' })
  })

  const unsaved = { id: 'x', title: 'Minutes', reason: 'conflict' } as const

  test.each(['workspace.close', 'workspace.open', 'workspace.create'])('%s waits until all windows have saved', async (method) => {
    const app = await withWorkspace()
    app.desktop.folderChoices.push(join(app.home, 'Other'))
    const other = await call<{ handle: string }>(app, 'folders.choose', { purpose: 'create' })
    await call(app, 'workspace.create', { folder: other.handle, name: 'Other', sample: false })
    app.desktop.folderChoices.push(join(app.home, 'Third'))
    const third = await call<{ handle: string }>(app, 'folders.choose', { purpose: 'create' })
    const [, hub] = await call<Output<'workspace.recent'>>(app, 'workspace.recent')
    const input =
      method === 'workspace.close'
        ? {}
        : method === 'workspace.open'
          ? { folder: hub?.handle }
          : { folder: third.handle, name: 'Third', sample: false }

    app.desktop.unsaved.push(unsaved)
    const refused = await app.client('window').call(method, input)
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNSAVED', details: { unsaved: [unsaved], silent: 0 } } })
    expect(refused.ok === false && refused.error.message).toContain('“Minutes”')
    expect(await state(app)).toMatchObject({ status: 'open', name: 'Other' })
    await call(app, 'records.create', { record: { kind: 'note', title: 'Still writable' } })

    app.desktop.unsaved.length = 0
    const before = app.desktop.flushes()
    await call(app, method, input)
    expect(app.desktop.flushes()).toBeGreaterThan(before)
    expect(await state(app)).not.toMatchObject({ name: 'Other' })
  })

  test('what is typed while another workspace is being made keeps the first one open, and nothing is left of the other', async () => {
    const app = await withWorkspace()
    app.desktop.folderChoices.push(join(app.home, 'Other'))
    const { handle } = await call<{ handle: string }>(app, 'folders.choose', { purpose: 'create' })
    const create = () => app.client('window').call('workspace.create', { folder: handle, name: 'Other', sample: false })
    app.desktop.nextFlushes.push([], [unsaved])
    expect(await create()).toMatchObject({ ok: false, error: { code: 'UNSAVED' } })
    expect(await state(app)).toMatchObject({ status: 'open', name: 'Hub' })
    expect(await create()).toMatchObject({ ok: true })
  })

  test('a workspace that is opened again is not waited for: its windows keep what is typed', async () => {
    const app = await withWorkspace()
    app.desktop.unsaved.push(unsaved)
    const [recent] = await call<Output<'workspace.recent'>>(app, 'workspace.recent')
    await rename(join(app.home, 'Hub'), join(app.home, 'Away'))
    await app.client('window').call('records.create', { record: { kind: 'note', title: 'Third' } })
    await rename(join(app.home, 'Away'), join(app.home, 'Hub'))
    expect((await call(app, 'workspace.open', { folder: recent?.handle })).workspace).toMatchObject({ status: 'open', readOnly: null })
  })

  test('windows follow: closing is told to all of them', async () => {
    const app = await withWorkspace()
    const seen: string[] = []
    app.client('other').listen(({ name, payload }) => {
      if (name === 'app.stateChanged') seen.push((payload as AppState).workspace.status)
    })
    await call(app, 'workspace.close')
    expect(seen).toEqual(['none'])
  })

  test('a missing name in the sample’s author is the account’s, until somebody says who they are', async () => {
    const app = await open()
    expect(app.author()).toEqual({ name: expect.stringMatching(/./), device: expect.stringMatching(/./) })
    await call(app, 'app.identify', { name: 'Anna Lee', device: 'Laptop' })
    expect(app.author()).toEqual({ name: 'Anna Lee', device: 'Laptop' })
    expect((await restart(app)).author()).toEqual({ name: 'Anna Lee', device: 'Laptop' })
  })
})
