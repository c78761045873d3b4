import { lazy, Suspense } from 'react'
import { closeDialog, useDialogs } from './dialogs.ts'

const Palette = lazy(async () => ({ default: (await import('../features/palette/palette.tsx')).Palette }))
const ShortcutsDialog = lazy(async () => ({ default: (await import('../features/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('../features/export/export-dialog.tsx')).ExportDialog }))
const NewRecordDialog = lazy(async () => ({ default: (await import('../features/new-record/new-record-dialog.tsx')).NewRecordDialog }))

/** Draws the dialog that is open; each is a chunk of its own. */
export function DialogOutlet() {
  const open = useDialogs((dialogs) => dialogs.open)
  return (
    <Suspense fallback={null}>
      {open?.name === 'palette' && <Palette onClose={closeDialog} />}
      {open?.name === 'shortcuts' && <ShortcutsDialog onClose={closeDialog} />}
      {open?.name === 'export' && <ExportDialog onClose={closeDialog} />}
      {open?.name === 'newRecord' && <NewRecordDialog kind={open.kind} title={open.title} preset={open.preset} onClose={closeDialog} />}
    </Suspense>
  )
}
