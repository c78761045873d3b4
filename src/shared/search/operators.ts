/** The operators of the language, their names and those of their values. docs/search.md is written from this table. */
import { classifications, kinds, contactTypes, meetingStages, noteTypes, studyStages } from '../model/vocabulary.ts'
import { fold } from '../text/fold.ts'
import { searchFields, type OperatorName } from './query.ts'

/** Words of the model as values are written: `peer review` is `is:peer-review`. */
export const valueOf = (words: string): string => words.replaceAll(' ', '-')

interface Operator {
  /** Other names, in English and Russian. */
  readonly names: readonly string[]
  /** Each value with its other names; null: an open list or a form of its own. */
  readonly values: Readonly<Record<string, readonly string[]>> | null
}

const plain = (values: readonly string[]): Record<string, readonly string[]> => Object.fromEntries(values.map((value) => [value, []]))

export const operators: Readonly<Record<OperatorName, Operator>> = {
  kind: {
    names: ['type', 'вид', 'тип'],
    values: {
      ...plain(kinds),
      contact: ['contacts', 'контакт', 'контакты'],
      country: ['countries', 'страна', 'страны'],
      note: ['notes', 'записка', 'записки', 'заметка', 'заметки', 'справка', 'справки'],
      meeting: ['meetings', 'minutes', 'встреча', 'встречи', 'заседание', 'заседания', 'протокол', 'протоколы'],
      study: ['studies', 'исследование', 'исследования'],
      ...plain(contactTypes),
      person: ['people', 'persons', 'человек', 'люди'],
      organisation: ['organisations', 'organization', 'organizations', 'организация', 'организации'],
      body: ['bodies', 'орган', 'органы'],
    },
  },
  country: { names: ['countries', 'страна'], values: null },
  tag: { names: ['tags', 'тег', 'тэг', 'метка'], values: null },
  is: {
    names: ['state', 'статус', 'состояние'],
    values: {
      overdue: ['просрочено'],
      open: ['открыто'],
      done: ['выполнено'],
      unconfirmed: ['неподтверждено'],
      waiting: ['ждет', 'ждёт'],
      ...plain(meetingStages),
      draft: ['черновик'],
      adopted: ['принято'],
      ...plain(studyStages.map(valueOf)),
      ...plain(noteTypes.map(valueOf)),
      ...plain(['participating', 'observer']),
      ...plain(classifications.map(valueOf)),
      ...plain(contactTypes),
    },
  },
  has: {
    names: ['есть'],
    values: {
      attachment: ['attachments', 'file', 'files', 'файл', 'файлы', 'вложение', 'вложения'],
      action: ['actions', 'task', 'tasks', 'поручение', 'поручения'],
      decision: ['decisions', 'решение', 'решения'],
      date: ['дата'],
      email: ['emails', 'почта'],
      phone: ['phones', 'телефон'],
      body: ['text', 'текст'],
    },
  },
  date: { names: ['дата'], values: null },
  before: { names: ['until', 'до'], values: null },
  after: { names: ['since', 'после', 'с'], values: null },
  in: {
    names: ['field', 'в'],
    values: {
      ...plain(searchFields.filter((field) => field !== 'owners')),
      title: ['заголовок', 'название'],
      names: ['name', 'имя', 'имена'],
      posts: ['post', 'должность', 'должности'],
      organisations: ['organisation', 'organization', 'organizations', 'организация', 'организации'],
      properties: ['property', 'свойства'],
      body: ['text', 'текст'],
    },
  },
  owner: { names: ['owners', 'responsible', 'ответственный'], values: null },
}

/** Nobody types more of a name or value; what was pasted is not folded to look for it. */
export const LONGEST_TYPED = 200

const byName = new Map<string, OperatorName>()
const byValue = new Map<OperatorName, ReadonlyMap<string, string>>()
for (const [name, { names, values }] of Object.entries(operators) as [OperatorName, Operator][]) {
  for (const own of [name, ...names]) byName.set(own, name)
  const known = Object.entries(values ?? {}).flatMap(([value, others]) => [value, ...others].map((own) => [own, value] as const))
  byValue.set(name, new Map(known))
}

/** The operator of a name as typed. */
export const operatorOf = (typed: string): OperatorName | undefined => byName.get(fold(typed))

/**
 * The values of a closed list that are meant: the one of that name, else all whose names begin so, as names of countries
 * may. Spaces or underscores count as hyphens. None when the list has none such.
 */
export function operatorValues(operator: OperatorName, typed: string): readonly string[] {
  if (typed.length > LONGEST_TYPED) return []
  const begun = fold(typed)
    .trim()
    .replace(/[\s_]+/gu, '-')
  const values = byValue.get(operator)
  const named = values?.get(begun)
  if (named !== undefined || begun === '') return named === undefined ? [] : [named]
  return [...new Set([...(values ?? [])].flatMap(([name, value]) => (name.startsWith(begun) ? [value] : [])))]
}

/** Every name under which operators, or the values of one, are known: with what it stands for. */
export const namesOfOperators = (): Iterable<readonly [string, OperatorName]> => byName
export const namesOfValues = (operator: OperatorName): Iterable<readonly [string, string]> => byValue.get(operator) ?? []
