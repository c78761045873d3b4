/** Callouts: quotations whose first line is `> [!type|more] Title`, as Obsidian writes them. Decisions are one type of ours. */
const CALLOUT = /^((?:[ \t]*>)+[ \t]*)\[!([A-Za-z][\w-]*)(?:\|([^[\]]*))?\][-+]?[ \t]*/

export interface Callout {
  /** Lower case. */
  readonly type: string
  readonly tone: CalloutTone
  /** Length of what stands before `[!type]`. */
  readonly markFrom: number
  /** What stands behind the bar; empty without one. */
  readonly meta: string
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
  const [whole, before = '', name = '', meta = ''] = match
  const type = name.toLowerCase()
  return { type, tone: calloutTone(type), markFrom: before.length, meta: meta.trim(), titleFrom: whole.length }
}
