import { afterEach, expect, test, vi } from 'vitest'
import { startSession } from '../../../../src/renderer/app/start-session.ts'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'
import { useSession, type AppState } from '../../../../src/renderer/store/session.ts'
import type { EventEnvelope, Host } from '../../../../src/shared/transport.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what the host says while the words of a language are fetched stands, and not what it answered before', async () => {
  await startI18n()
  const settings = { language: 'ru' } as AppState['settings']
  const opening = { settings, workspace: { status: 'opening', location: 'Hub' } }
  const open = { settings, workspace: { status: 'damaged', location: 'Hub' } }
  let tell: (event: EventEnvelope) => void = () => undefined
  const host: Host = {
    call: async () => ({ ok: true, value: opening }),
    listen(listener) {
      tell = listener
      return () => undefined
    },
  }
  vi.stubGlobal('window', { host })
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  startSession()
  // the answer is there, and its words are under way
  await Promise.resolve()
  await Promise.resolve()
  expect(i18n.language).toBe('en')
  tell({ name: 'app.stateChanged', payload: open })
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('ru'))
  await vi.waitFor(() => expect(i18n.language).toBe('ru'))
  await new Promise<void>((resolve) => void setImmediate(resolve))
  expect(useSession.getState().app?.workspace.status).toBe('damaged')
})
