/** The list of an export's files, which lies beside them: by it a later export knows what is its own. */
import { z } from '../../shared/model/zod.ts'
import { byCodeUnit } from './yaml-writer.ts'

export const MANIFEST = '.rapporteur-export.json'
export const FORMAT = 'rapporteur-export'
const VERSION = 1

/** One folder a kind, and one for the files of records; paths are written with `/`. Nothing else is ever touched. */
const filePath = z
  .string()
  .regex(/^(?:(?:Contacts|Countries|Notes|Meetings|Studies)\/[^/\\\p{Cc}]{1,250}\.md|attachments\/(?!\.{1,2}$)[^/\\\p{Cc}]{1,250})$/u)
const manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The workspace's id. */
  workspace: z.string(),
  /** SHA-256 of each file. */
  files: z.record(filePath, z.string().regex(/^[0-9a-f]{64}$/)),
})
export type Manifest = z.output<typeof manifest>

export function writeManifest(workspace: string, files: ReadonlyMap<string, string>): string {
  const sorted = Object.fromEntries([...files].toSorted(([a], [b]) => byCodeUnit(a, b)))
  return `${JSON.stringify({ format: FORMAT, version: VERSION, workspace, files: sorted }, null, 1)}\n`
}

/** Undefined when the text is no manifest of this version. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return manifest.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
