/** The corpus as a workspace, written through the storage port as any service writes. */
import { v7 as newId } from 'uuid'
import { createWorkspace, openWorkspace, type WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import type { Clock, Workspace } from '../../src/main/workspace/port.ts'
import { author, type Corpus } from '../corpus.ts'

const BATCH = 500

const environment = (clock: Clock): WorkspaceEnvironment => ({
  clock,
  newId,
  owner: { person: author.name, device: author.device, host: 'cli' },
})

export const openBenchWorkspace = (folder: string): Promise<Workspace> => openWorkspace(folder, environment(Date.now))

export async function writeWorkspace(folder: string, corpus: Corpus): Promise<void> {
  let now = 0
  const workspace = await createWorkspace(
    folder,
    { name: `Corpus of ${corpus.size}`, sample: false },
    environment(() => now),
  )
  for (const batch of corpus.batches(BATCH)) {
    now = Date.parse(batch[0]?.createdAt ?? '')
    await workspace.transact(
      author,
      async (transaction) => {
        for (const record of batch) transaction.put(record, 0)
      },
      { kind: 'command' },
    )
  }
  await workspace.close()
}
