/** What belongs to the person on this device, not to a workspace: settings, identity, recent workspaces. */
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { FolderPurpose, Settings } from '../../shared/contract/app.ts'
import { folderPurpose, settings as settingsSchema } from '../../shared/contract/app.ts'
import { mirrorWhen } from '../../shared/contract/mirror.ts'
import type { Author } from '../../shared/model/common.ts'
import { author, line } from '../../shared/model/common.ts'
import { exportOptions } from '../../shared/model/export-options.ts'
import { z } from '../../shared/model/zod.ts'
import type { JsonCodec } from './atomic-json-adapter.ts'
import { AtomicJsonAdapter } from './atomic-json-adapter.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { FileSystem } from './file-system.ts'
import { DamagedFileError, parseObject, utf8 } from './json-file.ts'
import { nodeFileSystem } from './node-file-system.ts'
import type { Clock } from './port.ts'
import { renameWhenFree } from './replace-file.ts'

const MAX_RECENT = 12
const FILE_NAME = 'settings.json'

const recentWorkspace = z.strictObject({ path: z.string().min(1), name: line })
export type RecentWorkspace = z.output<typeof recentWorkspace>

/** A folder of this device that follows a workspace. */
const mirrorPlace = z.strictObject({ folder: z.string().min(1), options: exportOptions, when: mirrorWhen })
export type KeptMirror = z.output<typeof mirrorPlace>

export const defaultSettings: Settings = Object.freeze({
  theme: 'system',
  language: 'system',
  listWidth: 320,
  inspectorWidth: 300,
  inspectorOpen: true,
  hiddenColumns: {},
})

interface Data {
  readonly settings: Settings
  readonly person: Author | null
  /** The last one first. */
  readonly recent: readonly RecentWorkspace[]
  /** By the id of the workspace. */
  readonly mirrors: Readonly<Record<string, KeptMirror>>
  /** In which folder one was chosen last, by what for. */
  readonly chosenIn: Readonly<Partial<Record<FolderPurpose, string>>>
}

const outline = z.looseObject({
  settings: z.looseObject({}),
  person: z.unknown(),
  recent: z.array(z.unknown()),
  mirrors: z.unknown().optional(),
  chosenIn: z.unknown().optional(),
})
const nothingYet: Data = Object.freeze({ settings: defaultSettings, person: null, recent: [], mirrors: {}, chosenIn: {} })

/** A value that is not what it should be falls back to its default; the others are kept. */
function readData(bytes: Uint8Array): Data {
  const raw = outline.safeParse(parseObject(bytes))
  if (!raw.success) throw new DamagedFileError('The file does not hold settings.')
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const value = schema.safeParse(raw.data.settings[key])
    return [key, value.success ? value.data : defaultSettings[key as keyof Settings]]
  })
  const person = author.nullable().safeParse(raw.data.person)
  const recent = raw.data.recent.flatMap((entry) => recentWorkspace.safeParse(entry).data ?? [])
  const kept = Object.entries(z.record(z.string(), z.unknown()).safeParse(raw.data.mirrors).data ?? {})
  const mirrors = Object.fromEntries(
    kept.flatMap(([id, place]) => {
      const read = mirrorPlace.safeParse(place)
      return read.success ? [[id, read.data]] : []
    }),
  )
  const chosenIn = z.partialRecord(folderPurpose, z.string().min(1)).safeParse(raw.data.chosenIn).data ?? {}
  return { settings: Object.fromEntries(entries) as Settings, person: person.data ?? null, recent, mirrors, chosenIn }
}

const codec: JsonCodec<Data> = {
  *encode(data) {
    yield utf8(`${JSON.stringify(data, null, 2)}\n`)
  },
  decode: readData,
}

