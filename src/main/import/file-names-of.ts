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
  const byName = new Map<string, { readonly file: NamedFile; readonly isTitle: boolean }>()
  const byStem = new Map<string, NamedFile>()
  const byPath = new Map<string, NamedFile>()
  for (const file of files) {
    if (!byStem.has(file.stem)) byStem.set(file.stem, file)
    byPath.set(file.path.normalize('NFC'), file)
    for (const [index, name] of [file.title, ...file.aliases].entries()) {
      const key = linkKey(name)
      const isTitle = index === 0
      const there = byName.get(key)
      // as links resolve: a title before an alias, then the older record
      if (!there || (isTitle && !there.isTitle) || (isTitle === there.isTitle && file.id < there.file.id))
        byName.set(key, { file, isTitle })
    }
  }
  const named = (name: string) => byName.get(linkKey(name))?.file
  return {
    fileOf: (name) => named(name)?.stem,
    titleOf: (stem) => byStem.get(stem)?.title,
    pathOf: (name) => named(name)?.path.normalize('NFC'),
    titleAt: (path) => byPath.get(path.normalize('NFC'))?.title,
  }
}
