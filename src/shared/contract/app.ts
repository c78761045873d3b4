/** The application itself: what the host can do, who is working, which workspace is open, settings. */
import { errorCodes } from '../errors.ts'
import { author, count, kind, line, MAX_BODY } from '../model/common.ts'
import { exportOptions } from '../model/export-options.ts'
import { savedTextTypes } from '../model/saved-text.ts'
import { z } from '../model/zod.ts'
import { backupChoice } from './backups.ts'
import { method, nothing } from './define.ts'
import { archiveInfo } from './import.ts'
import { sortKeys } from './lists.ts'

/** What differs between hosts; the renderer hides what is missing. */
export const capabilities = z.strictObject({
  /** `native`: `folders.choose` opens the system's dialog. `page`: the page shows its own over `folders.list`. */
  folderDialog: z.enum(['native', 'page']),
  /** The host has its own menu bar that lists the commands. */
  menu: z.boolean(),
  /** `host.reveal` opens the system's file manager. */
  reveal: z.boolean(),
  /** `electron`: the host opens the window. `page`: `windows.open` answers an address that the page opens itself. */
  windows: z.enum(['host', 'page']),
  /** Who asks the person before an address opens outside: the host by the system's dialog, or the page. */
  outside: z.enum(['host', 'page']),
  /** Who chooses, opens and saves files of records: the host by the system's dialogs and programs, or the page by the browser's. */
  files: z.enum(['host', 'page']),
})
export type Capabilities = z.output<typeof capabilities>

/** What a folder is chosen for. */
export const folderPurpose = z.enum(['open', 'create', 'export', 'import', 'mirror', 'backup', 'restore'])
export type FolderPurpose = z.output<typeof folderPurpose>

/** A folder stands for itself by a short-lived handle; `location` is for reading only, no method takes it back. */
export const folderInfo = z.strictObject({
  handle: z.string(),
  name: z.string(),
  location: z.string(),
  /** `workspace`: it holds one. `backups`: it or a folder in it holds backups of one, and it is none itself. */
  holds: z.enum(['nothing', 'workspace', 'backups', 'other']),
  /** The product that synchronises it, such as "OneDrive"; empty when none does. */
  syncedBy: z.string(),
  writable: z.boolean(),
})
export type FolderInfo = z.output<typeof folderInfo>

/** What can be done about a workspace that does not open. */
export const remedies = ['retry', 'restorePrevious', 'salvage', 'restoreBackup', 'openReadOnly', 'chooseAnother', 'reveal'] as const

/** What opening can find and put right by itself. */
export const noticeCodes = ['tornTail', 'foreignFile', 'migrated', 'finishedInterrupted', 'salvaged', 'backupRestored', 'damaged'] as const

export const workspaceState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({
    status: z.literal('opening'),
    location: z.string(),
    /** Records read and in all; only when reading them takes long. */
    progress: z.strictObject({ done: count, total: count }).optional(),
  }),
  z.strictObject({
    status: z.literal('open'),
    id: z.string(),
    name: z.string(),
    location: z.string(),
    revision: count,
    /** Why nothing can be changed; null when it can. */
    readOnly: z.enum(['newerFormat', 'permission', 'ioError', 'damaged']).nullable(),
    sample: z.boolean(),
    syncedBy: z.string(),
    /** What opening found and put right; `message` is an English sentence. */
    notices: z.array(
      z.strictObject({
        code: z.enum(noticeCodes),
        message: z.string(),
        /** Records that stand in an older state after a rescue. The first of them. */
        records: z.array(z.strictObject({ id: z.string(), kind, title: z.string() })).optional(),
        /** What was put in place. */
        backup: z.strictObject({ at: z.string(), records: count }).optional(),
      }),
    ),
    /** What could not be read and is therefore not shown; only of one that was opened read-only. The first of them. */
    problems: z.array(z.strictObject({ file: z.string(), id: z.string(), title: z.string(), reason: z.string() })),
  }),
  z.strictObject({
    status: z.literal('problem'),
    location: z.string(),
    code: z.enum(errorCodes),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
    remedies: z.array(z.enum(remedies)),
  }),
])
export type WorkspaceState = z.output<typeof workspaceState>

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'ru']),
  /** Widths in CSS pixels. */
  listWidth: z.number().int().min(220).max(640),
  inspectorWidth: z.number().int().min(220).max(480),
  inspectorOpen: z.boolean(),
  /** Table columns a person has hidden, by list. */
  hiddenColumns: z.record(z.string().max(40), z.array(z.string().max(40)).max(40)),
  /** Those of the last export. */
  export: exportOptions.optional(),
  /** The order a person has chosen, by list; a list without one has its own. */
  sorts: z.record(z.string().max(40), z.strictObject({ key: z.enum(sortKeys), direction: z.enum(['ascending', 'descending']) })).optional(),
})
export type Settings = z.output<typeof settings>
const settingsPatch = settings.partial()

