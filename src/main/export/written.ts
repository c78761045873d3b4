/** An export that is written but not in place yet: what is read back and compared. */
import type { ExportReport } from '../../shared/contract/jobs.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { WorkspaceInfo } from '../workspace/port.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import type { Entry } from './entries.ts'
import type { ExportDisk } from './export-disk.ts'
import type { FileNames } from './property-values.ts'
import type { Withheld } from './withheld-record.ts'

export interface WrittenExport extends Pick<ExportReport, 'level' | 'withheld' | 'drops'> {
  /** As the report names them. */
  readonly damaged: readonly string[]
  readonly disk: ExportDisk
  readonly options: ExportOptions
  readonly workspace: WorkspaceInfo & { readonly revision: number }
  /** The key of the scope; no words of a search are in it. */
  readonly scope: string
  /** SHA-256 by path, as the list of files will have them. */
  readonly files: ReadonlyMap<string, string>
  /** Where the bytes of a file lie now: aside, or in the target when they were right already. */
  at(path: string): string
  /** What was rendered, by id, each in the version that leaves. Damaged records are not among them, though an earlier file of one may stay. */
  readonly records: readonly Entry[]
  /** What an entry was rendered of: its version, without what is withheld. */
  expected(entry: Entry): Promise<Withheld | undefined>
  readonly names: FileNames
  readonly attached: AttachmentFiles
  readonly countryNames: ReadonlyMap<string, string>
  readonly target: { readonly folder: string; readonly holds: 'missing' | 'nothing' | 'earlier' }
  /** Files of an earlier export that go. */
  readonly removes: ReadonlySet<string>
}
