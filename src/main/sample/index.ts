/** The sample workspace: what two articles about a civil-service hub state, as records that link to each other. */
import type { Author } from '../../shared/model/common.ts'
import { recordInput, type AnyRecord } from '../../shared/model/record.ts'
import { withAdoptedHash } from '../services/meetings/adopted-hash.ts'
import type { NewId, Workspace } from '../workspace/port.ts'
import { sampleRecords } from './records.ts'

/** Who has signed what nobody has who gave a name. */
const NOBODY: Author = { name: 'Sample', device: '' }

/** Fills an empty workspace with the sample in one transaction. `person`: who has said their name. */
export async function fillWithSample(workspace: Workspace, person: Author | null, newId: NewId): Promise<void> {
  const author = person ?? NOBODY
  await workspace.transact(author, async (transaction) => {
    for (const input of sampleRecords()) {
      const fields = recordInput.parse(input)
      // the store sets revision, author and times itself
      const unset = { rev: 1, createdAt: '', createdBy: author, updatedAt: '', updatedBy: author, trashed: null }
      transaction.put(withAdoptedHash({ ...fields, ...unset, id: newId() } as AnyRecord), 0)
    }
  })
}
