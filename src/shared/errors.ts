/**
 * The closed list of failure codes that may cross the contract, and their wire form.
 *
 * Callers switch over `code` exhaustively. `message` is one English sentence for logs, the CLI and as the last resort
 * of the interface: it says what happened, what was kept and what the person can do. The interface words the failure
 * in the reader's language from `code` and `details`.
 */
export const errorCodes = [
  /** The input does not fit its schema. `details.issues` names each field. Nothing was changed. */
  'INVALID_INPUT',
  /** No method of that name is in the contract. */
  'UNKNOWN_METHOD',
  /** The record (folder handle, job, commit) does not exist or was erased. */
  'NOT_FOUND',
  /** `baseRev` is stale. `details.current` holds the record as it stands; the caller's draft was not applied. */
  'CONFLICT',
  /** Another record bears this title or alias. `details.other` names it. */
  'TITLE_TAKEN',
  /** The record is an adopted text: it changes by corrigendum only. */
  'ADOPTED',
  /** No workspace is open. */
  'NO_WORKSPACE',
  /** Another process holds the workspace. `details.owner` says who and since when. */
  'LOCKED',
  /** The workspace's files are damaged; nothing was written. `details` says which file and what is wrong. */
  'DAMAGED',
  /** The workspace was written by a newer version of the application. */
  'NEWER_FORMAT',
  /**
   * Windows hold what could not be saved; nothing was closed. `details.unsaved` lists it (`{id, title, reason}`),
   * `details.silent` counts windows that did not answer.
   */
  'UNSAVED',
  /** The folder holds no workspace. */
  'NOT_A_WORKSPACE',
  /** The folder is not empty and is not what was expected there. */
  'NOT_EMPTY',
  /** The disk is full; the command was refused and nothing was changed. */
  'DISK_FULL',
  /** The folder or disk cannot be written to. */
  'READ_ONLY',
  /** The operating system refused access. */
  'NO_PERMISSION',
  /** The folder, file or disk has gone. */
  'MISSING',
  /** Any other failure of the disk; the workspace was made read-only. */
  'IO',
  /** The command cannot be undone any more; `message` says why. */
  'NOT_UNDOABLE',
  /** The caller stopped the job. */
  'CANCELLED',
  /** This host cannot do that (see capabilities). */
  'UNSUPPORTED',
  /** The connection to the host is gone. */
  'DISCONNECTED',
  /** A defect. `details.correlationId` finds its stack in the log. */
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** JSON that an error may carry. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** One field that was refused: `path` such as `posts.0.from`, `problem` a stable word, `message` an English sentence. */
export interface FieldIssue {
  readonly path: string
  readonly problem: string
  readonly message: string
}

/** The wire form of a failure: a plain value, because Electron drops custom properties of rejected promises. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/** An expected failure. Everything else that is thrown is a defect and becomes `INTERNAL` in the router. */
export class AppError extends Error {
  override readonly name = 'AppError'
  // plain fields: Node runs this file with its types stripped, and parameter properties cannot be stripped
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }

  /** The form that crosses a transport. */
  toWire(): WireError {
    return { code: this.code, message: this.message, details: this.details }
  }

  /** The inverse of {@link toWire}. */
  static fromWire(wire: WireError): AppError {
    return new AppError(wire.code, wire.message, wire.details)
  }
}
