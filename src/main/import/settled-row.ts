/** What becomes of one file, before its text is looked at again. */
import type { Kind } from '../../shared/model/common.ts'
import type { ImportAction } from '../../shared/model/import-mapping.ts'
import type { FileBrief } from './file-brief.ts'
import type { TakenAs } from './foreign-properties.ts'

/** The record that is there, and how it was recognised. */
export interface Like {
  readonly by: 'id' | 'title' | 'content'
  readonly id: string
  readonly kind: Kind
  readonly title: string
}

export interface SettledRow {
  readonly brief: FileBrief
  /** How the mapping takes it; of a file of ours the kind only. */
  readonly as: TakenAs
  readonly action: ImportAction
  /** The actions that a person may choose, this one too. */
  readonly choices: readonly ImportAction[]
  readonly kind: Kind
  readonly title: string
  readonly aliases: readonly string[]
  /** Of the record that is there; empty for one that is to be made and has no id yet. */
  readonly id: string
  readonly like: Like | null
  /** Records that may be this one already: to be compared with what the file says. */
  readonly candidates: readonly string[]
  /** Why it is refused; goes on from "was left out: ". */
  readonly reason: string
  /** What was settled, as sentences. */
  readonly remarks: readonly string[]
}

/** What a comparison with a record found. */
export interface Compared {
  /** The record that it was found alike, or the first that it was compared with. */
  readonly id: string
  /** Its revision then. */
  readonly rev: number
  /** `text`: title and text are the same, and other fields differ. */
  readonly verdict: 'same' | 'text' | 'differs'
  /** The file was written from the record as it stands now, and edited since. */
  readonly isForward: boolean
  /** The file says a lower classification than the record has. */
  readonly lowers: boolean
  /** The record came in without a part itself. */
  readonly isPart: boolean
  /** Why the record may not take what the file says; empty when it may. */
  readonly blocked: string
}