/** A record that a window could not save: somebody else changed the same field, a field is refused, or saving fails. */
export const unsavedRecord = z.strictObject({ id: z.string(), title: z.string(), reason: z.enum(['conflict', 'refused', 'failed']) })
export type UnsavedRecord = z.output<typeof unsavedRecord>

export const appState = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.string(),
  capabilities,
  /** Who is working; null until first start is done. */
  person: author.nullable(),
  /** A proposal for the device's name. */
  deviceName: z.string(),
  settings,
  workspace: workspaceState,
})
export type AppState = z.output<typeof appState>

export const appMethods = {
  'app.state': method(nothing, appState),
  'app.identify': method(z.strictObject({ name: line.trim().min(1).max(200), device: line.trim().max(200) }), appState),
  'app.updateSettings': method(settingsPatch, appState),

  'workspace.recent': method(nothing, z.array(folderInfo)),
  /**
   * One that is open already stays as it is, unless it has become read-only: then it is opened again. Before another one
   * takes its place, every window is asked to save: UNSAVED when one cannot.
   */
  'workspace.open': method(z.strictObject({ folder: z.string() }), appState),
  /** Into an empty or new folder. `sample` fills it with the sample. */
  'workspace.create': method(z.strictObject({ folder: z.string(), name: line.trim().min(1).max(200), sample: z.boolean() }), appState),
  /**
   * What the problem screen offers; `chooseAnother` closes the workspace. `retry` also opens one again that has become
   * read-only, or in which damage was found. `restoreBackup` needs the backup to put in place, one of `backups.list`.
   */
  'workspace.remedy': method(z.strictObject({ remedy: z.enum(remedies), backup: backupChoice.optional() }), appState),
  /** UNSAVED when a window holds what cannot be saved. */
  'workspace.close': method(nothing, appState),
  'workspace.rename': method(z.strictObject({ name: line.trim().min(1).max(200) }), appState),

  /** The system's dialog (capability `native`); null when dismissed. */
  'folders.choose': method(z.strictObject({ purpose: folderPurpose }), folderInfo.nullable()),
  /** Where the page's own dialog begins: where a folder was chosen for this purpose last, else at home; null: at the places to start from. */
  'folders.begin': method(z.strictObject({ purpose: folderPurpose }), z.strictObject({ folder: folderInfo.nullable() })),
  /** The page's own dialog was answered from this folder: the next one for this purpose begins there. */
  'folders.remember': method(z.strictObject({ purpose: folderPurpose, folder: z.string() }), nothing),
  /** The folders in one (null: the places to start from), for the page's own dialog. */
  'folders.list': method(
    z.strictObject({ folder: z.string().nullable() }),
    z.strictObject({
      folder: folderInfo.nullable(),
      parent: z.string().nullable(),
      folders: z.array(folderInfo),
      /** Zip files, for an import. */
      archives: z.array(archiveInfo),
    }),
  ),
  /** A new folder for a workspace, of that name or with a number behind it: in the first usual place that is fit for one. */
  'folders.propose': method(z.strictObject({ name: line.trim().min(1).max(200) }), folderInfo),
  'folders.create': method(z.strictObject({ parent: z.string(), name: line.trim().min(1).max(200) }), folderInfo),

  /** Shows a folder in the system's file manager: one of a handle, or the workspace's own (null). */
  'host.reveal': method(z.strictObject({ folder: z.string().nullable() }), nothing),
  /** Opens an https or mailto address outside, after the person has confirmed it: see capability `outside`. */
  'host.openExternal': method(
    z.strictObject({
      url: z
        .string()
        .max(2_000)
        .regex(/^(https:\/\/|mailto:)/),
    }),
    nothing,
  ),
  /**
   * Saves a text where the system's dialog says (capability `files: 'host'`), in UTF-8 as it is; false when dismissed. The
   * name is made safe, and gets the ending of its type where it has another.
   */
  'host.saveText': method(
    z.strictObject({ name: z.string().min(1).max(1_000), text: z.string().max(MAX_BODY), type: z.enum(savedTextTypes) }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** A second window at an address such as `/meetings/<id>`; `url` is set where the page has to open it. */
  'windows.open': method(z.strictObject({ address: z.string().max(8_000).regex(/^\//) }), z.strictObject({ url: z.string().nullable() })),
  /** A window's answer to `windows.closing`: all is saved but this. */
  'windows.flushed': method(z.strictObject({ unsaved: z.array(unsavedRecord).max(1_000) }), nothing),
} as const

export const appEvents = {
  'app.stateChanged': appState,
  /** The host's menu asks for a command of the renderer's registry by its id. */
  'app.command': z.strictObject({ command: z.string() }),
  /** This window, or the workspace in it, is about to be closed: it saves and answers `windows.flushed` (at most 10 s). */
  'windows.closing': nothing,
} as const
