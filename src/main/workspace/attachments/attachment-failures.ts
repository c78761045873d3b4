/** What can go wrong with an attached file, in sentences. */
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../shared/model/attachment-name.ts'
import { systemCode } from '../file-system.ts'

const NOT_ADDED = 'The file was not added and nothing was changed'

export const tooLarge = (): AppError =>
  new AppError(
    'INVALID_INPUT',
    `A file of a record has at most ${MAX_ATTACHMENT_BYTES / 1_000_000} MB. ${NOT_ADDED}; keep large files in a folder of their own.`,
    { problem: 'tooLarge' },
  )

export const noRoom = (): AppError =>
  new AppError('DISK_FULL', `There is not enough room on the disk for this file. ${NOT_ADDED}; free some space, then add it again.`)

export const changedWhileRead = (): AppError =>
  new AppError('INVALID_INPUT', `The file changed while it was read. ${NOT_ADDED}; add it again when nothing writes into it.`, {
    problem: 'changed',
  })

export const isFolder = (): AppError =>
  new AppError('INVALID_INPUT', `That is a folder, and only files can be added. ${NOT_ADDED}; choose the files in it.`, {
    problem: 'folder',
  })

export const contentMissing = (): AppError =>
  new AppError(
    'MISSING',
    'The content of this file is no longer in the folder of the workspace. The record is kept; add the file again, or restore a backup.',
  )

export const contentDamaged = (): AppError =>
  new AppError(
    'DAMAGED',
    'The content of this file was changed or damaged on the disk. It is not used; add the file again, or restore a backup.',
  )

export const contentUnreadable = (system: string, cause: unknown): AppError =>
  new AppError(
    'IO',
    `The disk failed while the content of this file was read (${system}). The record is kept; copy the workspace to a sound disk, or restore a backup.`,
    { system },
    { cause },
  )

type Verdicts = Readonly<Record<string, readonly [ErrorCode, string]>>

/** Of the disk that holds the workspace. */
const writing: Verdicts = {
  ENOSPC: ['DISK_FULL', `The disk is full. ${NOT_ADDED}; free some space, then add it again.`],
  EDQUOT: ['DISK_FULL', `The room you may use on this disk is full. ${NOT_ADDED}; free some space, then add it again.`],
  EROFS: ['READ_ONLY', `The disk of the workspace cannot be written to. ${NOT_ADDED}.`],
  EACCES: ['NO_PERMISSION', `The system refuses writing in the folder of the workspace. ${NOT_ADDED}; ask for the right to write it.`],
  EPERM: ['NO_PERMISSION', `The system refuses writing in the folder of the workspace. ${NOT_ADDED}; ask for the right to write it.`],
  EBUSY: ['NO_PERMISSION', `Another program holds the file. ${NOT_ADDED}; add it again in a moment.`],
  ENOENT: ['MISSING', `The folder of the workspace has gone: it was moved, removed or unplugged. ${NOT_ADDED}.`],
}

/** Of the disk that the file comes from. */
const reading: Verdicts = {
  ENOENT: ['MISSING', `The file is not there any more: it was moved, removed or its disk unplugged. ${NOT_ADDED}; choose it again.`],
  ENOTDIR: ['MISSING', `The file is not there any more: it was moved, removed or its disk unplugged. ${NOT_ADDED}; choose it again.`],
  ENODEV: ['MISSING', `The disk of the file has gone. ${NOT_ADDED}; connect it, then choose the file again.`],
  EACCES: ['NO_PERMISSION', `The system does not let this file be read. ${NOT_ADDED}; ask for the right to read it.`],
  EPERM: ['NO_PERMISSION', `The system does not let this file be read. ${NOT_ADDED}; ask for the right to read it.`],
  EISDIR: ['INVALID_INPUT', isFolder().message],
}

/** Of the place that a copy goes to. */
const saving: Verdicts = {
  ENOSPC: ['DISK_FULL', 'The disk is full. No copy was saved; free some space, or choose another disk.'],
  EDQUOT: ['DISK_FULL', 'The room you may use on this disk is full. No copy was saved; free some space, or choose another disk.'],
  EROFS: ['READ_ONLY', 'That disk cannot be written to. No copy was saved; choose another place.'],
  EACCES: ['NO_PERMISSION', 'The system refuses writing there. No copy was saved; choose another folder.'],
  EPERM: ['NO_PERMISSION', 'The system refuses writing there. No copy was saved; choose another folder.'],
  EBUSY: ['NO_PERMISSION', 'Another program holds a file of that name. No copy was saved; close it there, or choose another name.'],
  ENOENT: ['MISSING', 'That folder is not there any more. No copy was saved; choose another one.'],
}

const places = { writing, reading, saving } as const

/** Runs `work`; failures of the disk become sentences. What is said already stays as it is. */
export async function withAttachmentFailures<T>(doing: keyof typeof places, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const system = systemCode(cause)
    if (system === '') throw cause
    const what = doing === 'saving' ? 'No copy was saved' : NOT_ADDED
    const [code, message] = places[doing][system] ?? (['IO', `The disk failed (${system}). ${what}; try again on a sound disk.`] as const)
    throw new AppError(code, message, { system }, { cause })
  }
}
