/** Callouts: quotations whose first line is `> [!type] Title`, as Obsidian writes them. Decisions are one type of ours. */
const CALLOUT = /^((?:[ \t]*>)+[ \t]*)\[!([A-Za-z][\w-]*)\][-+]?[ \t]*/

export interface Callout {
  /** Lower case. */
  readonly type: string
  readonly tone: CalloutTone
  /** Length of what stands before `[!type]`. */
  readonly markFrom: number
  /** Offset of the title. */
  readonly titleFrom: number
}

export type CalloutTone = 'decision' | 'warning' | 'note'

const WARNINGS: ReadonlySet<string> = new Set([
  'warning',
  'caution',
  'attention',
  'danger',
  'error',
  'failure',
  'fail',
  'missing',
  'bug',
  'important',
])

export const calloutTone = (type: string): CalloutTone => (type === 'decision' ? 'decision' : WARNINGS.has(type) ? 'warning' : 'note')

/** Reads the first line of a quotation; undefined when it opens no callout. */
export function readCallout(line: string): Callout | undefined {
  const match = CALLOUT.exec(line)
  if (!match) return undefined
  const [whole, before = '', name = ''] = match
  const type = name.toLowerCase()
  return { type, tone: calloutTone(type), markFrom: before.length, titleFrom: whole.length }
}
