/**
 * What the mirror wrote: the list of files that an export leaves, and beside it a file of what has changed since, appended
 * before the files themselves change. A crash in between leaves both answers to whether a file is the mirror's; its bytes
 * decide. Folded into the list at a full look.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { recordId } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import { systemCode } from '../../workspace/file-system.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import { writeAll } from '../../workspace/write-all.ts'
import type { ExportDisk } from '../export-disk.ts'
import { fileHash, filePath, MANIFEST, type ListSays } from '../manifest.ts'

/**
 * Lines of JSON: first which list they follow and what was set aside, then files to be put, with their hash, or removed, then
 * that all is done.
 */
export const CHANGES = '.rapporteur-mirror.jsonl'
const FORMAT = 'rapporteur-mirror'
const VERSION = 1

/** A file that is to be written, by its hash, or removed. */
export interface Intent {
  readonly path: string
  readonly hash: string | null
}

/** Of a file that got another name because it was edited. */
export interface Aside {
  /** Where it lay. */
  readonly of: string
  /** The record that it was of; null for a file of records. */
  readonly id: string | null
}

/** How the list of files is written down; the mirror's owner knows the workspace. */
export interface ListForm {
  /** @returns undefined when this is no list of this workspace */
  read(text: string): { readonly files: ReadonlyMap<string, string>; readonly says: ListSays } | undefined
  write(files: ReadonlyMap<string, string>, says: ListSays): string
}

/** Others write in the folder too: what the list would not be believed is not believed here. */
const line = z.union([
  z.tuple([z.literal('put'), filePath, fileHash]),
  z.tuple([z.literal('remove'), filePath]),
  z.tuple([z.literal('done')]),
  z.tuple([z.literal('aside'), filePath, filePath, recordId.nullable()]),
])
type Line = z.output<typeof line>

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

export class Ledger {
  readonly #disk: ExportDisk
  readonly #folder: string
  readonly #form: ListForm
  /** Hash by path. */
  readonly #files = new Map<string, string>()
  /** What else may lie at a path, null for nothing, until somebody has looked. */
  readonly #unsure = new Map<string, ReadonlySet<string | null>>()
  readonly #asides = new Map<string, Aside>()
  #list = ''
  #says: ListSays
  /** Bytes of the file of changes that are known to be whole. */
  #length = 0
  /** Where the first change stands. */
  #begins = 0
  #isOpen = false
  /** The file of changes names what is not there any more. */
  #isOther = false

  private constructor(disk: ExportDisk, folder: string, form: ListForm, says: ListSays) {
    this.#disk = disk
    this.#folder = folder
    this.#form = form
    this.#says = says
  }

  /** Of a folder that holds a list; undefined when it is none of this workspace. @throws system errors */
  static async open(disk: ExportDisk, folder: string, form: ListForm): Promise<Ledger | undefined> {
    const list = await readText(disk, join(folder, MANIFEST))
    const read = list === undefined ? undefined : form.read(list)
    if (list === undefined || !read) return undefined
    const ledger = new Ledger(disk, folder, form, read.says)
    for (const [path, hash] of read.files) ledger.#files.set(path, hash)
    ledger.#list = sha256(list)
    ledger.#replay((await readText(disk, join(folder, CHANGES))) ?? '')
    return ledger
  }

  /** In a folder that is the mirror's from now on. @throws system errors */
  static async begin(disk: ExportDisk, folder: string, form: ListForm, says: ListSays): Promise<Ledger> {
    const ledger = new Ledger(disk, folder, form, says)
    await ledger.fold(says)
    return ledger
  }

  /** Paths and hashes of what is the mirror's. */
  get files(): ReadonlyMap<string, string> {
    return this.#files
  }

  /** By path: what was set aside, and lies in the folder still as far as is known. The mirror never writes there. */
  get asides(): ReadonlyMap<string, Aside> {
    return this.#asides
  }

