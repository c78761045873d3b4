/** What an export would write: from columns alone, so that it is quick at any size. */
import type { ExportPreview } from '../../../shared/contract/export.ts'
import { AppError } from '../../../shared/errors.ts'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { dropsOf } from '../../export/drops.ts'
import { countryNamesOf } from '../../export/entries.ts'
import { layoutOf, placeKey } from '../../export/layout.ts'
import type { Scope } from '../../export/scope.ts'
import { withholding } from '../../export/withholding.ts'
import { compareText } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const MOST_FOLDERS = 200
const FIRST_NAMES = 5
/** Columns looked at between two turns of the event loop. */
const ROWS_AT_ONCE = 300

/** Records that lie in one folder in every layout and are of one level. */
interface Group {
  /** The first in the order of their titles, at least one. */
  readonly first: RecordHead[]
  count: number
  files: number
}

type Open = Pick<OpenWorkspace, 'workspace' | 'index'>

/** Those of the scope that was asked for last: a person tries one choice after another. */
const kept = new WeakMap<
  OpenWorkspace['index'],
  { readonly version: number; readonly ids: Scope['ids']; readonly groups: readonly Group[] }
>()

/** @throws AppError CANCELLED */
export async function previewOf(open: Open, { ids }: Scope, options: ExportOptions, signal?: AbortSignal): Promise<ExportPreview> {
  const { workspace, index } = open
  const groups = await groupsOf(open, ids, signal)
  const mayLeave = groups.filter(({ first }) => isWithin(levelOf(first), options.upTo))
  // without a record that leaves there is nothing to be told
  const held = mayLeave.length > 0 ? await withholding(workspace, options.upTo, { from: 'heads', signal }) : undefined
  const countryNames =
    options.layout === 'country' ? await countryNamesOf(workspace, index.headsOf(index.rows('country')), options, held) : new Map()
  const folderOf = layoutOf(options, countryNames)
  const folders = new Map<string, { count: number; readonly first: string[] }>()
  for (const { first, count } of mayLeave) {
    const [any] = first
    const path = any ? folderOf(any) : ''
    const folder = folders.get(path) ?? { count: 0, first: [] }
    folders.set(path, folder)
    folder.count += count
    for (const head of first) keepFirst(folder.first, held?.headOf(head).title ?? head.title, (title) => title)
  }
  const named = [...folders].toSorted(([a], [b]) => compareText(a, b))
  const [leaving, all] = [sumOf(mayLeave), sumOf(groups)]
  return {
    records: leaving.records,
    attachments: options.attachments ? leaving.files : 0,
    folders: named.slice(0, MOST_FOLDERS).map(([path, { count, first }]) => ({ path, count, first: first.map(safeName) })),
    moreFolders: Math.max(0, named.length - MOST_FOLDERS),
    level: highestOf(mayLeave.map(({ first }) => levelOf(first))),
    withheld: { records: all.records - leaving.records, passages: 0, files: all.files - leaving.files },
    mayWithhold: held !== undefined,
    drops: dropsOf(options, leaving),
  }
}

const levelOf = ([any]: readonly RecordHead[]) => any?.classification ?? 'public'

function sumOf(groups: readonly Group[]): { readonly records: number; readonly files: number } {
  let records = 0
  let files = 0
  for (const group of groups) {
    records += group.count
    files += group.files
  }
  return { records, files }
}

async function groupsOf({ index }: Open, ids: Scope['ids'], signal: AbortSignal | undefined): Promise<readonly Group[]> {
  const { version } = index
  const before = kept.get(index)
  if (before?.version === version && isSame(before.ids, ids)) return before.groups
  const groups = new Map<string, Group>()
  const next = pacing(ROWS_AT_ONCE)
  for (const row of ids ? rowsOf(index, ids) : [...index.rows()]) {
    await next()
    if (signal?.aborted) throw new AppError('CANCELLED', 'The preview was stopped: another one was asked for, or none any more.')
    const head = index.headAt(row)
    if (!head) continue
    const key = `${head.classification} ${placeKey(head)}`
    const group = groups.get(key) ?? { first: [], count: 0, files: 0 }
    groups.set(key, group)
    group.count += 1
    group.files += head.attachments
    keepFirst(group.first, head, ({ title }) => title)
  }
  const found = [...groups.values()]
  if (index.version === version) kept.set(index, { version, ids, groups: found })
  return found
}

function isSame(a: Scope['ids'], b: Scope['ids']): boolean {
  if (a === b || a === undefined || b === undefined || a.size !== b.size) return a === b
  for (const id of a) if (!b.has(id)) return false
  return true
}

function* rowsOf(index: OpenWorkspace['index'], ids: ReadonlySet<string>): Iterable<number> {
  for (const id of ids) {
    const row = index.rowOf(id)
    if (row !== undefined) yield row
  }
}

/** The first in the order of their titles, without sorting thousands. */
function keepFirst<T>(first: T[], one: T, titleOf: (one: T) => string): void {
  const title = titleOf(one)
  const last = first.at(-1)
  if (first.length === FIRST_NAMES && last !== undefined && compareText(title, titleOf(last)) >= 0) return
  const at = first.findIndex((other) => compareText(title, titleOf(other)) < 0)
  first.splice(at === -1 ? first.length : at, 0, one)
  if (first.length > FIRST_NAMES) first.pop()
}
