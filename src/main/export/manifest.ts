/** The list of an export's files, which lies beside them: by it a later export knows what is its own. */
import { classification, type Classification } from '../../shared/model/common.ts'
import { exportOptions } from '../../shared/model/export-options.ts'
import { z } from '../../shared/model/zod.ts'
import { folderNameProblem } from '../services/folders/folder-name.ts'
import { isFileOfRecord } from './attachment-files.ts'
import { ENDING } from './file-names.ts'
import { EVERYTHING } from './scope.ts'

export const MANIFEST = '.rapporteur-export.json'
export const FORMAT = 'rapporteur-export'
const VERSION = 2
/** Folders above a file, and the file. */
const DEEPEST = 3

export const fileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Where an export may have written: below its folder, markdown or a file of a record. Nothing else is ever touched. */
export const filePath = z.string().refine((path) => {
  const parts = path.split('/')
  if (parts.length > DEEPEST || parts.some((part) => folderNameProblem(part) !== undefined)) return false
  return path.endsWith(ENDING) || isFileOfRecord(path)
})

const manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The workspace's id. */
  workspace: z.string(),
  /** Which records it is of; see `scope.ts`. */
  scope: z.string(),
  options: exportOptions,
  /** The highest classification among the records. */
  level: classification,
  /** SHA-256 of each file. */
  files: z.record(filePath, fileHash),
})
export type Manifest = z.output<typeof manifest>

/** What a list says besides its files and whose they are. */
export type ListSays = Pick<Manifest, 'options' | 'level'>

/** Of earlier releases: one folder a kind, paths as they were made then. Their exports of searches cannot be told from those of everything. */
const first = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  workspace: z.string(),
  files: z.record(
    z
      .string()
      .regex(/^(?:(?:Contacts|Countries|Notes|Meetings|Studies)\/[^/\\\p{Cc}]{1,250}\.md|attachments\/(?!\.{1,2}$)[^/\\\p{Cc}]{1,250})$/u),
    fileHash,
  ),
})

export function writeManifest({
  files,
  ...facts
}: Omit<Manifest, 'format' | 'version' | 'files'> & { readonly files: ReadonlyMap<string, string> }): string {
  const { workspace, scope, options, level } = facts
  const { layout, links, frontMatter, attachments, language, upTo, report } = options
  const inOrder = { layout, links, frontMatter, attachments, language, upTo, report }
  const head = JSON.stringify({ format: FORMAT, version: VERSION, workspace, scope, options: inOrder, level }, null, 1)
  // line by line: an object of so many keys costs several times as much
  const lines = [...files.keys()].toSorted().map((path) => `\n  ${JSON.stringify(path)}: "${files.get(path) ?? ''}"`)
  return `${head.slice(0, -2)},\n "files": {${lines.join(',')}${lines.length > 0 ? '\n }' : '}'}\n}\n`
}

/** What an update has to know of the export that lies in a folder. */
export interface EarlierExport extends Pick<Manifest, 'workspace' | 'scope' | 'files'> {
  /** Null for one of an earlier release. */
  readonly says: ListSays | null
  /** Of earlier releases everything left. */
  readonly upTo: Classification
}

/** Undefined when the text is no manifest of this version or an earlier one. */
export function readManifest(text: string): EarlierExport | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const old = first.safeParse(value).data
    if (old) return { ...old, scope: EVERYTHING.key, says: null, upTo: 'strictly confidential' }
    const found = manifest.safeParse(value).data
    if (!found) return undefined
    const { workspace, scope, files, options, level } = found
    return { workspace, scope, files, says: { options, level }, upTo: options.upTo }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