  /** Paths of which it is not known whether what was intended has happened: see {@link resolve}. */
  get unsure(): readonly string[] {
    return [...this.#unsure.keys()]
  }

  /** Nothing can be appended before {@link fold}: the file of changes is missing, of another list, or cut off. */
  get needsFold(): boolean {
    return !this.#isOpen
  }

  /** What the list says besides its files. */
  get says(): ListSays {
    return this.#says
  }

  /** Whether a list that is written now would be the one that is there. */
  isCurrent(says: ListSays): boolean {
    return !this.#isOther && this.#length === this.#begins && jsonEqual(this.#says, says)
  }

  /** Which bytes of the file of changes follow which list: another answer means that something was written since. */
  get stamp(): string {
    return `${this.#list} ${this.#length}`
  }

  /** Whether what lies at a path, null for nothing, is as the mirror left it. */
  isOurs(path: string, found: string | null): boolean {
    return (this.#files.get(path) ?? null) === found || (this.#unsure.get(path)?.has(found) ?? false)
  }

  /** Writes down what is going to happen, on the disk when it answers. @throws system errors; then nothing may happen */
  async intend(intents: readonly Intent[]): Promise<void> {
    if (intents.length === 0) return
    await this.#append(intents.map(({ path, hash }): Line => (hash === null ? ['remove', path] : ['put', path, hash])))
    for (const { path, hash } of intents) {
      this.#unsure.set(path, new Set([...(this.#unsure.get(path) ?? []), this.#files.get(path) ?? null, hash]))
    }
  }

  /** Something is going to lie there that was edited. @throws system errors */
  async noteAside(path: string, { of, id }: Aside): Promise<void> {
    // a name that is too long for the list of an export would not be believed when it is read
    if (!filePath.safeParse(path).success) return
    await this.#append([['aside', path, of, id]])
    this.#asides.set(path, { of, id })
  }

  /** It is not there any more. */
  dropAside(path: string): void {
    this.#isOther ||= this.#asides.delete(path)
  }

  /** It was looked: this lies there, and it is the mirror's. */
  settle(path: string, hash: string | null): void {
    this.#unsure.delete(path)
    if (hash === null) this.#files.delete(path)
    else this.#files.set(path, hash)
  }

  /**
   * It was looked, after a crash or a failure, what lies at a path. What is neither what stood there nor what was to stand there
   * is somebody else's: the mirror claims what it had before, and no more.
   */
  resolve(path: string, found: string | null): void {
    const [before = null] = this.#unsure.get(path) ?? []
    this.settle(path, this.isOurs(path, found) ? found : before)
  }

  /** Everything that was intended has happened. @throws system errors */
  async done(): Promise<void> {
    if (this.#unsure.size === 0 && this.#isOpen) await this.#append([['done']])
  }

  /** Writes the whole list anew; a crash at any moment leaves the old one with its changes, or the new one. @throws system errors */
  async fold(says: ListSays): Promise<void> {
    if (this.#unsure.size > 0) throw new Error('The list of the mirror was folded before it was looked what lies in the folder.')
    const list = this.#form.write(this.#files, says)
    this.#isOpen = false
    await replaceFile(this.#disk, join(this.#folder, MANIFEST), [Buffer.from(list)])
    this.#list = sha256(list)
    this.#says = says
    const asides = Array.from(this.#asides, ([path, { of, id }]): Line => ['aside', path, of, id])
    const head = [{ format: FORMAT, version: VERSION, list: this.#list }, ...asides].map((line) => `${JSON.stringify(line)}\n`).join('')
    await replaceFile(this.#disk, join(this.#folder, CHANGES), [Buffer.from(head)])
    this.#length = Buffer.byteLength(head)
    this.#begins = this.#length
    this.#isOther = false
    this.#isOpen = true
  }

  /** The folder is a plain export from now on. @throws system errors */
  async end(says: ListSays): Promise<void> {
    await this.fold(says)
    this.#isOpen = false
    await this.#disk.remove(join(this.#folder, CHANGES))
  }

  async #append(lines: readonly Line[]): Promise<void> {
    // after a line that was cut off, or before a head, a line would be lost
    if (!this.#isOpen) throw new Error('The file of changes was not begun.')
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    this.#isOpen = false
    const file = await this.#disk.openForAppending(join(this.#folder, CHANGES))
    try {
      await writeAll({ write: (some) => file.append(some) }, bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    this.#length += bytes.length
    this.#isOpen = true
  }

  #replay(text: string): void {
    const [head, ...lines] = text.split('\n')
    // a file of changes to another list: the fold that wrote this list has taken them in
    if (head === undefined || (parsed(head) as { list?: unknown } | undefined)?.list !== this.#list) return
    // without its end a line was cut off, and nothing came of it
    const rest = lines.pop()
    const isBelieved = lines.every((text) => this.#believe(parsed(text)))
    this.#length = Buffer.byteLength(text)
    const first = lines.findIndex((text) => !text.startsWith('["aside",'))
    this.#begins = Buffer.byteLength([head, ...lines.slice(0, first === -1 ? lines.length : first), ''].join('\n'))
    this.#isOpen = isBelieved && rest === ''
  }

  /** @returns false for what the mirror cannot have written: nor is what follows it believed */
  #believe(value: unknown): boolean {
    const { data } = line.safeParse(value)
    if (!data) return false
    if (data[0] === 'aside') this.#asides.set(data[1], { of: data[2], id: data[3] })
    else if (data[0] === 'done') this.#unsure.clear()
    else this.#note(data[1], data[0] === 'put' ? data[2] : null)
    return true
  }

  #note(path: string, hash: string | null): void {
    this.#unsure.set(path, new Set([...(this.#unsure.get(path) ?? []), this.#files.get(path) ?? null, hash]))
    if (hash === null) this.#files.delete(path)
    else this.#files.set(path, hash)
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Undefined when there is no such file. */
async function readText(disk: ExportDisk, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await disk.readFile(path))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
