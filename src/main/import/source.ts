/** What an import reads: a folder or a zip archive. Nothing of it is run, followed or written to. */
import { MANIFEST } from '../export/manifest.ts'
import { CHANGES } from '../export/mirror/ledger.ts'

export interface SourceListing {
  /** Markdown files by their paths from the root, written with `/`, sorted. */
  readonly files: readonly string[]
  /** Files of other kinds, in the same form. */
  readonly others: readonly string[]
  /** What is not read, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  /** Folders at the root whose names begin with a full stop: they tell which program wrote it. */
  readonly hidden: readonly string[]
  /** Files and folders that are passed over with all that is in them: settings of programs, and what systems leave behind. */
  readonly unseen: readonly string[]
}

export interface OpenedFile {
  readonly bytes: number
  /** To be read once and to its end, or not at all. */
  readonly content: AsyncIterable<Uint8Array>
}

export interface ImportSource {
  /** For reading by a person. */
  readonly location: string
  /** @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO, CANCELLED */
  list(signal?: AbortSignal): Promise<SourceListing>
  /** A markdown file that was listed. @throws Refusal when it cannot be taken, and AppError when all of it fails */
  readText(path: string): Promise<string>
  /** Any file that was listed. @throws Refusal, AppError */
  open(path: string): Promise<OpenedFile>
  close(): Promise<void>
}

/** A body of the longest kind in three-byte letters, and its front matter. */
export const MAX_FILE_BYTES = 20_000_000
export const MAX_TOTAL_BYTES = 2_000_000_000
export const MAX_FILES = 200_000
export const MAX_FOLDERS_DEEP = 32

/** Of an export and of a mirror: what they know of their own files. */
export const isOwnList = (name: string): boolean => name === MANIFEST || name === CHANGES

export const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path)