/** Every change answers when it is on the disk. @throws AppError DISK_FULL, NO_PERMISSION, READ_ONLY, MISSING, IO. */
export interface AppData extends Data {
  /** Set when the settings were damaged and were set aside: one English sentence that says where they are. */
  readonly note: string
  updateSettings(patch: Partial<Settings>): Promise<void>
  identify(person: Author): Promise<void>
  /** Puts a workspace first among the recent ones. */
  remember(workspace: RecentWorkspace): Promise<void>
  /** Where the mirror of a workspace lies; null: it has none. */
  keepMirror(workspace: string, place: KeptMirror | null): Promise<void>
  /** The next folder for this purpose is looked for from here. */
  rememberChoice(purpose: FolderPurpose, folder: string): Promise<void>
}

export interface AppDataEnvironment {
  readonly files?: FileSystem
  readonly clock?: Clock
}

/** Damaged settings never stop the application: they are set aside and it starts with defaults. */
export function openAppData(folder: string, { files = nodeFileSystem, clock = Date.now }: AppDataEnvironment = {}): Promise<AppData> {
  const path = join(folder, FILE_NAME)
  return withDiskFailures('opening', async () => {
    await files.createFolder(folder)
    const low = new Low<Data>(new AtomicJsonAdapter(files, path, codec), nothingYet)
    const read = async () => {
      try {
        await low.read()
        return ''
      } catch (error) {
        if (!(error instanceof DamagedFileError)) throw error
        const aside = join(folder, `settings.damaged-${new Date(clock()).toISOString().slice(0, 19).replaceAll(':', '-')}.json`)
        await renameWhenFree(files, path, aside)
        return `The settings were damaged and are set aside as ${aside}. ${error.message}`
      }
    }
    const note = await read()
    return new StoredAppData(low, read, note)
  })
}

class StoredAppData implements AppData {
  readonly note: string
  private readonly low: Low<Data>
  private readonly read: () => Promise<unknown>
  private current: Data
  private last: Promise<unknown> = Promise.resolve()

  constructor(low: Low<Data>, read: () => Promise<unknown>, note: string) {
    this.low = low
    this.read = read
    this.note = note
    this.current = low.data
  }

  get settings(): Settings {
    return this.current.settings
  }

  get person(): Author | null {
    return this.current.person
  }

  get recent(): readonly RecentWorkspace[] {
    return this.current.recent
  }

  get mirrors(): Data['mirrors'] {
    return this.current.mirrors
  }

  get chosenIn(): Data['chosenIn'] {
    return this.current.chosenIn
  }

  updateSettings(patch: Partial<Settings>): Promise<void> {
    return this.change((data) => ({ ...data, settings: settingsSchema.parse({ ...data.settings, ...patch }) }))
  }

  identify(person: Author): Promise<void> {
    return this.change((data) => ({ ...data, person: { name: person.name, device: person.device } }))
  }

  remember({ path, name }: RecentWorkspace): Promise<void> {
    return this.change((data) => ({
      ...data,
      recent: [{ path, name }, ...data.recent.filter((entry) => entry.path !== path)].slice(0, MAX_RECENT),
    }))
  }

  keepMirror(workspace: string, place: KeptMirror | null): Promise<void> {
    return this.change((data) => {
      const others = Object.entries(data.mirrors).filter(([id]) => id !== workspace)
      return { ...data, mirrors: Object.fromEntries(place ? [...others, [workspace, place]] : others) }
    })
  }

  rememberChoice(purpose: FolderPurpose, folder: string): Promise<void> {
    return this.change((data) => ({ ...data, chosenIn: { ...data.chosenIn, [purpose]: folder } }))
  }

  /** Reads again first: a second window's process, or the CLI, may have changed something else meanwhile. */
  private change(edit: (data: Data) => Data): Promise<void> {
    const turn = this.last.then(() =>
      withDiskFailures('saving', async () => {
        await this.read()
        const before = this.low.data
        this.low.data = edit(before)
        try {
          await this.low.write()
        } catch (error) {
          this.low.data = before
          throw error
        }
        this.current = this.low.data
      }),
    )
    const over = () => undefined
    this.last = turn.then(over, over)
    return turn
  }
}
