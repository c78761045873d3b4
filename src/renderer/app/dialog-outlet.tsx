import { useEffect } from 'react'
import { HoldTypedAhead } from '../features/palette/typed-ahead.ts'
import { closeDialog, useDialogs } from '../parts/dialogs/dialogs.ts'
import { preloaded } from './preloaded.tsx'

const palette = preloaded(
  ['palette', 'commands'],
  async () => (await import('../features/palette/palette.tsx')).Palette,
  ({ onClose }) => <HoldTypedAhead onClose={onClose} />,
)
const shortcuts = preloaded(['commands'], async () => (await import('../features/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog)
const exportDialog = preloaded(['export', 'fields'], async () => (await import('../features/export/export-dialog.tsx')).ExportDialog)
const restoreDialog = preloaded(['restore'], async () => (await import('../parts/restore/restore-dialog.tsx')).RestoreDialog)
const calendarFile = preloaded(
  ['calendar', 'fields', 'new-record', 'record'],
  async () => (await import('../features/record/calendar/calendar-dialog.tsx')).CalendarDialog,
)
const newRecord = preloaded(['new-record'], async () => (await import('../features/new-record/new-record-dialog.tsx')).NewRecordDialog)

/** Draws the dialog that is open. Each is a chunk of its own; those that one types into are fetched while nothing else is done. */
export function DialogOutlet() {
  const open = useDialogs((dialogs) => dialogs.open)
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      palette.preload()
      newRecord.preload()
    })
    return () => cancelIdleCallback(idle)
  }, [])
  switch (open?.name) {
    case 'palette':
      return <palette.Component onClose={closeDialog} />
    case 'shortcuts':
      return <shortcuts.Component onClose={closeDialog} />
    case 'export':
      return <exportDialog.Component what={open.what} result={open.result} onClose={closeDialog} />
    case 'restore':
      return <restoreDialog.Component onClose={closeDialog} />
    case 'calendarFile':
      return <calendarFile.Component key={open.file.name + open.file.lastModified} file={open.file} onClose={closeDialog} />
    case 'newRecord':
      return <newRecord.Component kind={open.kind} title={open.title} preset={open.preset} onClose={closeDialog} />
    case undefined:
      return null
  }
}
