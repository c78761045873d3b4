/** The records of a scope, as they stand now. */
import type { ExportScope } from '../../../shared/contract/export.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { scopeKey, type Scope } from '../../export/scope.ts'
import { idsOnCountryPage } from '../countries/country-page.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** Columns looked at between two turns of the event loop. */
const ROWS_AT_ONCE = 300

/** @throws AppError NOT_FOUND for a country that has no record */
export async function scopeOf(open: OpenWorkspace, scope: ExportScope): Promise<Scope> {
  return { key: scopeKey(scope), ids: await idsOf(open, scope) }
}

async function idsOf(open: OpenWorkspace, scope: ExportScope): Promise<ReadonlySet<string> | undefined> {
  switch (scope.what) {
    case 'everything':
      return undefined
    case 'records':
      return new Set(scope.ids)
    case 'country':
      return new Set(await idsOnCountryPage(open, countryRecord(open, scope.code)))
    case 'list':
      return idsAt(open, (await open.lists.result(scope.query)).rows)
    case 'search':
      // when every record can be found: a part of what was asked for would look like all of it
      return idsAt(open, await (await open.search()).searcher.rows(scope.text, scope.filters))
  }
}

function countryRecord({ index }: OpenWorkspace, code: string): HeadOf<'country'> {
  const head = index.country(code)
  if (head?.kind === 'country') return head
  throw new AppError('NOT_FOUND', 'The country has no record of its own any more. Nothing was exported; look for it under Countries.', {
    code,
  })
}

async function idsAt({ workspace }: OpenWorkspace, rows: Iterable<number>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  const next = pacing(ROWS_AT_ONCE)
  for (const row of rows) {
    await next()
    const head = workspace.headAt(row)
    if (head) ids.add(head.id)
  }
  return ids
}
