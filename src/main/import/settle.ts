/**
 * What becomes of each file: which record it is already, under which title it comes, and what a person may choose
 * instead. Looks at columns and names only; `compared` has what reading the texts has found.
 */
import type { RecordHead } from '../../shared/model/head.ts'
import type { ImportAction } from '../../shared/model/import-mapping.ts'
import { pacing } from '../services/pacing.ts'
import type { FileBrief } from './file-brief.ts'
import type { TakenAs } from './foreign-properties.ts'
import { FileNamesAsAliases } from './file-names-as-aliases.ts'
import { freeNames, nameTaken } from './free-names.ts'
import type { MappingRules } from './mapping-rules.ts'
import { NameClaims, type Standing } from './name-claims.ts'
import { candidatesOf, countryOf, holderOf, likeOf, mayChange } from './recognise.ts'
import type { Compared, Like, SettledRow } from './settled-row.ts'

export interface Settling {
  readonly standing: Omit<Standing, 'read'>
  readonly rules: MappingRules
  /** What the person has decided, by path. */
  readonly decisions: ReadonlyMap<string, ImportAction>
  readonly compared: ReadonlyMap<string, Compared>
}

/** Files settled between two turns of the event loop. */
const ROWS_AT_ONCE = 200

/** In the order of `briefs`. */
export async function settle(briefs: readonly FileBrief[], settling: Settling): Promise<SettledRow[]> {
  const next = pacing(ROWS_AT_ONCE)
  const run = new Run(settling, await FileNamesAsAliases.of(briefs, settling.standing, next))
  const rows: SettledRow[] = Array.from({ length: briefs.length })
  for (const turn of [0, 1, 2]) {
    for (const [index, brief] of briefs.entries()) {
      if (turnOf(brief) !== turn) continue
      await next()
      rows[index] = run.settle(brief)
    }
  }
  return rows
}

/** As an export calls a file that was changed by hand, beside the one that it writes anew. */
const SET_ASIDE = / \(edited(?: \d+)?\)$/

/** Ours first: a plain file gives way to the title of a record; and what was set aside to the file that took its place. */
const turnOf = ({ ours, stem }: FileBrief): number => (ours === undefined ? 2 : SET_ASIDE.test(stem) ? 1 : 0)

const PART_OF_RECORD = 'a part of its record is withheld in it, so it does not take the place of the record'
const LOWERS = 'it says a lower classification than its record has; it was left as it is'
const DIFFERS = 'its record is in the workspace already and differs; it was left as it is'
const WITHOUT_A_PART = 'A part of the record was withheld when this file was exported; it comes without it.'

/** Until it is decided otherwise. */
type Open = Pick<SettledRow, 'brief' | 'as' | 'kind' | 'title' | 'aliases'> & {
  readonly like: Like | null
  readonly candidates: readonly string[]
}

interface Verdict {
  readonly choices: readonly ImportAction[]
  readonly usual: ImportAction
  /** Of what is usual. */
  readonly reason?: string
  readonly remark?: string
}

class Run {
  readonly #settling: Settling
  readonly #claims: NameClaims
  readonly #fileNames: FileNamesAsAliases
  /** The files of ids of ours, and of records that are changed. */
  readonly #files = new Map<string, string>()

  constructor(settling: Settling, fileNames: FileNamesAsAliases) {
    this.#settling = settling
    this.#fileNames = fileNames
    this.#claims = new NameClaims(settling.standing)
  }

  settle(brief: FileBrief): SettledRow {
    return brief.ours ? this.#settleOurs(brief, brief.ours) : this.#settlePlain(brief)
  }

