/** Where a host writes its log. Entries carry no text of records. */
export interface LogEntry {
  readonly message: string
  readonly [detail: string]: unknown
}

export interface Log {
  error(entry: LogEntry): void
  info(entry: LogEntry): void
}
