/** Which records leave, and what their files are called: known before a record is read. */
import type { WithheldCounts } from '../../shared/contract/jobs.ts'
import type { CountryOption } from '../../shared/contract/lists.ts'
import { highestOf } from '../../shared/model/classification-level.ts'
import type { Classification, Kind } from '../../shared/model/common.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { countryOptions } from '../services/countries/country-options.ts'
import { ownCountries } from '../services/countries/own-countries.ts'
import { LinkNames } from '../services/link-names.ts'
import type { Workspace } from '../workspace/port.ts'
import { fileNamesInSteps } from './file-names.ts'
import { layoutOf, pathOf } from './layout.ts'
import type { FileNames } from './property-values.ts'
import { recordNames, type NamedFile } from './record-names.ts'
import type { Scope } from './scope.ts'
import { slices } from './slices.ts'
import type { Withholding } from './withholding.ts'

/** As much of a record as its file's name needs: of hundreds of thousands, columns would fill the memory. */
export interface Entry extends NamedFile {
  readonly id: string
  readonly kind: Kind
  /** What leaves is this version, whatever is saved while the export is written. */
  readonly rev: number
  readonly attachments: number
}

export interface Entries {
  /** By id. */
  readonly entries: readonly Entry[]
  readonly names: FileNames
  /** What countries are called in the language of the export, by code; empty where nothing needs it. */
  readonly countryNames: ReadonlyMap<string, string>
  readonly level: Classification
  /** Of whole records; `passages` is not known here. */
  readonly withheld: WithheldCounts
  /** The ids of all records above the level, in the scope or not, in the trash or not. */
  readonly secret: ReadonlySet<string>
}

/** So often it is begun anew, with pauses, when something is saved meanwhile. */
const PATIENCE = 3

/** The records of a scope that are not in the trash and within the level, as of one revision. `held`: undefined when nothing is above it. */
export async function entriesOf(
  workspace: Workspace,
  scope: Scope,
  options: ExportOptions,
  held: Withholding | undefined,
): Promise<Entries> {
  const countryNames = needsCountryNames(options)
    ? await countryNamesOf(workspace, workspace.heads(), options, held)
    : new Map<string, string>()
  for (let attempt = 1; ; attempt++) {
    const { revision } = workspace
    const steps = gathered(workspace, scope, options, held, countryNames)
    const next = slices()
    let step = steps.next()
    while (!step.done) {
      const pause = attempt <= PATIENCE ? next() : undefined
      if (pause) await pause
      step = steps.next()
    }
    if (workspace.revision === revision) return step.value
  }
}

/** Yields between small steps. */
function* gathered(
  workspace: Workspace,
  { ids }: Scope,
  options: ExportOptions,
  held: Withholding | undefined,
  countryNames: ReadonlyMap<string, string>,
): Generator<void, Entries, void> {
  const folderOf = layoutOf(options, countryNames)
  const links = new LinkNames()
  const found: (Omit<Entry, 'stem' | 'path'> & { readonly folder: string })[] = []
  const levels = new Set<Classification>()
  const secret = new Set<string>()
  let records = 0
  let files = 0
  for (const untold of workspace.heads()) {
    yield
    const isSecret = held?.isAbove(untold) === true
    if (isSecret) secret.add(untold.id)
    if (untold.trashedAt !== '') continue
    const isWanted = !ids || ids.has(untold.id)
    if (isSecret) {
      records += isWanted ? 1 : 0
      files += isWanted ? untold.attachments : 0
      continue
    }
    const head = held?.headOf(untold) ?? untold
    // a link to a record that does not come along means no other one
    links.add(head)
    if (!isWanted) continue
    const { id, kind, title, rev, attachments } = head
    levels.add(head.classification)
    found.push({ id, kind, title, rev, attachments, folder: folderOf(head) })
  }
  const leaving = ids && new Set(found.map(({ id }) => id))
  const isOthers = (name: string) => {
    const other = leaving && links.resolve(name)
    return other !== undefined && leaving?.has(other) === false
  }
  const stems = yield* fileNamesInSteps(found, isOthers)
  const byId = new Map<string, Entry>()
  for (const { folder, ...entry } of found.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    yield
    const stem = stems.get(entry.id) ?? entry.id
    byId.set(entry.id, { ...entry, stem, path: pathOf(folder, stem) })
  }
  const entries = [...byId.values()]
  return { entries, names: namesOf(byId, links), countryNames, level: highestOf(levels), withheld: { records, passages: 0, files }, secret }
}

export const needsCountryNames = ({ layout, frontMatter }: ExportOptions) => layout === 'country' || frontMatter === 'none'

/** By code. Of the records of countries above the level nothing is used, not even what they are called. */
export async function countryNamesOf(
  workspace: Workspace,
  heads: Iterable<RecordHead>,
  { language }: ExportOptions,
  held: Withholding | undefined,
): Promise<ReadonlyMap<string, string>> {
  const own: RecordHead[] = []
  for (const head of heads) if (head.kind === 'country' && head.trashedAt === '' && !held?.isAbove(head)) own.push(head)
  const nameOf = ({ names }: CountryOption) => names[language] || names.en
  const named = countryOptions(await ownCountries(workspace, own))
  return new Map(named.map((country) => [country.code, held ? held.text(nameOf(country)) : nameOf(country)]))
}

/** Names that were asked for and are remembered: the same ones stand in thousands of texts. */
const MOST_REMEMBERED = 50_000

function namesOf(byId: ReadonlyMap<string, Entry>, links: LinkNames): FileNames {
  const byStem = new Map<string, Entry>()
  for (const entry of byId.values()) byStem.set(entry.stem, entry)
  const asked = new Map<string, Entry | undefined>()
  return recordNames({
    fileOf(name) {
      const known = asked.get(name)
      if (known || asked.has(name)) return known
      const entry = byId.get(links.resolve(name) ?? '')
      if (asked.size >= MOST_REMEMBERED) asked.clear()
      asked.set(name, entry)
      return entry
    },
    byStem: (stem) => byStem.get(stem),
  })
}
