/** The open records of this window. */
import { useStore } from 'zustand'
import { client } from '../api/client.ts'
import { i18n } from '../i18n/index.ts'
import { onRecordsChange } from './apply-changes.ts'
import { forgetForms } from './kept-forms.ts'
import { createRecords } from './records/create-records.ts'
import type { OpenRecord } from './records/open-record.ts'
import type { PersonNames, SavedChange } from './records/ports.ts'
import { recordAddress, sectionOf } from './navigation.ts'
import { useSession } from './session.ts'
import type { ToastRequest } from './toasts.ts'
import { offerUndo, rememberUndo, saveBeforeUndo } from './undo-commands.ts'

const listName = ({ family, given }: PersonNames) => [family, given].filter(Boolean).join(', ')

/** What was done, in the reader's words. */
function labelOf({ record, fields, updatedLinks = 0, names }: SavedChange): string {
  const { title } = record
  const [field] = fields
  if (field === 'title') {
    const renamed = i18n.t(updatedLinks > 0 ? 'record:undo.renamedWithLinks' : 'record:undo.renamed', { title, count: updatedLinks })
    return names ? i18n.t('record:undo.listedAs', { renamed, name: listName(names) }) : renamed
  }
  if (fields.includes('stage')) {
    if (record.kind === 'meeting') return i18n.t('record:undo.stage', { title, stage: i18n.t(`fields:meetingStage.${record.stage}`) })
    if (record.kind === 'study') return i18n.t('record:undo.stage', { title, stage: i18n.t(`fields:studyStage.${record.stage}`) })
  }
  if (field === 'trashed') return i18n.t(record.trashed ? 'record:undo.trashed' : 'record:undo.restored', { title })
  if (field !== undefined && fields.length === 1) return i18n.t('record:undo.changed', { field: i18n.t(`fields:label.${field}`), title })
  return i18n.t('record:undo.changedSeveral', { title })
}

/** Where a change that reaches far is seen: a stage in its record, a deletion in the list. */
function placeOf({ record: { kind, id }, fields }: SavedChange): string | undefined {
  if (fields.includes('stage')) return recordAddress(kind, id)
  return fields.includes('trashed') ? `/${sectionOf(kind)}` : undefined
}

export const openRecords = createRecords({
  call: (method, input) => client.call(method, input),
  schedule: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
  saved: (change) => {
    const { fields, revision, followUp } = change
    const entry = { revision, followUp, label: labelOf(change), place: placeOf(change) }
    // the screen shows a changed property by itself; a rename, a deletion and a stage reach further than what is seen
    if (fields.some((field) => field === 'title' || field === 'trashed' || field === 'stage')) offerUndo(entry)
    else rememberUndo(entry)
  },
})

export const useOpenRecords = <T>(selector: (records: Readonly<Record<string, OpenRecord>>) => T): T =>
  useStore(openRecords.store, selector)

export const useOpenRecord = (id: string): OpenRecord | undefined => useOpenRecords((records) => records[id])

/**
 * Saves all that is typed, as before the window closes; answers the ids that could not be saved. A field that hands its
 * text over when it is left (a date, a title) is left first.
 */
export function flushAll(): Promise<readonly string[]> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return openRecords.flushAll()
}

/** Before an undo: all that is typed is saved. What cannot be saved is named, and can be taken back there. */
saveBeforeUndo(async (): Promise<ToastRequest | null> => {
  const [id] = await openRecords.flushAll()
  const entry = id === undefined ? undefined : openRecords.store.getState()[id]
  if (id === undefined || !entry?.record) return null
  const refused = Object.keys(entry.refused).filter((field) => field in entry.draft)
  return {
    message: i18n.t('record:undo.unsaved', { title: entry.record.title }),
    tone: 'bad',
    action:
      refused.length > 0 && !entry.conflict
        ? { label: i18n.t('record:save.discard'), run: () => openRecords.discard(id, refused) }
        : undefined,
  }
})

onRecordsChange((change) => {
  if (change.everything) void openRecords.reloadAll()
  else openRecords.changed(change.upserted, change.removed)
})

const workspaceId = () => {
  const workspace = useSession.getState().app?.workspace
  return workspace?.status === 'open' ? workspace.id : null
}
let workspace = workspaceId()
useSession.subscribe(() => {
  const now = workspaceId()
  if (now === workspace) return
  // an error screen in between (null) must not cost a draft
  if (now !== null && workspace !== null) {
    openRecords.clear()
    forgetForms()
  }
  if (now !== null) workspace = now
})
