/** What somebody still has to do, written for them: as text for a message, or as markdown. */
import type { actionMethods, ActionRow } from '../../../shared/contract/actions.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { plainText } from '../../../shared/markdown/plain.ts'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { dateInWords, documentLanguage, type DocumentLanguage } from '../../../shared/text/dates-in-words.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { Service } from '../service-context.ts'
import { tellingUpTo } from '../texts/may-name.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { openActions } from './open-actions.ts'
import { reminderWords } from './reminder-words.ts'

type Asked = Parameters<Service<typeof actionMethods>['actions.reminder']>[0]
type Reminder = Output<'actions.reminder'>

interface Addressee {
  readonly name: string
  readonly language: DocumentLanguage
  readonly emails: readonly string[]
}

async function addressee({ workspace }: OpenWorkspace, head: RecordHead | undefined, name: string): Promise<Addressee> {
  const record = head && (await unlessDamaged(workspace.read(head.id)))
  const known = head?.title ?? name
  if (!record || record === 'damaged' || record.kind !== 'contact') return { name: known, language: 'en', emails: [] }
  const emails = record.emails.map(({ value }) => value.trim()).filter(Boolean)
  return { name: known, language: documentLanguage(record.languages), emails }
}

/** What would be read as markup stands as itself. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~#]/gu, String.raw`\$&`)

/** An action as the letter tells it; nothing above the letter's level is named in it. */
export interface ToldAction extends Pick<ActionRow, 'text' | 'due' | 'recordTitle' | 'recordDate'> {
  readonly remark: ActionRow['remarks'][number] | undefined
  /** Who answers for it beside whom the letter is for. */
  readonly others: readonly string[]
}

const isOverdue = ({ due }: Pick<ActionRow, 'due'>, today: string): boolean => due !== '' && partialDateSpan(due).last < today

interface Letter {
  readonly name: string
  readonly language: DocumentLanguage
  readonly format: 'text' | 'markdown'
  readonly today: string
  /** The highest of the texts that the actions are of. */
  readonly classification: Classification
  /** Actions that are classified too high for this letter. */
  readonly withheld: number
}

/** @param actions open ones, in the order in which they are to stand */
export function reminderText(
  actions: readonly ToldAction[],
  { name, language, format, today, classification, withheld }: Letter,
): { readonly subject: string; readonly text: string } {
  const words = reminderWords[language]
  const written = format === 'markdown' ? escaped : (text: string) => text
  const date = (partial: string) => dateInWords(partial, language)
  const subject = words.heading(name, date(today))
  const items = actions.map((action, at) => {
    const number = `${at + 1}. `
    const indent = ' '.repeat(number.length)
    const late = isOverdue(action, today) ? ` (${words.overdue})` : ''
    const place = [action.recordTitle, date(action.recordDate)].filter(Boolean).join(', ')
    const { remark, others } = action
    const details = [
      action.due === '' ? words.noDeadline : `${words.deadline}: ${date(action.due)}${late}`,
      `${words.from}: ${written(place)}`,
      ...(others.length > 0 ? [`${words.others}: ${written(others.join(', '))}`] : []),
      ...(remark ? [`${words.latest}: ${date(remark.on)}, ${written(plainText(remark.text).text)}`] : []),
    ]
    const bullet = format === 'markdown' ? '- ' : ''
    return [`${number}${written(plainText(action.text).text)}`, ...details.map((line) => `${indent}${bullet}${line}`)].join('\n')
  })
  const title = format === 'markdown' ? `# ${escaped(subject)}` : subject
  const level = words.classified(classification, withheld)
  const parts = actions.length === 0 ? [title, level, words.nothing] : [title, level, ...items, words.closing]
  return { subject, text: `${parts.join('\n\n')}\n` }
}

export async function reminderFor(open: OpenWorkspace, asked: Asked, today: string): Promise<Reminder> {
  const { index } = open
  const head = index.target(asked.name)
  const keys = new Set(head ? index.keysOf(head) : [linkKey(asked.name)])
  const all = openActions(open, index.rowsResponsible(keys), ({ responsible }) => responsible.some((name) => keys.has(linkKey(name))))
  const { name, language: own, emails } = await addressee(open, head, asked.name)
  const language = asked.language ?? own
  const levelOf = ({ recordId }: ActionRow) => index.head(recordId)?.classification ?? 'strictly confidential'
  const actions = all.filter((action) => isWithin(levelOf(action), asked.upTo))
  const classification = highestOf(actions.map(levelOf))
  const withheld = all.length - actions.length
  const telling = await tellingUpTo(open, asked.upTo)
  const told = actions.map(({ text, due, recordTitle, recordDate, responsible, remarks }): ToldAction => {
    const last = remarks.at(-1)
    return {
      text: telling.text(text),
      due,
      recordTitle: telling.name(recordTitle),
      recordDate,
      remark: last && { on: last.on, text: telling.text(last.text) },
      others: responsible.flatMap((other) => (keys.has(linkKey(other)) ? [] : [telling.name(other)])),
    }
  })
  return {
    name,
    language,
    ...reminderText(told, { name, language, format: asked.format, today, classification, withheld }),
    actions: actions.length,
    overdue: actions.filter((action) => isOverdue(action, today)).length,
    emails: [...emails],
    classification,
    withheld,
  }
}
