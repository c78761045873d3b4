/**
 * Adds files to records on a small disk that is full, and again each time 4 KiB have been given back, until some have
 * found room; then in all the room there is. After every step each file that a record names is there, whole, what is in
 * memory is what is on the disk, and nothing half lies about. Prints one line of JSON. Started by `full-disk.test.ts`.
 * Arguments: a folder on that disk; `told` when the system says how much room there is, `untold` when it does not.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addAttachment } from '../../src/main/services/attachments/change-attachments.ts'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { Filler } from './small-disk.ts'

const [disk = '', room = ''] = process.argv.slice(2)
const folder = join(disk, 'Secretariat')
const filler = new Filler(disk)
const NOTES = 4
const WANTED = 12
const environment = { clock: Date.now, newId: () => idOf(0xff), owner: { person: 'Filler', device: 'test', host: 'cli' } }
const counts = { added: 0, full: 0, other: [] as string[], differences: 0, leftovers: 0, notWhole: 0 }

const workspace = await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)
const store = new AttachmentStore(folder, room === 'told' ? {} : { freeBytes: async () => undefined })
for (let number = 1; number <= NOTES; number += 1) await workspace.transact(anna, async (staged) => staged.put(newNote(number), 0))

/** Names and contents of the files of each record that were acknowledged. */
const acknowledged = new Map<string, string[]>()

async function add(step: number): Promise<boolean> {
  const id = idOf(1 + (step % NOTES))
  const bytes = Buffer.from(`${step} `.repeat(1_000 + (step % 7) * 2_000))
  try {
    const incoming = await store.receive(bytes.length)
    try {
      for (let at = 0; at < bytes.length; at += 10_000) await incoming.write(bytes.subarray(at, at + 10_000))
      const content = await incoming.finish()
      try {
        const { value } = await workspace.transact(anna, (transaction) =>
          addAttachment(transaction, id, { name: `${step}.txt`, content, at: '2023-10-05T09:00:00.000Z' }),
        )
        acknowledged.set(id, [...(acknowledged.get(id) ?? []), `${value.name} ${value.sha256}`])
      } finally {
        store.unpin(content.sha256)
      }
    } finally {
      await incoming.discard()
    }
    counts.added += 1
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'DISK_FULL') counts.full += 1
    else counts.other.push(`${error.code}: ${error.message}`)
    return false
  }
}

const filesOf = async (of: Workspace, id: string) => (await of.read(id))?.attachments.map(({ name, sha256 }) => `${name} ${sha256}`) ?? []

async function compare(of: Workspace): Promise<void> {
  for (let number = 1; number <= NOTES; number += 1) {
    const id = idOf(number)
    if (String(await filesOf(of, id)) !== String(acknowledged.get(id) ?? [])) counts.differences += 1
  }
  if (readdirSync(join(folder, 'attachments')).some((name) => name.startsWith('.'))) counts.leftovers += 1
  // named or not, every content is whole
  for await (const sha256 of store.list()) if (!(await store.verify(sha256).catch(() => 0))) counts.notWhole += 1
  for (const named of [...acknowledged.values()].flat()) if (!(await store.size(named.split(' ')[1] ?? ''))) counts.notWhole += 1
}

async function compareOnDisk(): Promise<void> {
  const onDisk = await openWorkspace(folder, environment, { readOnly: true })
  await compare(onDisk)
  await onDisk.close()
}

await add(0)
filler.takeAll()
for (let step = 1; counts.added < WANTED; step += 1) {
  await add(step)
  await compare(workspace)
  await compareOnDisk()
  filler.giveStep()
}
filler.giveAll()
for (let step = 1_000; step < 1_000 + NOTES; step += 1) if (!(await add(step))) counts.differences += 1
await workspace.close()
const again = await openWorkspace(folder, environment)
await compare(again)
await again.close()
process.stdout.write(`${JSON.stringify(counts)}\n`)