  #settleOurs(brief: FileBrief, ours: NonNullable<FileBrief['ours']>): SettledRow {
    const { standing, rules } = this.#settling
    const existing = standing.head(ours.id)
    const base = { brief, as: { word: { kind: ours.kind }, tag: '', rules }, kind: ours.kind, title: brief.title, aliases: brief.aliases }
    const twice = this.#files.get(ours.id)
    if (twice !== undefined) {
      const verdict: Verdict = { choices: ['refused', 'create'], usual: 'refused', reason: `another file has the same id: ${twice}` }
      return this.#decide({ ...base, like: null, candidates: [] }, verdict, '')
    }
    if (!existing) return this.#settleNewOfOurs({ ...base, like: null, candidates: [] }, ours)
    this.#files.set(ours.id, brief.path)
    const open: Open = { ...base, like: likeOf(existing, 'id'), candidates: [existing.id] }
    const refuse = (reason: string) =>
      this.#decide({ ...open, candidates: [] }, { choices: ['refused'], usual: 'refused', reason }, existing.id)
    if (existing.trashedAt !== '') return refuse('its record is in the trash; restore it there')
    if (existing.kind !== ours.kind) return refuse(`its record is a ${existing.kind}, and a record keeps its kind`)
    const found = this.#settling.compared.get(brief.path)
    if (!found || found.verdict === 'same') return this.#decide(open, { choices: ['same'], usual: 'same' }, existing.id)
    if (ours.isWithheld) {
      // where the record is without a part itself a person may say that it is the same one
      const choices: ImportAction[] = found.isPart ? ['refused', 'update'] : ['refused']
      return this.#decide(open, { choices, usual: 'refused', reason: PART_OF_RECORD }, existing.id)
    }
    if (found.blocked !== '') return this.#decide(open, { choices: ['refused'], usual: 'refused', reason: found.blocked }, existing.id)
    const isTaken = (code: string) => standing.country(code) !== undefined || this.#claims.fileOfCode(code) !== undefined
    if (existing.kind === 'country' && ours.code !== '' && ours.code !== existing.code && isTaken(ours.code))
      return refuse(`there is a record of the country ${ours.code} already`)
    const taken = nameTaken(this.#claims, brief, existing.id)
    if (taken !== undefined) return this.#decide(open, { choices: ['refused'], usual: 'refused', reason: taken }, existing.id)
    const reason = found.lowers ? LOWERS : found.isForward ? undefined : DIFFERS
    const verdict: Verdict =
      reason === undefined ? { choices: ['update', 'skip'], usual: 'update' } : { choices: ['refused', 'update'], usual: 'refused', reason }
    return this.#decide(open, verdict, existing.id)
  }

