/** What a property said before and after, as pieces with the difference marked. Pure. */
import type { TextPiece } from '../../../shared/contract/history.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { attachmentChanges } from '../../../shared/model/attachment-changes.ts'
import { listChanges } from '../records/list-changes.ts'
import { NOTHING, readableEntry, readableValue, type ValueWords } from '../records/readable-value.ts'

export interface PieceWords extends ValueWords {
  readonly unchanged: (count: number) => string
  readonly reordered: string
}

type Line = readonly TextPiece[]
const piece = (change: TextPiece['change'], text: string): TextPiece => ({ change, text, lines: 0 })
const added = (text: string): Line => [piece('added', `+ ${text}`)]
const removed = (text: string): Line => [piece('removed', `− ${text}`)]
const became = (before: string, after: string): Line => [piece('removed', before), piece('same', ' → '), piece('added', after)]
const onLines = (lines: readonly Line[]): TextPiece[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [piece('same', '\n'), ...line]))

function filePieces(before: readonly Attachment[], after: readonly Attachment[]): Line[] {
  const changes = attachmentChanges(before, after)
  return [...changes.added.map(added), ...changes.removed.map(removed), ...changes.renamed.map(({ from, to }) => became(from, to))]
}

function listPieces(field: string, before: readonly unknown[], after: readonly unknown[], words: PieceWords): TextPiece[] {
  const { changes, unchanged } = listChanges(before, after)
  const entry = (value: unknown) => readableEntry(field, value, words)
  const lines =
    field === 'attachments'
      ? filePieces(before as readonly Attachment[], after as readonly Attachment[])
      : changes.map((change) =>
          change.before === null
            ? added(entry(change.after))
            : change.after === null
              ? removed(entry(change.before))
              : became(entry(change.before), entry(change.after)),
        )
  if (lines.length === 0) return [piece('same', words.reordered)]
  return onLines(unchanged > 0 ? [...lines, [piece('same', words.unchanged(unchanged))]] : lines)
}

export function valuePieces(field: string, before: unknown, after: unknown, words: PieceWords): TextPiece[] {
  if (Array.isArray(before) && Array.isArray(after)) return listPieces(field, before, after, words)
  const side = (change: TextPiece['change'], value: unknown): Line[] => {
    const text = readableValue(field, value, words)
    return text === NOTHING ? [] : [[piece(change, text)]]
  }
  return onLines([...side('removed', before), ...side('added', after)])
}
