/**
 * The application's commands by id: what the native menu lists, and what the renderer's registry answers to.
 *
 * `accelerator` is the key as Electron writes it (`CmdOrCtrl` is Cmd on macOS, Ctrl elsewhere); empty when the command
 * has none. The menu only shows it: the renderer takes the key itself, by its physical place (`event.code`), so that it
 * works on a Russian or Kazakh layout. `group` is the menu that lists the command.
 */
export const commandGroups = ['file', 'edit', 'format', 'view', 'go', 'help'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** In the order in which a menu lists them. */
export const commands = [
  { id: 'record.new', accelerator: 'CmdOrCtrl+N', group: 'file' },
  { id: 'record.chooseKind', accelerator: 'CmdOrCtrl+Shift+N', group: 'file' },
  { id: 'record.newContact', accelerator: '', group: 'file' },
  { id: 'record.newCountry', accelerator: '', group: 'file' },
  { id: 'record.newNote', accelerator: '', group: 'file' },
  { id: 'record.newMeeting', accelerator: '', group: 'file' },
  { id: 'record.newStudy', accelerator: '', group: 'file' },
  { id: 'meeting.fromCalendar', accelerator: '', group: 'file' },
  { id: 'window.new', accelerator: 'CmdOrCtrl+Alt+N', group: 'file' },
  // where it has nobody to answer, the same key exports what was found, or everything (renderer/app/use-shortcuts.ts)
  { id: 'record.export', accelerator: 'CmdOrCtrl+Shift+E', group: 'file' },
  { id: 'list.export', accelerator: '', group: 'file' },
  { id: 'search.export', accelerator: '', group: 'file' },
  { id: 'export.everything', accelerator: '', group: 'file' },
  { id: 'meeting.saveCalendar', accelerator: '', group: 'file' },
  { id: 'import.open', accelerator: '', group: 'file' },
  { id: 'backup.make', accelerator: '', group: 'file' },
  { id: 'backup.restore', accelerator: '', group: 'file' },
  { id: 'workspace.restore', accelerator: '', group: 'file' },
  { id: 'record.print', accelerator: 'CmdOrCtrl+P', group: 'file' },
  { id: 'go.settings', accelerator: 'CmdOrCtrl+,', group: 'file' },

  { id: 'edit.undo', accelerator: 'CmdOrCtrl+Z', group: 'edit' },
  { id: 'edit.redo', accelerator: 'CmdOrCtrl+Shift+Z', group: 'edit' },
  { id: 'record.find', accelerator: 'CmdOrCtrl+F', group: 'edit' },
  { id: 'record.findNext', accelerator: 'F3', group: 'edit' },
  { id: 'record.findPrevious', accelerator: 'Shift+F3', group: 'edit' },
  { id: 'record.rename', accelerator: 'F2', group: 'edit' },
  { id: 'record.copyMarkdown', accelerator: '', group: 'edit' },
  { id: 'record.copyRichText', accelerator: 'CmdOrCtrl+Shift+C', group: 'edit' },
  { id: 'record.copyLink', accelerator: '', group: 'edit' },
  { id: 'record.addFiles', accelerator: '', group: 'edit' },
  { id: 'record.addComment', accelerator: 'CmdOrCtrl+Alt+M', group: 'edit' },
  { id: 'record.correct', accelerator: '', group: 'edit' },
  { id: 'record.trash', accelerator: 'Delete', group: 'edit' },
  { id: 'record.restoreVersion', accelerator: '', group: 'edit' },

  { id: 'text.bold', accelerator: 'CmdOrCtrl+B', group: 'format' },
  { id: 'text.italic', accelerator: 'CmdOrCtrl+I', group: 'format' },
  { id: 'text.heading', accelerator: 'CmdOrCtrl+Shift+H', group: 'format' },
  { id: 'text.list', accelerator: 'CmdOrCtrl+Shift+8', group: 'format' },
  { id: 'text.quote', accelerator: 'CmdOrCtrl+Shift+9', group: 'format' },
  { id: 'text.table', accelerator: 'CmdOrCtrl+Shift+6', group: 'format' },
  { id: 'text.action', accelerator: 'CmdOrCtrl+Shift+A', group: 'format' },
  { id: 'text.responsible', accelerator: 'CmdOrCtrl+Shift+P', group: 'format' },
  { id: 'text.deadline', accelerator: 'CmdOrCtrl+Shift+K', group: 'format' },
  { id: 'text.tick', accelerator: 'CmdOrCtrl+Shift+X', group: 'format' },
  { id: 'text.decision', accelerator: 'CmdOrCtrl+Shift+D', group: 'format' },
  { id: 'text.link', accelerator: 'CmdOrCtrl+Shift+L', group: 'format' },
  { id: 'text.person', accelerator: 'CmdOrCtrl+Shift+M', group: 'format' },
  { id: 'text.insert', accelerator: 'CmdOrCtrl+/', group: 'format' },
  { id: 'text.skeleton', accelerator: '', group: 'format' },
  { id: 'text.followLink', accelerator: 'CmdOrCtrl+Return', group: 'format' },

  { id: 'record.toggleReading', accelerator: 'CmdOrCtrl+E', group: 'view' },
  { id: 'record.history', accelerator: '', group: 'view' },
  { id: 'view.toggleInspector', accelerator: 'CmdOrCtrl+\\', group: 'view' },
  { id: 'view.lightTheme', accelerator: '', group: 'view' },
  { id: 'view.darkTheme', accelerator: '', group: 'view' },
  { id: 'view.systemTheme', accelerator: '', group: 'view' },

  { id: 'search.open', accelerator: 'CmdOrCtrl+K', group: 'go' },
  { id: 'search.page', accelerator: 'CmdOrCtrl+Shift+F', group: 'go' },
  { id: 'search.save', accelerator: '', group: 'go' },
  { id: 'actions.saveView', accelerator: '', group: 'go' },
  { id: 'actions.remind', accelerator: '', group: 'go' },
  { id: 'go.today', accelerator: 'CmdOrCtrl+1', group: 'go' },
  { id: 'go.contacts', accelerator: 'CmdOrCtrl+2', group: 'go' },
  { id: 'go.countries', accelerator: 'CmdOrCtrl+3', group: 'go' },
  { id: 'go.meetings', accelerator: 'CmdOrCtrl+4', group: 'go' },
  { id: 'go.studies', accelerator: 'CmdOrCtrl+5', group: 'go' },
  { id: 'go.notes', accelerator: 'CmdOrCtrl+6', group: 'go' },
  { id: 'go.actions', accelerator: 'CmdOrCtrl+7', group: 'go' },
  { id: 'go.decisions', accelerator: 'CmdOrCtrl+8', group: 'go' },
  { id: 'go.attendance', accelerator: '', group: 'go' },
  { id: 'go.trash', accelerator: '', group: 'go' },
  { id: 'history.back', accelerator: 'Alt+Left', group: 'go' },
  { id: 'history.forward', accelerator: 'Alt+Right', group: 'go' },

  { id: 'help.shortcuts', accelerator: 'F1', group: 'help' },
] as const satisfies readonly { readonly id: string; readonly accelerator: string; readonly group: CommandGroup }[]

/** A command's id, as it travels in `app.command`. */
export type CommandId = (typeof commands)[number]['id']
