import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { rememberSetting } from '../../../../src/renderer/store/remember-setting.ts'
import { startI18n } from '../../../../src/renderer/i18n/index.ts'
import { useToasts } from '../../../../src/renderer/store/toasts.ts'

beforeAll(async () => {
  await startI18n()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('a width that cannot be kept is told to the person', async () => {
  const error = { code: 'DISK_FULL', message: 'The disk is full.', details: {} }
  vi.stubGlobal('window', { host: { call: () => Promise.resolve({ ok: false, error }), listen: () => () => undefined } })
  rememberSetting({ listWidth: 300 })
  await vi.waitFor(() => expect(useToasts.getState().toasts).toMatchObject([{ message: expect.stringContaining('disk is full') }]))
})
