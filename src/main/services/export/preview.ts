/** What an export would write: from columns alone, so that it is quick at any size. */
import type { ExportPreview } from '../../../shared/contract/export.ts'
import { highestOf } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { dropsOf } from '../../export/drops.ts'
import { countryNamesOf } from '../../export/entries.ts'
import { layoutOf } from '../../export/layout.ts'
import type { Scope } from '../../export/scope.ts'
import { withholding } from '../../export/withholding.ts'
import { compareText } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const MOST_FOLDERS = 200
const FIRST_NAMES = 5
/** Columns looked at between two turns of the event loop. */
const ROWS_AT_ONCE = 300

export async function previewOf({ workspace, index }: OpenWorkspace, { ids }: Scope, options: ExportOptions): Promise<ExportPreview> {
  const held = await withholding(workspace, options.upTo, { from: 'heads' })
  const countryNames =
    options.layout === 'country' ? await countryNamesOf(workspace, index.headsOf(index.rows('country')), options, held) : new Map()
  const folderOf = layoutOf(options, countryNames)
  const folders = new Map<string, { count: number; readonly first: string[] }>()
  const levels = new Set<Classification>()
  const withheld = { records: 0, passages: 0, files: 0 }
  let records = 0
  let files = 0
  const next = pacing(ROWS_AT_ONCE)
  for (const row of ids ? rowsOf(index, ids) : [...index.rows()]) {
    await next()
    const head = index.headAt(row)
    if (!head) continue
    if (held?.isAbove(head)) {
      withheld.records += 1
      withheld.files += head.attachments
      continue
    }
    records += 1
    files += head.attachments
    levels.add(head.classification)
    const path = folderOf(head)
    const folder = folders.get(path) ?? { count: 0, first: [] }
    folders.set(path, folder)
    folder.count += 1
    keepFirst(folder.first, held?.headOf(head).title ?? head.title)
  }
  const named = [...folders].toSorted(([a], [b]) => compareText(a, b))
  return {
    records,
    attachments: options.attachments ? files : 0,
    folders: named.slice(0, MOST_FOLDERS).map(([path, { count, first }]) => ({ path, count, first: first.map(safeName) })),
    moreFolders: Math.max(0, named.length - MOST_FOLDERS),
    level: highestOf(levels),
    withheld,
    drops: dropsOf(options, { records, files }),
  }
}

function* rowsOf(index: OpenWorkspace['index'], ids: ReadonlySet<string>): Iterable<number> {
  for (const id of ids) {
    const row = index.rowOf(id)
    if (row !== undefined) yield row
  }
}

/** The first in the order of names, without sorting thousands. */
function keepFirst(first: string[], title: string): void {
  const last = first.at(-1)
  if (first.length === FIRST_NAMES && last !== undefined && compareText(title, last) >= 0) return
  const at = first.findIndex((other) => compareText(title, other) < 0)
  first.splice(at === -1 ? first.length : at, 0, title)
  if (first.length > FIRST_NAMES) first.pop()
}
