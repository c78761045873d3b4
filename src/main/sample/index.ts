/** The sample workspace: what two articles about a civil-service hub state, as records that link to each other. */
import type { Author } from '../../shared/model/common.ts'
import { recordInput, type AnyRecord } from '../../shared/model/record.ts'
import { withAdoptedHash } from '../services/meetings/adopted-hash.ts'
import type { NewId, Workspace } from '../workspace/port.ts'
import { sampleRecords } from './records.ts'

/** Fills an empty workspace with the sample in one transaction. */
export async function fillWithSample(workspace: Workspace, author: Author, newId: NewId): Promise<void> {
  await workspace.transact(author, async (transaction) => {
    for (const input of sampleRecords()) {
      const fields = recordInput.parse(input)
      // the store sets revision, author and times itself
      const unset = { rev: 1, createdAt: '', createdBy: author, updatedAt: '', updatedBy: author, trashed: null }
      transaction.put(withAdoptedHash({ ...fields, ...unset, id: newId() } as AnyRecord), 0)
    }
  })
}
