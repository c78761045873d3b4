/** What the suite needs of a transport, and typed calls over it. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { EventName, Input, MethodName, Output, Payload } from '../../../src/shared/contract/index.ts'
import type { ErrorCode, WireError } from '../../../src/shared/errors.ts'
import type { Reply } from '../../../src/shared/transport.ts'
import type { EventEnvelope } from '../../../src/shared/transport.ts'
import type { RecordInput, RecordOf } from '../../../src/shared/model/record.ts'

/** One window. */
export interface Window {
  call(method: string, input: unknown): Promise<Reply>
  listen(listener: (event: EventEnvelope) => void): () => void
  close(): Promise<void>
}

/** A fresh application without a workspace, and a first window of it. */
export interface Connection extends Window {
  /** Another window of the same application, where the transport has more than one. */
  secondClient?: () => Promise<Window>
  /** Hosts with the system's dialog: what it answers next. */
  answerFolder?: (folder: string | null) => void | Promise<void>
  /** The same of its dialog for a zip file. */
  answerArchive?: (path: string) => void | Promise<void>
  /** Electron's bridge copies property by property and leaves a key `__proto__` out; others refuse it. */
  readonly leavesOutProto?: true
}

export type Connect = () => Promise<Connection>

/** A window with typed calls. */
export class Caller {
  private readonly window: Window

  constructor(window: Window) {
    this.window = window
  }

  /** Any call, for what the types forbid. */
  raw(method: string, input: unknown): Promise<Reply> {
    return this.window.call(method, input)
  }

  /** A call that must succeed. */
  async call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> {
    const reply = await this.window.call(method, input)
    if (!reply.ok)
      throw new Error(`${method} was refused: ${reply.error.code} ${reply.error.message} ${JSON.stringify(reply.error.details)}`)
    return reply.value as Output<K>
  }

  /** A call that must be refused with `code`, in a sentence. */
  async refused(code: ErrorCode, method: string, input: unknown): Promise<WireError> {
    const reply = await this.window.call(method, input)
    if (reply.ok)
      throw new Error(`${method} should have been refused with ${code}, and answered ${JSON.stringify(reply.value).slice(0, 500)}`)
    expect(reply.error.code, reply.error.message).toBe(code)
    expect(reply.error.message).toMatch(/^[\p{Lu}“].*\.$/su)
    return reply.error
  }

  /** The paths of the fields that a call is refused for. */
  async issues(method: string, input: unknown): Promise<{ path: string; problem: string }[]> {
    const { details } = await this.refused('INVALID_INPUT', method, input)
    return (details['issues'] as { path: string; problem: string }[]).map(({ path, problem }) => ({ path, problem }))
  }

  async create<K extends RecordInput['kind']>(input: RecordInput & { kind: K }): Promise<RecordOf<K>> {
    const { record } = await this.call('records.create', { record: input })
    return record as RecordOf<K>
  }

  /** A meeting whose text is adopted; it is of revision 2. */
  async adopted(input: Extract<RecordInput, { kind: 'meeting' }>): Promise<RecordOf<'meeting'>> {
    const { id, rev } = await this.create(input)
    const { record } = await this.call('records.update', { kind: 'meeting', id, baseRev: rev, patch: { stage: 'adopted' } })
    return record as RecordOf<'meeting'>
  }

  /** The first action with these words, as a window sees it now. */
  async seenAction(recordId: string, text: string): Promise<Input<'actions.change'>['seen']> {
    const { rows } = await this.call('actions.list', { recordId })
    const row = rows.find((each) => each.text === text)
    if (!row) throw new Error(`There is no action “${text}”.`)
    return { line: row.line, text, responsible: row.responsible, due: row.due, state: row.state }
  }

  async changeAction(recordId: string, text: string, change: Input<'actions.change'>['change']): Promise<Output<'actions.change'>> {
    return this.call('actions.change', { recordId, seen: await this.seenAction(recordId, text), change })
  }

  async head(id: string): Promise<{ id: string; baseRev: number }> {
    const { rev } = await this.call('records.get', { id })
    return { id, baseRev: rev }
  }

  async trash(...ids: readonly string[]): Promise<Output<'records.trash'>> {
    return this.call('records.trash', { records: await Promise.all(ids.map((id) => this.head(id))) })
  }

  /** Settles with the payload of the next event of this name. */
  next<K extends EventName>(name: K, matches: (payload: Payload<K>) => boolean = () => true): Promise<Payload<K>> {
    return new Promise((resolve) => {
      const stop = this.window.listen((event) => {
        if (event.name !== name || !matches(event.payload as Payload<K>)) return
        stop()
        resolve(event.payload as Payload<K>)
      })
    })
  }

  /** Everything of a list, with defaults for what is not given. */
  async titles(query: Partial<Input<'list.query'>['query']>): Promise<string[]> {
    const { rows } = await this.call('list.query', { query: { ...anyKind, ...query }, from: 0, count: 500 })
    return rows.map(({ head }) => head.title)
  }
}

const anyKind: Input<'list.query'>['query'] = { kind: null, sort: { key: 'title', direction: 'ascending' } }
export const listOf = (query: Partial<Input<'list.query'>['query']>): Input<'list.query'>['query'] => ({ ...anyKind, ...query })

const made: string[] = []

export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rapporteur-contract-')))
  made.push(folder)
  return folder
}

/** Removes the folders of {@link temporaryFolder}. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
}

let folders = 0

/** A handle of a new, empty folder, chosen as a person would on this host; and where it lies. */
export async function newFolder(connection: Connection): Promise<{ handle: string; location: string }> {
  const caller = new Caller(connection)
  const { capabilities } = await caller.call('app.state', {})
  if (capabilities.folderDialog === 'native') {
    if (!connection.answerFolder) throw new Error('This transport cannot answer the system’s dialog.')
    await connection.answerFolder(await temporaryFolder())
    const chosen = await caller.call('folders.choose', { purpose: 'create' })
    if (!chosen) throw new Error('The dialog was dismissed.')
    return chosen
  }
  const { folders: places } = await caller.call('folders.list', { folder: null })
  const home = places.find(({ name }) => name === 'Home')
  if (!home) throw new Error('The page’s dialog does not start at home.')
  return caller.call('folders.create', { parent: home.handle, name: `Folder ${process.pid} ${(folders += 1)}` })
}

/** A new workspace in a new folder, open. */
export async function newWorkspace(connection: Connection, name = 'Secretariat', sample = false): Promise<Caller> {
  const caller = new Caller(connection)
  await caller.call('workspace.create', { folder: (await newFolder(connection)).handle, name, sample })
  return caller
}
