/** A record as it may leave: nothing of it tells of what is above the level. Pure. */
import { jsonEqual } from '../../shared/json-equal.ts'
import { adoptedDocument } from '../../shared/markdown/adopted-document.ts'
import { WITHHELD, withheldText, type MayName } from '../../shared/markdown/withhold.ts'
import { attachmentNamed } from '../../shared/model/attachment-name.ts'
import { mapRecordLinks } from '../../shared/model/links.ts'
import type { FollowUpEntry } from '../../shared/model/follow-up.ts'
import type { AnyRecord, MeetingRecord } from '../../shared/model/record.ts'
import { findNames } from '../../shared/markdown/find-names.ts'
import { findLinks } from '../../shared/markdown/links.ts'
import { plainLinks } from '../../shared/markdown/plain-links.ts'
import type { SecretNames } from '../services/texts/secret-names.ts'
import { textFields, type Field } from './text-fields.ts'

export interface Withheld {
  readonly record: AnyRecord
  /** Nothing was taken out of it, and nothing is called otherwise. */
  readonly isWhole: boolean
  /** What was taken out of its texts and fields. */
  readonly passages: number
  /** Files that it has and that stay behind, because their names tell. */
  readonly files: number
}

export interface Secrets extends SecretNames {
  /** The title of a record within the level as it may leave, when it or an alias tells a name; by those names. */
  retitled(name: string): string | undefined
  /** Whether a decision of a record above the level is called so. */
  isDecision(name: string): boolean
}

/** Before each link of the properties, so that the walk knows them: the model says once where they are. */
const LINK = '\ufdd0\ufdd1'
/** Of a fingerprint that is not told, because what it was taken of could be guessed and tried. */
const NO_FINGERPRINT = '0'.repeat(64)

/** The record without what it says of records above the level. Attachments of its own whose names tell are left out. */
export function withheldRecord(record: AnyRecord, secrets: Secrets): Withheld {
  const walk = new Walk(secrets)
  const attachments = record.attachments.filter(({ name }) => secrets.mayName(name))
  walk.own = attachments
  const { followUp, ...linked } = withMarkedLinks(record) as AnyRecord & { followUp?: readonly FollowUpEntry[] }
  const { fields } = textFields(record.kind)
  const told: Record<string, unknown> = { ...linked, attachments }
  for (const [key, field] of Object.entries(fields))
    if (key !== 'attachments' && key !== 'followUp') told[key] = walk.value(told[key], field)
  if (followUp) told['followUp'] = followUp.flatMap((entry) => walk.entry(entry))
  told['title'] = walk.title(record.title)
  told['createdBy'] = walk.words(record.createdBy)
  told['updatedBy'] = walk.words(record.updatedBy)
  const files = record.attachments.length - attachments.length
  if (walk.passages === 0 && files === 0 && !walk.changed) return { record, isWhole: true, passages: 0, files: 0 }
  return { record: withoutFingerprints(told as AnyRecord, record), isWhole: false, passages: walk.passages, files }
}

function withMarkedLinks(record: AnyRecord): AnyRecord {
  const mark = (name: string) => LINK + name
  const marked = mapRecordLinks(record, mark)
  if (marked.kind !== 'meeting' || !marked.draftCorrigendum?.participants) return marked
  const { participants } = mapRecordLinks({ ...marked, participants: marked.draftCorrigendum.participants }, mark)
  return { ...marked, draftCorrigendum: { ...marked.draftCorrigendum, participants } }
}

function withoutFingerprints(told: AnyRecord, record: AnyRecord): AnyRecord {
  if (told.kind !== 'meeting' || record.kind !== 'meeting') return told
  if (adoptedDocument(told) === adoptedDocument(record) && jsonEqual(told.draftCorrigendum, record.draftCorrigendum)) return told
  return {
    ...told,
    adoptedHash: '',
    corrigenda: told.corrigenda.map((one) => ({ ...one, sha256: NO_FINGERPRINT })),
    draftCorrigendum: told.draftCorrigendum && { ...told.draftCorrigendum, of: '' },
  } satisfies MeetingRecord
}

class Walk {
  passages = 0
  /** Something is spelled otherwise, and nothing is missing. */
  changed = false
  own: AnyRecord['attachments'] = []
  readonly #secrets: Secrets

  constructor(secrets: Secrets) {
    this.#secrets = secrets
  }

