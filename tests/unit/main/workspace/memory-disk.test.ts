/** The disk in memory is what the fault suites trust: it must lose what a real one can lose, and nothing else. */
import { expect, it } from 'vitest'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../../../support/memory-file-system.ts'

const PATH = '/disk/file'
const bytes = (text: string) => Buffer.from(text)

async function appended(): Promise<{ files: MemoryFileSystem; file: Awaited<ReturnType<MemoryFileSystem['openForAppending']>> }> {
  const files = new MemoryFileSystem()
  files.put(PATH, bytes('durable'))
  return { files, file: await files.openForAppending(PATH) }
}

/** Every state that a loss of power may leave, as text; zeros as dots. */
function states(files: MemoryFileSystem): Set<string> {
  const choose = seededChooser(1)
  return new Set(
    Array.from({ length: 400 }, () => files.afterPowerLoss(choose).bytesOf(PATH)?.toString().replaceAll('\0', '.') ?? 'nothing'),
  )
}

it('may lose, cut or zero what was appended and not synced', async () => {
  const { files, file } = await appended()
  await file.append(bytes('ab'))
  expect(states(files)).toEqual(new Set(['durable', 'durablea', 'durableab', 'durable..', 'durablea.']))
  await file.sync()
  expect(states(files)).toEqual(new Set(['durableab']))
  expect(await file.appendSynced(bytes('cd'))).toBe(2)
  expect(states(files)).toEqual(new Set(['durableabcd']))
})

it('may leave a beginning of a synced append that the power interrupted', async () => {
  const { files, file } = await appended()
  files.inject({ at: 1, error: 'powerLoss', forGood: true, only: ['appendSynced'] })
  await expect(file.appendSynced(bytes('ab'))).rejects.toThrow(PowerLoss)
  expect(states(files)).toContain('durablea')
  expect(states(files)).toContain('durable')
})

it('may undo a cut that was not synced, with what lay behind it', async () => {
  const { files, file } = await appended()
  await file.append(bytes('ab'))
  await file.truncate(4)
  await file.append(bytes('XY'))
  expect(files.bytesOf(PATH)?.toString()).toBe('duraXY')
  for (const state of ['durable', 'durableab', 'duraXY']) expect(states(files)).toContain(state)
  await file.sync()
  expect(states(files)).toEqual(new Set(['duraXY']))
})

it('may lose what was overwritten, and keeps an older state whole', async () => {
  const { files } = await appended()
  const before = files.afterProcessExit()
  const file = await files.openForOverwriting(PATH)
  await file.overwrite(bytes('DU'), 0)
  expect(states(files)).toEqual(new Set(['durable', 'DUrable']))
  expect(before.bytesOf(PATH)?.toString()).toBe('durable')
})

it('shares no bytes with a copy of itself', async () => {
  const { files, file } = await appended()
  await file.append(bytes('1'))
  const copy = files.afterProcessExit()
  await (await copy.openForAppending(PATH)).append(bytes('copy'))
  await file.append(bytes('original'))
  expect([files.bytesOf(PATH)?.toString(), copy.bytesOf(PATH)?.toString()]).toEqual(['durable1original', 'durable1copy'])
})

it('appends in a time that does not grow with the file', async () => {
  const { files, file } = await appended()
  const line = Buffer.alloc(4096)
  for (let count = 0; count < 20_000; count += 1) await file.appendSynced(line)
  expect(files.bytesOf(PATH)?.length).toBe(7 + 20_000 * 4096)
}, 5_000)
