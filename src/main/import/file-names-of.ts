import { linkKey } from '../../shared/text/link-key.ts'
import type { FileNames } from '../export/property-values.ts'

/** A file and the record that stands behind it. */
export interface NamedFile {
  readonly id: string
  /** From the root, with its ending. */
  readonly path: string
  /** Its name without folder and ending. */
  readonly stem: string
  readonly title: string
  readonly aliases: readonly string[]
}

/** What the files of an import or export are called, and their records. Of two files of one name the first is meant by the bare name. */
export function fileNamesOf(files: Iterable<NamedFile>): FileNames {
  const names = new NamedFiles()
  for (const file of files) names.add(file)
  return names
}

export class NamedFiles implements FileNames {
  readonly #byName = new Map<string, { readonly file: NamedFile; readonly isTitle: boolean }>()
  readonly #byStem = new Map<string, NamedFile>()
  readonly #byPath = new Map<string, NamedFile>()
  // functions, because they are handed on by themselves
  readonly fileOf = (name: string) => this.#named(name)?.stem
  readonly titleOf = (stem: string) => this.#byStem.get(stem)?.title
  readonly pathOf = (name: string) => this.#named(name)?.path.normalize('NFC')
  readonly titleAt = (path: string) => this.#byPath.get(path.normalize('NFC'))?.title

  add(file: NamedFile): void {
    if (!this.#byStem.has(file.stem)) this.#byStem.set(file.stem, file)
    this.#byPath.set(file.path.normalize('NFC'), file)
    for (const [index, name] of [file.title, ...file.aliases].entries()) {
      const key = linkKey(name)
      const isTitle = index === 0
      const there = this.#byName.get(key)
      // as links resolve: a title before an alias, then the older record
      const isBefore = !there || (isTitle && !there.isTitle) || (isTitle === there.isTitle && file.id < there.file.id)
      if (isBefore) this.#byName.set(key, { file, isTitle })
    }
  }

  #named(name: string): NamedFile | undefined {
    return this.#byName.get(linkKey(name))?.file
  }
}
