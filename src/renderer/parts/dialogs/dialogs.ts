/** Which of the window's own dialogs is open. One at a time: they are all modal. */
import { create } from 'zustand'
import type { Kind } from '../../../shared/model/common.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import type { ExportWhat } from '../export/export-what.ts'

/** What a new record is from the start, as the place says where it is made. */
export interface NewRecordPreset {
  readonly contactType?: ContactType | undefined
  /** ISO 3166-1 alpha-3 codes. */
  readonly countries?: readonly string[] | undefined
  /** The meeting of which it is a session. */
  readonly partOf?: string | undefined
}

export type OpenDialog =
  | { readonly name: 'palette' }
  | { readonly name: 'shortcuts' }
  /** `what` may be chosen beside everything, the first of it is. `result`: of the last export. */
  | { readonly name: 'export'; readonly what?: readonly ExportWhat[]; readonly result?: true }
  /** A workspace made anew from a backup. */
  | { readonly name: 'restore' }
  /** A meeting out of a calendar file. */
  | { readonly name: 'calendarFile'; readonly file: File }
  /** `kind` null: the person chooses it. `title`: what has been typed already. */
  | { readonly name: 'newRecord'; readonly kind: Kind | null; readonly title: string; readonly preset: NewRecordPreset }

export const useDialogs = create<{ readonly open: OpenDialog | null }>(() => ({ open: null }))

export const openDialog = (open: OpenDialog): void => useDialogs.setState({ open })
export const closeDialog = (): void => useDialogs.setState({ open: null })

/** Asks for a name and creates a record of this kind. */
export const askNewRecord = (kind: Kind | null, title = '', preset: NewRecordPreset = {}): void =>
  openDialog({ name: 'newRecord', kind, title, preset })
