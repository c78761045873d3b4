/** How links outside call records: which file a name means, and the other way round. */
import { posix } from 'node:path'
import { ENDING } from './file-names.ts'
import type { FileNames } from './property-values.ts'

/** The file of one record. */
export interface NamedFile {
  readonly title: string
  /** The name of the file, without ending; no two files of an export share one. */
  readonly stem: string
  /** From the root of the export, written with `/`. */
  readonly path: string
}

/** What knows the files of the records that leave. */
export interface NameSource {
  /** The record that `name` means as a link; undefined when it means none, or one that does not leave. */
  fileOf(name: string): NamedFile | undefined
  byStem(stem: string): NamedFile | undefined
}

export const recordNames = (source: NameSource): FileNames => ({
  fileOf: (name) => source.fileOf(name)?.stem,
  titleOf: (stem) => source.byStem(stem)?.title,
  pathOf: (name) => source.fileOf(name)?.path,
  titleAt: (path) => {
    const written = path.normalize('NFC')
    const file = source.byStem(posix.basename(written, ENDING))
    return file?.path === written ? file.title : undefined
  },
})