  #settleNewOfOurs(base: Open, { id, kind, code, isWithheld }: NonNullable<FileBrief['ours']>): SettledRow {
    const { standing } = this.#settling
    const { brief } = base
    const ofCode = kind === 'country' ? standing.country(code) : undefined
    const named = holderOf(brief, standing)
    const other = ofCode ?? named
    const candidates = other && other.kind === kind ? [other.id] : []
    const open: Open = { ...base, like: other ? likeOf(other, 'title') : null, candidates }
    const found = this.#settling.compared.get(brief.path)
    if (other && found?.verdict === 'same')
      return this.#decide({ ...open, like: likeOf(other, 'content') }, { choices: ['same'], usual: 'same' }, other.id)
    const reason = ofCode
      ? `there is a record of “${ofCode.title}” already`
      : kind === 'country' && this.#claims.fileOfCode(code) !== undefined
        ? `another file is of the same country: ${this.#claims.fileOfCode(code)}`
        : nameTaken(this.#claims, brief, id)
    if (reason === undefined) {
      this.#files.set(id, brief.path)
      return this.#decide(open, { choices: ['create', 'skip'], usual: 'create' }, '', id)
    }
    const mayUpdate = !isWithheld && other !== undefined && other.kind === kind && mayChange(other) && (found?.blocked ?? '') === ''
    const isOfCode = kind === 'country' && (ofCode !== undefined || this.#claims.fileOfCode(code) !== undefined)
    const choices: ImportAction[] = ['refused', ...(isOfCode ? [] : ['create' as const]), ...(mayUpdate ? ['update' as const] : [])]
    if (choices.includes('create')) this.#files.set(id, brief.path)
    return this.#decide(open, { choices, usual: 'refused', reason }, other?.id ?? '', id)
  }

  #settlePlain(brief: FileBrief): SettledRow {
    const { rules, standing, compared, decisions } = this.#settling
    let as: TakenAs = { word: rules.kindOf(brief), tag: rules.tagOf(brief.path), rules }
    let remark: string | undefined
    let country: RecordHead | undefined
    if (as.word.kind === 'country') {
      const code = countryOf(brief, this.#settling.rules)
      country = code === undefined ? undefined : standing.country(code)
      const file = code === undefined ? undefined : this.#claims.fileOfCode(code)
      if (code === undefined) remark = 'No country is called so; it comes as a note.'
      else if (file !== undefined) remark = `Another file is of this country: ${file}. This one comes as a note.`
      else if (country) remark = `There is a record of “${country.title}” already; this file comes as a note.`
      const found = compared.get(brief.path)
      const isAlike = !found || (found.id === country?.id && found.verdict !== 'differs')
      const staysCountry = country && (isAlike || decisions.get(brief.path) === 'update')
      if (remark !== undefined && !staysCountry) as = { ...as, word: { kind: 'note' } }
      if (staysCountry) remark = undefined
    }
    const { kind } = as.word
    const named = country ?? standing.holder(brief.title)
    const candidates = named ? candidatesOf(brief, named, as.word.kind, standing) : []
    const base: Open = {
      brief,
      as,
      kind,
      title: brief.title,
      aliases: this.#fileNames.with(brief),
      like: named ? likeOf(named, 'title') : null,
      candidates,
    }
    if (rules.leavesOut(brief.path) && decisions.get(brief.path) !== 'create')
      return this.#decide({ ...base, candidates: [] }, { choices: ['skip', 'create'], usual: 'skip' }, '')
    if (!named) return this.#decide(base, { choices: ['create', 'skip'], usual: 'create', ...(remark !== undefined && { remark }) }, '')
    const found = compared.get(brief.path)
    // files that link to one another are alike only when each is taken for what it has become
    const likely = found ? (found.verdict === 'differs' ? '' : found.id) : (candidates[0] ?? '')
    const alike = standing.head(likely) ?? named
    const mayUpdate = (kind === alike.kind || alike === country) && mayChange(alike) && (found?.blocked ?? '') === ''
    // until it has been compared it counts as the record of its name
    if ((!found && candidates.length > 0) || found?.verdict === 'same')
      return this.#decide({ ...base, like: likeOf(alike, 'content') }, { choices: ['same', 'create'], usual: 'same' }, alike.id)
    if (found?.verdict === 'text') {
      const choices: ImportAction[] = ['skip', ...(mayUpdate ? ['update' as const] : []), 'create']
      const why = `“${alike.title}” has this text already; other properties differ.`
      return this.#decide({ ...base, like: likeOf(alike, 'content') }, { choices, usual: 'skip', remark: why }, alike.id)
    }
    const choices: ImportAction[] = ['create', ...(mayUpdate ? ['update' as const] : []), 'skip']
    return this.#decide(base, { choices, usual: 'create', ...(remark !== undefined && { remark }) }, alike.id)
  }

  /** @param id of the record that is there. @param newId of one that is made; empty for any */
  #decide(open: Open, { choices, usual, reason = '', remark }: Verdict, id: string, newId = ''): SettledRow {
    const { brief } = open
    const decided = this.#settling.decisions.get(brief.path)
    let action = decided !== undefined && choices.includes(decided) ? decided : usual
    let why = action === 'refused' ? reason : ''
    const remarks = [
      ...(brief.remark === '' || action === 'refused' || action === 'skip' ? [] : [brief.remark]),
      ...(remark === undefined || (action !== usual && action !== 'create') ? [] : [remark]),
    ]
    if (action === 'update') {
      const other = this.#files.get(id)
      if (other !== undefined && other !== brief.path) {
        action = 'refused'
        why = `another file changes the same record: ${other}`
      } else this.#files.set(id, brief.path)
    }
    if (action === 'create') return this.#created(open, choices, newId, remarks)
    const isThere = action === 'same' || action === 'update'
    const title = isThere && open.like && open.like.by !== 'id' ? open.like.title : open.title
    const ofAnother = (alias: string) => this.#claims.holder(alias, id) !== undefined
    const aliases = isThere && open.like?.by !== 'id' ? open.aliases.filter((alias) => !ofAnother(alias)) : open.aliases
    if (action === 'update') {
      this.#claims.add({ id, path: brief.path, title, aliases })
      if (brief.ours && brief.ours.code !== '') this.#claims.addCode(brief.ours.code, brief.path)
    }
    return { ...open, title, aliases, action, choices, id: isThere ? id : '', reason: why, remarks }
  }

  #created(open: Open, choices: readonly ImportAction[], id: string, remarks: readonly string[]): SettledRow {
    const { brief } = open
    const withheld = brief.ours?.isWithheld ? [WITHOUT_A_PART] : []
    const { title, aliases, remarks: settled } = freeNames(open, brief.path, this.#claims)
    this.#claims.add({ id: id || `file ${brief.path}`, path: brief.path, title, aliases })
    if (open.kind === 'country') this.#claims.addCode(brief.ours?.code ?? countryOf(brief, this.#settling.rules) ?? '', brief.path)
    return { ...open, action: 'create', choices, title, aliases, id, reason: '', remarks: [...remarks, ...withheld, ...settled] }
  }
}
