/** What the entries of an archive say of themselves. */
import { Entry } from 'yauzl'

/** Text shrinks to a fifth, the most regular of it to a hundredth; only a bomb inflates more, and only large ones hurt. */
export const MAX_RATIO = 250
const RATIO_MATTERS_FROM = 5_000_000

const UNIX = 3
const LINK_MODE = 0o120_000
const TYPE_OF_MODE = 0o170_000

export interface FoundEntry {
  readonly path: string
  readonly entry: Entry
}

/** Why the content of an entry cannot be taken; undefined when it can. */
export function contentProblem(entry: Entry): string | undefined {
  const mode = entry.externalFileAttributes >>> 16
  if (entry.versionMadeBy >>> 8 === UNIX && (mode & TYPE_OF_MODE) === LINK_MODE) return 'it is a link to another place'
  if (entry.isEncrypted()) return 'it is encrypted; unpack the archive, then import the folder'
  if (!entry.canDecodeFileData()) return 'it is packed in a way that is not known here; unpack the archive, then import the folder'
  if (entry.uncompressedSize > RATIO_MATTERS_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
    return 'it claims to inflate beyond measure'
  return undefined
}

/** An archive of one folder is that folder: `Vault/` with `.obsidian` in it. */
export function oneTopFolder(found: readonly FoundEntry[]): string {
  const [first] = found
  const end = first ? first.path.indexOf('/') : -1
  if (!first || end === -1) return ''
  const top = first.path.slice(0, end + 1)
  return found.every(({ path }) => path.startsWith(top)) ? top : ''
}

/** What reading it needs, without the names and comments of a hundred thousand entries. */
export function slim(entry: Entry): Entry {
  const { compressedSize, compressionMethod, crc32: crc, generalPurposeBitFlag, relativeOffsetOfLocalHeader, uncompressedSize } = entry
  return Object.assign(Object.create(Entry.prototype) as Entry, {
    compressedSize,
    compressionMethod,
    crc32: crc,
    generalPurposeBitFlag,
    relativeOffsetOfLocalHeader,
    uncompressedSize,
  })
}
