/** The sentences of what an open workspace refuses. */
import { AppError } from '../../shared/errors.ts'
import type { ReadOnlyReason } from './port.ts'
import type { Clash } from './record-view.ts'

const whyReadOnly: Readonly<Record<ReadOnlyReason, string>> = {
  newerFormat:
    'The workspace was written by a newer version of Rapporteur and is open for reading only. Update the application to change it.',
  permission:
    'The folder of the workspace cannot be written to, so it is open for reading only. Ask for the right to write it, then open it again.',
  ioError: 'The disk failed earlier, so the workspace takes no changes. Everything saved before is kept; open the workspace again.',
  damaged: 'The workspace is damaged and is open for reading only. Salvage what can be read or restore a backup to change it.',
}

export const readOnlyError = (reason: ReadOnlyReason): AppError =>
  new AppError('READ_ONLY', `${whyReadOnly[reason]} Nothing was changed.`, { reason })

export const closedError = (): AppError => new AppError('NO_WORKSPACE', 'The workspace was closed. Nothing was changed.')

export const damagedRecord = (id: string, title: string, reason: string): AppError =>
  new AppError(
    'DAMAGED',
    `“${title}” cannot be read: its place on the disk is damaged. ${reason} Nothing was changed; restore an older version or a backup.`,
    { id, title, reason },
  )

export const damagedSegment = (reason: string): AppError =>
  new AppError(
    'DAMAGED',
    `Tidying up found damage. ${reason} It was given up, and nothing was changed; open the workspace again to have all of it looked at, or restore a backup.`,
    { reason },
  )

export function titleTaken({ record, other, claim }: Clash): AppError {
  const isCode = claim.startsWith('code:')
  const subject = isCode ? `The country code ${claim.slice('code:'.length)}` : `A title or alias of “${record.title}”`
  return new AppError('TITLE_TAKEN', `${subject} already belongs to “${other.title}”. Nothing was changed; choose another.`, {
    other: { id: other.id, kind: other.kind, title: other.title },
    record: record.id,
    field: isCode ? 'code' : 'title',
  })
}
