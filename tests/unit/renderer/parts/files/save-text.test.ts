import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveText } from '../../../../../src/renderer/parts/files/save-text.ts'
import { startI18n } from '../../../../../src/renderer/i18n/index.ts'
import { useSession } from '../../../../../src/renderer/store/session.ts'
import { useToasts } from '../../../../../src/renderer/store/toasts.ts'
import type { Host } from '../../../../../src/shared/transport.ts'

const before = useSession.getState()
beforeEach(() => startI18n())
afterEach(() => {
  vi.unstubAllGlobals()
  useSession.setState(before, true)
  useToasts.setState({ toasts: [] })
})

/** A host whose dialog for a file's place is answered in this way. */
function withHost(saved: boolean): void {
  const host: Host = { call: () => Promise.resolve({ ok: true, value: { saved } }), listen: () => () => undefined }
  vi.stubGlobal('window', { host })
  useSession.setState({ app: { capabilities: { files: 'host' } } } as Partial<typeof before>)
}

const file = { name: 'Attendance', text: 'Country', type: 'text/csv' } as const
const said = () => useToasts.getState().toasts.map(({ message }) => message)

test('what is not in a file is told when it was saved', async () => {
  withHost(true)
  await saveText(file, ['2 meetings are left out.'])
  expect(said()).toEqual([expect.stringContaining('Attendance.csv'), '2 meetings are left out.'])
})

test('a file is called as every system can call it, in a browser too', async () => {
  withHost(true)
  await saveText({ ...file, name: 'Hub: what is open on 30 June 2023.' })
  expect(said()).toEqual([expect.stringContaining('Hub, what is open on 30 June 2023.csv')])
})

test('nothing is said of a file whose dialog was cancelled', async () => {
  withHost(false)
  await saveText(file, ['2 meetings are left out.'])
  expect(said()).toEqual([])
})
