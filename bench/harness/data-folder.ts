/** The corpora on the disk, in every store that is measured: made once, copied where a benchmark writes. */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SCHEMA_VERSION } from '../../src/main/workspace/layout.ts'
import { Corpus } from '../corpus.ts'
import { writeLowdbFile } from '../stores/lowdb-file.ts'
import { writeSqlite } from '../stores/sqlite-file.ts'
import { writeWorkspace } from '../stores/workspace-folder.ts'

/** Raise it when the corpus itself changes. */
const CORPUS_VERSION = 1

export type StoreForm = 'workspace' | 'lowdb' | 'sqlite'

const writers: Readonly<Record<StoreForm, (path: string, corpus: Corpus) => Promise<void>>> = {
  workspace: writeWorkspace,
  lowdb: writeLowdbFile,
  sqlite: writeSqlite,
}
const NAMES: Readonly<Record<StoreForm, string>> = { workspace: `workspace-${SCHEMA_VERSION}`, lowdb: 'lowdb.json', sqlite: 'sqlite.db' }

export class DataFolder {
  readonly folder: string
  readonly #seed: number

  constructor(folder: string, seed: number) {
    this.folder = folder
    this.#seed = seed
  }

  corpus(records: number): Corpus {
    return new Corpus({ seed: this.#seed, records })
  }

  /** The path of the corpus in that form; for reading only. */
  async ready(form: StoreForm, records: number): Promise<string> {
    const folder = join(this.folder, `corpus-${CORPUS_VERSION}-seed-${this.#seed}-${records}`)
    const path = join(folder, NAMES[form])
    if (existsSync(path)) return path
    process.stderr.write(`Writing ${records} records as ${form} …\n`)
    await mkdir(folder, { recursive: true })
    const unfinished = `${path}.unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await writers[form](unfinished, this.corpus(records))
    await rename(unfinished, path)
    return path
  }

  /** A copy for writing, in a folder that goes when the benchmark ends. */
  async copy(form: StoreForm, records: number, scratch: string): Promise<string> {
    const path = join(scratch, `${records}-${NAMES[form]}`)
    await cp(await this.ready(form, records), path, { recursive: true })
    return path
  }

  /** Runs `work` with an empty folder of its own. */
  async withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
    await mkdir(this.folder, { recursive: true })
    const folder = await mkdtemp(join(this.folder, 'scratch-'))
    try {
      return await work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
