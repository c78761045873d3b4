/** Which of the window's own dialogs is open. One at a time: they are all modal. */
import { create } from 'zustand'
import type { Kind } from '../../shared/model/common.ts'

export type OpenDialog =
  | { readonly name: 'palette' }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'export' }
  /** `kind` null: the person chooses it. `title`: what has been typed already. */
  | { readonly name: 'newRecord'; readonly kind: Kind | null; readonly title: string }

export const useDialogs = create<{ readonly open: OpenDialog | null }>(() => ({ open: null }))

export const openDialog = (open: OpenDialog): void => useDialogs.setState({ open })
export const closeDialog = (): void => useDialogs.setState({ open: null })

/** Asks for a name and creates a record of this kind. */
export const askNewRecord = (kind: Kind | null, title = ''): void => openDialog({ name: 'newRecord', kind, title })
