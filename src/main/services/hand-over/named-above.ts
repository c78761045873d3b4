/** What a record names that is classified higher than itself: it leaves with it when it is handed over whole. */
import type { NamedAbove } from '../../../shared/contract/hand-over.ts'
import { textFields, type Field } from '../../export/text-fields.ts'
import { findNames } from '../../../shared/markdown/find-names.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { pacing } from '../pacing.ts'
import { secretNamesUpTo } from '../texts/may-name.ts'
import { secretNames, type SecretNames } from '../texts/secret-names.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** Between two turns of the event loop. */
const HEADS_AT_ONCE = 200

/** By links and in plain words, as a paper up to the record's own level is searched; null when nothing is. */
export async function namedAbove(open: OpenWorkspace, record: AnyRecord): Promise<NamedAbove | null> {
  const secret = await secretNamesUpTo(open, record.classification)
  const names = secret ? namesIn(record, secret) : new Set<string>()
  if (names.size === 0) return null
  const whole = new Map<string, RecordHead[]>()
  const partly = new Map<string, RecordHead[]>()
  const next = pacing(HEADS_AT_ONCE)
  for (const head of open.workspace.heads()) {
    if (isWithin(head.classification, record.classification)) continue
    await next()
    const own = await secretNames(() => [head], record.classification)
    for (const name of own ? names : [])
      if (own && !own.mayName(name)) {
        // what overlaps was found as one
        const found = isAllOf(name, own) ? whole : partly
        found.set(name, [...(found.get(name) ?? []), head])
      }
  }
  const named = new Set([...names].flatMap((name) => whole.get(name) ?? partly.get(name) ?? []))
  return named.size === 0 ? null : { records: named.size, level: highestOf([...named].map(({ classification }) => classification)) }
}

function isAllOf(name: string, { names }: SecretNames): boolean {
  const [found] = findNames(name, names)
  return found === undefined || (found.from === 0 && found.to === name.length)
}

/** As they stand there. */
function namesIn(record: AnyRecord, secret: SecretNames): Set<string> {
  const texts = [record.title, ...textsIn(record, textFields(record.kind))]
  const links = [...recordLinks(record).map(({ name }) => name), ...texts.flatMap((text) => findLinks(text).map(({ target }) => target))]
  const words = texts.flatMap((text) => findNames(text, secret.names).map(({ from, to }) => text.slice(from, to)))
  return new Set([...links.filter((name) => !secret.mayName(name)), ...words])
}

/** Of a record no code, no mark and no key of the model: nobody reads a name in them. */
function* textsIn(value: unknown, field: Field): Generator<string> {
  switch (field.type) {
    case 'text':
      if (typeof value === 'string') yield value
      return
    case 'json':
      return yield* textsInJson(value)
    case 'list':
      for (const item of Array.isArray(value) ? value : []) yield* textsIn(item, field.item)
      return
    case 'object':
      if (typeof value !== 'object' || value === null) return
      for (const [key, part] of Object.entries(field.fields)) yield* textsIn((value as Readonly<Record<string, unknown>>)[key], part)
      return
    case 'form':
    case 'fixed':
      return
  }
}

/** Front matter of other programs, with its keys. */
function* textsInJson(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value)) yield key
      yield* textsInJson(part)
    }
}