  value(value: unknown, field: Field): unknown {
    switch (field.type) {
      case 'fixed':
        return value
      case 'json':
        return this.#json(value)
      case 'text':
        return typeof value === 'string' ? (this.#link(value) ?? this.text(value)) : value
      case 'form':
        return typeof value === 'string' && field.empty && this.#isNamed(value) ? this.#gone('') : value
      case 'list':
        return (value as readonly unknown[] | undefined)?.flatMap((item) => this.#item(item, field.item))
      case 'object':
        return this.#object(value, field)
    }
  }

  title(title: string): string {
    const told = this.#secrets.retitled(title)
    return told === undefined ? title : this.#gone(told)
  }

  words<T extends Readonly<Record<string, string>>>(words: T): T {
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, this.text(value)])) as T
  }

  text(markdown: string): string {
    if (markdown === '') return markdown
    const isOwn: MayName = (target, { embed }) => embed && attachmentNamed(this.own, target) !== undefined
    const mayName: MayName = (target, link) => isOwn(target, link) || this.#secrets.mayName(target)
    const isPlain: MayName = (target, link) => !isOwn(target, link) && this.#secrets.isPlain(target)
    const { text, passages } = withheldText(markdown, mayName, this.#secrets.names, isPlain)
    this.passages += passages
    return text
  }

  /** What became of an action or a decision that is not told is not told either. */
  entry(entry: FollowUpEntry): FollowUpEntry[] {
    const { change, value } = entry
    if (this.#tells(entry.key) || this.#linksTell(entry.key)) return this.#gone([])
    const key = this.#key(entry.key)
    if (change === 'responsible') {
      const names = findLinks(value)
      const told = names.map(({ target, from, to }) => (this.#tells(target) ? this.#gone(WITHHELD) : this.text(value.slice(from, to))))
      if (names.length > 0 && told.includes(WITHHELD)) return [{ ...entry, key, value: told.join(', ') }]
    }
    const superseded = change === 'status' ? /^superseded (.+)$/su.exec(value)?.[1] : undefined
    if (superseded !== undefined && (this.#secrets.isDecision(superseded) || this.#tells(superseded) || this.#linksTell(superseded)))
      return [{ ...entry, key, on: '', value: this.#gone(`superseded ${WITHHELD}`) }]
    return [{ ...entry, key, value: this.text(value) }]
  }

  /** As its action or decision reads in the body now. */
  #key(key: string): string {
    const { text, count } = plainLinks(key, ({ target }) => this.#secrets.isPlain(target))
    if (count > 0) this.changed = true
    return text
  }

  #tells(name: string): boolean {
    return !this.#secrets.mayName(name)
  }

  #isNamed(words: string): boolean {
    return findNames(words, this.#secrets.names).length > 0
  }

  #linksTell(markdown: string): boolean {
    return findLinks(markdown).some(({ target }) => this.#tells(target))
  }

  #gone<T>(left: T): T {
    this.passages += 1
    return left
  }

  /** Undefined for what is no link. */
  #link(value: string): string | undefined {
    if (!value.startsWith(LINK)) return undefined
    const name = value.slice(LINK.length)
    const told = this.#secrets.retitled(name)
    if (told !== undefined) {
      this.changed = true
      return told
    }
    return this.#tells(name) || this.#linksTell(name) ? this.#gone(WITHHELD) : name
  }

  #item(item: unknown, field: Field): unknown[] {
    if (field.type === 'form' && typeof item === 'string') return this.#tells(item) ? this.#gone([]) : [item]
    if (field.type !== 'object') return [this.value(item, field)]
    const before = this.passages
    const links = linksIn(item)
    for (const link of links) this.#link(link)
    const isSecret = this.passages > before
    this.passages = before
    if (isSecret) return [this.#gone(emptied(item, field, { named: false }))]
    return [this.#object(item, field)]
  }

  #object(value: unknown, { fields }: Extract<Field, { type: 'object' }>): unknown {
    if (typeof value !== 'object' || value === null) return value
    const told = Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const field = fields[key]
        return [key, field ? this.value(part, field) : part]
      }),
    )
    return Object.entries(told).every(([key, part]) => part === (value as Readonly<Record<string, unknown>>)[key]) ? value : told
  }

  #json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (typeof value === 'number') return this.#isNamed(String(value)) ? this.#gone(WITHHELD) : value
    if (Array.isArray(value)) return value.map((item) => this.#json(item))
    if (typeof value !== 'object' || value === null) return value
    // what stands under a name tells of it
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) =>
        this.#isNamed(key) || this.#linksTell(key) || this.#key(key) !== key ? this.#gone([WITHHELD, '']) : [key, this.#json(part)],
      ),
    )
  }
}

function linksIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(LINK) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linksIn) : []
}

/** A row of which nothing is left but that there was one: `[withheld]` stands in its first link. */
function emptied(value: unknown, field: Field, row: { named: boolean }): unknown {
  if (typeof value === 'boolean') return false
  if (typeof value === 'string') {
    if (row.named || field.type !== 'text' || !value.startsWith(LINK)) return ''
    row.named = true
    return WITHHELD
  }
  if (field.type !== 'object' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptied(part, field.fields[key] ?? { type: 'fixed' }, row)]))
}
