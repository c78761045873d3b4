import type { ImportSource, OpenedFile, SourceListing } from '../../import/source.ts'
import { Refusal } from '../../import/refusal.ts'
import { isMarkdown } from '../../import/source.ts'
import { utf8Text } from '../../import/utf8-text.ts'
import { systemCode } from '../../workspace/file-system.ts'
import type { WrittenExport } from '../written.ts'
import type { ReadBack } from './read-back.ts'

/** An export that was written, as an import reads it: what its list of files names, whichever folder that lies in now. */
export class WrittenSource implements ImportSource {
  readonly location: string
  readonly #written: WrittenExport
  readonly #readBack: ReadBack

  constructor(written: WrittenExport, readBack: ReadBack) {
    this.location = written.target.folder
    this.#written = written
    this.#readBack = readBack
  }

  list(): Promise<SourceListing> {
    const paths = [...this.#written.files.keys()].toSorted()
    return Promise.resolve({
      files: paths.filter(isMarkdown),
      others: paths.filter((path) => !isMarkdown(path)),
      refused: [],
      hidden: [],
      unseen: [],
    })
  }

  async readText(path: string): Promise<string> {
    const { found, bytes } = await this.#readBack.read(path)
    if (!bytes) throw new Refusal(`it is ${found}`)
    return utf8Text(bytes)
  }

  async open(path: string): Promise<OpenedFile> {
    const size = await this.#size(path)
    if (size === undefined) throw new Refusal('it is missing')
    return { bytes: size, content: this.#content(path) }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  async #size(path: string): Promise<number | undefined> {
    try {
      return (await this.#written.disk.stat(this.#written.at(path)))?.size
    } catch (error) {
      throw refused(error)
    }
  }

  async *#content(path: string): AsyncIterable<Uint8Array> {
    try {
      yield* this.#readBack.content(path)
    } catch (error) {
      throw refused(error)
    }
  }
}

/** That a file cannot be read is a loss of its own. */
const refused = (error: unknown): unknown => (systemCode(error) === '' ? error : new Refusal('it cannot be read', { cause: error }))
