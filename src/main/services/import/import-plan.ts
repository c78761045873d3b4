/** What was read of a folder or archive, how it is taken, and what will come of each file; a person corrects it. */
import type { ImportPlan as PlanShown, ImportRow } from '../../../shared/contract/import.ts'
import { kinds } from '../../../shared/model/common.ts'
import { importActions, type ImportAction, type ImportMapping } from '../../../shared/model/import-mapping.ts'
import { fold } from '../../../shared/text/fold.ts'
import type { Table } from '../../import/make-table.ts'
import { MappingRules, takingFields } from '../../import/mapping-rules.ts'
import type { ReadSource } from '../../import/read-source.ts'
import { settle } from '../../import/settle.ts'
import type { Compared, SettledRow } from '../../import/settled-row.ts'
import type { Standing } from '../../import/name-claims.ts'
import type { TakenIn } from '../../import/take-in.ts'

export interface Shown {
  readonly only: ImportAction | null
  /** Folded words that path or title has; empty for all. */
  readonly text: string
}

const IGNORED_SHOWN = 1_000
const FOLDERS_SHOWN = 2_000
const KEYS_SHOWN = 200
const VALUES_SHOWN = 50

/** A file that is no candidate for a record: refused while it was read. */
interface Refused {
  readonly path: string
  readonly reason: string
}

type Line = { readonly row: SettledRow } | { readonly refused: Refused }

export class ImportPlan {
  readonly id: string
  readonly path: string
  readonly read: ReadSource
  readonly decisions = new Map<string, ImportAction>()
  #mapping: ImportMapping
  #compared: ReadonlyMap<string, Compared> = new Map()
  #rows: readonly SettledRow[] = []
  /** Rows and refused files in the order of paths. */
  #lines: readonly Line[] = []
  /** After it was taken in: what became of the files. */
  #records: TakenIn['records'] = new Map()

  constructor({ id, path, read, mapping }: { id: string; path: string; read: ReadSource; mapping: ImportMapping }) {
    this.id = id
    this.path = path
    this.read = read
    this.#mapping = mapping
  }

  get mapping(): ImportMapping {
    return this.#mapping
  }

  get rules(): MappingRules {
    return new MappingRules(this.#mapping)
  }

  get rows(): readonly SettledRow[] {
    return this.#rows
  }

  /** What was found of the records that are there when the table was made. */
  get compared(): ReadonlyMap<string, Compared> {
    return this.#compared
  }

  /** Says of each file what will become of it. `compared` is left out when only decisions are others. */
  async settle(standing: Omit<Standing, 'read'>, compared: ReadonlyMap<string, Compared> = this.#compared): Promise<void> {
    const { decisions, rules } = this
    this.#become(await settle(this.read.briefs, { standing, rules, decisions, compared }), compared)
  }

  /** Another mapping, with the table that it gives. */
  remap(mapping: ImportMapping, { rows, compared }: Table): void {
    this.#mapping = mapping
    this.#become(rows, compared)
  }

  /** What the person wants of these rows, as far as they may have it. */
  decide(paths: readonly string[] | null, action: ImportAction, shown: Shown): void {
    const wanted = paths === null ? undefined : new Set(paths)
    for (const line of this.#linesOf(shown, wanted)) {
      if (!('row' in line) || !line.row.choices.includes(action)) continue
      this.decisions.set(line.row.brief.path, action)
    }
  }

  done(records: TakenIn['records']): void {
    this.#records = records
  }

  show(): PlanShown {
    const { id, path, read } = this
    const actions = { create: 0, update: 0, same: 0, skip: 0, refused: 0 } satisfies Record<ImportAction, number>
    for (const action of importActions) actions[action] = this.#linesOf({ only: action, text: '' }).length
    return {
      plan: id,
      location: path,
      from: read.from,
      files: this.#lines.length,
      actions,
      attachments: read.named,
      ignored: read.ignored.length,
      ignoredFiles: read.ignored.slice(0, IGNORED_SHOWN),
      mapping: this.#mapping,
      folders: read.folders.slice(0, FOLDERS_SHOWN).map((folder) => ({ ...folder })),
      keys: read.keys
        .slice(0, KEYS_SHOWN)
        .map((use) => ({ ...use, values: use.values.slice(0, VALUES_SHOWN).map((value) => ({ ...value })) })),
      fields: Object.fromEntries(kinds.map((kind) => [kind, takingFields[kind].map((field) => ({ ...field }))])) as PlanShown['fields'],
    }
  }

  window(shown: Shown, from: number, count: number): { total: number; rows: ImportRow[] } {
    const lines = this.#linesOf(shown)
    return { total: lines.length, rows: lines.slice(from, from + count).map((line) => this.#rowOf(line)) }
  }

  #become(rows: readonly SettledRow[], compared: ReadonlyMap<string, Compared>): void {
    this.#rows = rows
    this.#compared = compared
    const lines: Line[] = [
      ...rows.map((row) => ({ row })),
      ...this.read.refused.map(({ file, reason }) => ({ refused: { path: file, reason } })),
    ]
    this.#lines = lines.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
  }

  #linesOf({ only, text }: Shown, paths?: ReadonlySet<string>): readonly Line[] {
    const words = fold(text.normalize('NFC')).split(/\s+/u).filter(Boolean)
    if (only === null && words.length === 0 && !paths) return this.#lines
    return this.#lines.filter((line) => {
      if (paths && !paths.has(pathOf(line))) return false
      // rows that are named are meant whatever else is shown
      if (!paths && only !== null && actionOf(line) !== only) return false
      if (paths || words.length === 0) return true
      const said = fold(`${pathOf(line)} ${'row' in line ? line.row.title : ''}`.normalize('NFC'))
      return words.every((word) => said.includes(word))
    })
  }

  #rowOf(line: Line): ImportRow {
    if ('refused' in line) {
      const { path, reason } = line.refused
      const title = path.slice(path.lastIndexOf('/') + 1)
      return { path, title, kind: 'note', action: 'refused', choices: ['refused'], like: null, remarks: [asSentence(reason)] }
    }
    const { brief, title, kind, action, choices, like, reason, remarks } = line.row
    const became = this.#records.get(brief.path)
    const { path } = brief
    // a country's file that came as a note is a note
    const becomes = action === 'same' && like ? like.kind : kind
    const said = [...(reason === '' ? [] : [asSentence(reason)]), ...remarks]
    return {
      path,
      title,
      kind: becomes,
      action,
      choices: [...choices],
      like: became ? { by: 'id', ...became } : like && { ...like },
      remarks: said,
    }
  }
}

const pathOf = (line: Line): string => ('row' in line ? line.row.brief.path : line.refused.path)
const actionOf = (line: Line): ImportAction => ('row' in line ? line.row.action : 'refused')

/** A reason goes on from "was left out: ". */
const asSentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`
