/**
 * Fills a small disk in steps of 4 KiB and saves after each, then frees it and saves again. Compares after every step
 * what is in memory with what is on the disk, and prints one line of JSON. Started by `full-disk.test.ts`. Argument: a
 * folder on that disk.
 */
import { join } from 'node:path'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { Filler } from './small-disk.ts'

const [disk = ''] = process.argv.slice(2)
const folder = join(disk, 'Secretariat')
const filler = new Filler(disk)
const environment = { clock: Date.now, newId: () => idOf(0xff), owner: { person: 'Filler', device: 'test', host: 'cli' } }
const workspace = await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)
const REFUSALS = 10
const counts = { saved: 0, full: 0, other: [] as string[], differences: 0, savedAfterwards: false }

const stateOf = async (of: Workspace) => JSON.stringify([of.revision, await Promise.all([...of.heads()].map(({ id }) => of.read(id)))])

async function save(): Promise<boolean> {
  const id = idOf(1 + (workspace.revision % 5))
  const body = `${workspace.revision} `.repeat(2_000)
  try {
    await workspace.transact(anna, async (transaction) =>
      transaction.put(newNote(Number.parseInt(id.slice(-6), 16), undefined, body), transaction.head(id)?.rev ?? 0),
    )
    counts.saved += 1
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'DISK_FULL') counts.full += 1
    else counts.other.push(error.code)
    return false
  }
}

// the first save that does not fit lets go of the reserve, which is then filled up as well
while (counts.full < REFUSALS) {
  filler.takeStep()
  await save()
  const onDisk = await openWorkspace(folder, environment, { readOnly: true })
  if ((await stateOf(onDisk)) !== (await stateOf(workspace))) counts.differences += 1
  await onDisk.close()
}
filler.giveAll()
counts.savedAfterwards = await save()
await workspace.close()
const again = await openWorkspace(folder, environment)
if (again.revision !== counts.saved) counts.differences += 1
await again.close()
process.stdout.write(`${JSON.stringify(counts)}\n`)
