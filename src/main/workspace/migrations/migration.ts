/** A JSON object as it stands in a file. */
export type RawObject = Readonly<Record<string, unknown>>

/** One step from the version before it to version `to`: pure functions on the raw JSON, which may hold anything. */
export interface Migration {
  readonly to: number
  manifest(raw: RawObject): RawObject
  record(raw: RawObject): RawObject
}

export const isRawObject = (value: unknown): value is RawObject => typeof value === 'object' && value !== null && !Array.isArray(value)
