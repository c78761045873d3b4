/** Records: read one, create, change, rename, trash, restore, erase. */
import type { recordMethods } from '../../../shared/contract/records.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { written, type OpenWorkspace } from '../workspace/open-workspace.ts'
import { createRecord } from './create-record.ts'
import { renameRecord } from './rename-record.ts'
import { eraseRecords, restoreRecords, trashRecords, type Target } from './trash-records.ts'
import { isStageChange, isTypedText, updateRecord } from './update-record.ts'
import { readRecord } from './read-record.ts'

type RecordsMethods = Omit<typeof recordMethods, 'undo.apply'>

export function recordsService({ session, author, clock, newId, today }: ServiceContext): Service<RecordsMethods> {
  const now = () => new Date(clock()).toISOString()

  const erase = async (open: OpenWorkspace, client: string, targets: (open: OpenWorkspace) => readonly Target[]) => {
    const { value } = await open.change(author(), client, (transaction) => eraseRecords(transaction, targets(open)))
    open.undo.forgetRecords(new Set(value))
    return { erased: value.length }
  }

  return {
    /** The whole record, in the trash or not. */
    'records.get': ({ id }) => session.use((open) => readRecord(open, id)),

    /** A new record with its defaults filled in. */
    'records.create': ({ record }, { client }) =>
      session.use(async (open) => {
        const id = newId()
        const creation = { id, author: author(), now: now(), index: open.index }
        const { commit } = await open.change(creation.author, client, (transaction) => createRecord(transaction, record, creation))
        return { record: await readRecord(open, id), commit: written(commit) }
      }),

    /** Some fields of one record; no version is written when nothing changes. */
    'records.update': (input, { client }) =>
      session.use(async (open) => {
        const { commit } = await open.change(
          author(),
          client,
          (transaction) => updateRecord(transaction, input, { index: open.index, today: today() }),
          {
            kind: isStageChange(input) ? 'command' : 'typing',
            isUndoable: (changed) => !isTypedText(changed),
          },
        )
        return { record: await readRecord(open, input.id), commit }
      }),

    /** The title, with all links to it in one transaction. */
    'records.rename': (input, { client }) =>
      session.use(async (open) => {
        const { value, commit } = await open.changeAlone(author(), client, (transaction) => renameRecord(transaction, input, open.index), {
          kind: 'command',
        })
        return { record: await readRecord(open, input.id), updatedLinks: value, commit }
      }),

    'records.trash': ({ records }, { client }) =>
      session.use(async (open) => {
        const by = author()
        const { commit } = await open.change(by, client, (transaction) => trashRecords(transaction, records, by, now()), {
          kind: 'command',
        })
        return { commit }
      }),

    'records.restore': ({ records }, { client }) =>
      session.use(async (open) => {
        const { commit } = await open.change(author(), client, (transaction) => restoreRecords(transaction, records, open.index), {
          kind: 'command',
        })
        return { commit }
      }),

    /** For good, and gone from what can be undone. */
    'records.erase': ({ records }, { client }) => session.use((open) => erase(open, client, () => records)),

    'records.emptyTrash': (_input, { client }) =>
      session.use((open) =>
        erase(open, client, ({ workspace, index }) =>
          [...index.rows(null, true)].flatMap((row) => {
            const head = workspace.headAt(row)
            return head ? [{ id: head.id, baseRev: head.rev }] : []
          }),
        ),
      ),
  }
}
