import { expect, it } from 'vitest'
import { exportPresets } from '../../../../../src/shared/model/export-options.ts'
import { createTestApp } from '../../../../support/app.ts'

it('makes one preview at a time for each window: another one stops it, and so does the end of the dialog', async () => {
  const app = await createTestApp()
  const [window, other] = [app.client('one'), app.client('two')]
  const folder = await window.call('folders.propose', { name: 'Hub' })
  if (!folder.ok) return expect.fail()
  const { handle } = folder.value as { readonly handle: string }
  expect(await window.call('workspace.create', { folder: handle, name: 'Hub', sample: true })).toMatchObject({ ok: true })
  const preview = (of = window) =>
    of.call('export.preview', { scope: { what: 'everything' }, options: { ...exportPresets.obsidian, upTo: 'public' } })
  const stopped = { ok: false, error: { code: 'CANCELLED' } }
  expect(await Promise.all([preview(), preview(other), preview()])).toMatchObject([stopped, { ok: true }, { ok: true }])
  // what was counted before does not hold any more
  expect(await window.call('records.create', { record: { kind: 'note', title: 'New' } })).toMatchObject({ ok: true })
  expect(await Promise.all([preview(), window.call('export.stopPreview', {})])).toMatchObject([stopped, { ok: true }])
  await app.dispose()
})
