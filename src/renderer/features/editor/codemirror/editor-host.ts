/** What the editor's extensions ask of the page around them: words, icons, dates, and the records behind links. */
import { Facet, type Text } from '@codemirror/state'
import type { LinkTarget, Suggestion } from '../../../../shared/contract/lists.ts'
import type { Attachment } from '../../../../shared/model/attachment.ts'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import type { Embed } from '../../../parts/attachments/embed-element.ts'
import type { Kind } from '../../../../shared/model/common.ts'
import type { Insert } from '../text/inserts.ts'
import type { Sought } from '../text-context.ts'
import type { WidgetIconName } from '../widget-icons.tsx'

export interface EditorWords {
  /** Title of a link to nothing. */
  readonly unresolved: string
  readonly taskOpen: string
  readonly taskDone: string
  readonly taskCancelled: string
  readonly decision: string
  readonly taken: (taken: Exclude<Taken, ''>) => string
  /** Of a table that is put in. */
  readonly tableHeading: (column: number) => string
  readonly insert: (insert: Insert) => string
  /** What tells an entry of the `/` menu further: its key, the number that it takes; empty for none. */
  readonly insertDetail: (insert: Insert) => string
  /** A deadline that was recognised, and how it is taken. */
  readonly offer: (date: string) => string
  /** Words name a day that no calendar has. */
  readonly missingDay: string
  readonly createNote: (title: string) => string
  readonly createContact: (title: string) => string
  readonly kind: (kind: Kind) => string
  readonly signifier: (kind: 'due' | 'overdue' | 'created' | 'done' | 'cancelled', date: string) => string
}

export interface EditorHost {
  readonly words: EditorWords
  /** A fresh copy of an icon's drawing. */
  icon(name: WidgetIconName): Node
  /** `2023-06-30` as the reader writes it. */
  formatDate(date: string): string
  /** The person's day, `YYYY-MM-DD`. */
  today(): string
  /** The day of the record (a meeting's, a note's), from which "next Friday" is reckoned: a full date, else the person's day. */
  day(): string
  /** Language of the text, as BCP 47 has it; empty when the record does not say. */
  language(): string
  /** Asks who is responsible for the action on the line of a place, and by when; the line becomes one first if it is none. */
  askAction(at: number, focus: 'responsible' | 'due'): void
  /** Asks for the number of the decision on the line of a place, and how it was taken; the line becomes one first. */
  askDecision(at: number): void
  /** What can stand in this text. */
  inserts(doc: Text): readonly Insert[]
  /** The person's day as the language of the text writes it. */
  todayInWords(): string
  /** Who is at the meeting, as a list of its text; empty where nobody is named, which is told. */
  attendanceList(): Promise<string>
  /** Open actions of the body's earlier meetings, as list items; empty where there are none, which is told. */
  mattersArising(): Promise<string>
  /** Makes the skeleton of the meeting's text. */
  makeSkeleton(): void
  /** Opens the record of that name. */
  follow(name: string): void
  /** Asks whether to open an address outside. */
  openAddress(address: string): void
  suggest(text: string, sought: Sought): Promise<readonly Suggestion[]>
  /** Makes a record of that title. When it fails the person is told, and the link stays as one to nothing. */
  create(kind: 'note' | 'contact', title: string): void
  /** A file of the record as it is shown in the text. */
  embed(attachment: Attachment, onResize: () => void): Embed
  /** The text shows a file that the record has not: says where it may be found. */
  showMissingFile(): void
  /** Opens a file of the record. */
  openAttachment(name: string): void
  /** Adds a file to the record; answers its name there, null when it was not added, which is told. */
  addFile(file: Blob, name: string): Promise<string | null>
  resolve(names: readonly string[]): Promise<readonly (LinkTarget | null)[]>
}

const missing = (): never => {
  throw new Error('The editor was made without its host.')
}

export const editorHost = Facet.define<EditorHost, () => EditorHost>({
  combine: (values) => {
    const host = values[0]
    return host ? () => host : missing
  },
})
