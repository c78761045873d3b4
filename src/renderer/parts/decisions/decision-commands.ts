/** What can be done with a decision from outside its text. What is typed in this window is saved first, so nothing of it is lost. */
import type { DecisionStatus } from '../../../shared/markdown/follow-up.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { openRecord } from '../../store/navigation.ts'
import { openRecords } from '../../store/records.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { revealLine } from '../bodies/open-bodies.ts'
import { decisionWords, isCalled, type ShownDecision } from './shown-decision.ts'

export interface Fate {
  readonly status: DecisionStatus
  /** Number or title of the decision in its place. */
  readonly supersededBy: string
  readonly on: string
}

/** The text could not be saved, and what is asked may hang on what was typed. */
class UnsavedText extends Error {}

const seenOf = ({ recordId, line, number, title }: ShownDecision) => ({ recordId, line, number, title })

async function saveTyped(id: string): Promise<void> {
  if (!(await openRecords.flush(id))) throw new UnsavedText()
}

/** A sentence for the person: what happened and what to do. */
export function decisionProblem(error: unknown, { recordTitle }: Pick<ShownDecision, 'recordTitle'>): string {
  if (error instanceof UnsavedText) return i18n.t('decisions:problem.unsaved', { title: recordTitle })
  if (error instanceof AppError && error.code === 'CONFLICT') return i18n.t('decisions:problem.changed', { title: recordTitle })
  return formatError(error)
}

/** Records what became of a decision. Undo takes it back. @throws what {@link decisionProblem} puts into words */
export async function recordStatus(decision: ShownDecision, fate: Fate): Promise<void> {
  await saveTyped(decision.recordId)
  const { commit } = await client.call('decisions.setStatus', { ...seenOf(decision), ...fate })
  const label = i18n.t(`decisions:undo.${fate.status}`, { decision: decisionWords(decision), by: fate.supersededBy })
  if (commit) offerUndo({ revision: commit.revision, label })
}

/** Changes the number in the text. Undo takes it back. @throws what {@link decisionProblem} puts into words */
export async function renumber(decision: ShownDecision, newNumber: string): Promise<void> {
  await saveTyped(decision.recordId)
  const { commit, unclear } = await client.call('decisions.renumber', { ...seenOf(decision), newNumber })
  const label = i18n.t('decisions:undo.renumbered', { from: decision.number, to: newNumber })
  if (commit) offerUndo({ revision: commit.revision, label })
  const titles = unclear.map(({ title }) => `“${title}”`).join(', ')
  if (titles !== '') showToast({ message: i18n.t('decisions:problem.unclear', { number: decision.number, titles }) })
}

/** Goes to the decision in its text. */
export function openDecision({ recordId, recordKind, line }: Pick<ShownDecision, 'recordId' | 'recordKind' | 'line'>): void {
  openRecord(recordKind, recordId)
  revealLine(recordId, line)
}

/** Goes to the other decision of this number that a record has. */
export async function openOther(decision: ShownDecision, other: { readonly id: string; readonly kind: Kind }): Promise<void> {
  try {
    const { rows } = await client.call('decisions.list', { recordId: other.id })
    const isItself = (line: number) => other.id === decision.recordId && line === decision.line
    const found = rows.find(({ number, line }) => linkKey(number) === linkKey(decision.number) && !isItself(line))
    if (found) openDecision(found)
    else openRecord(other.kind, other.id)
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

/** Goes to the decision that is called so. */
export async function openNamed(name: string): Promise<void> {
  try {
    const words = name.replaceAll('"', ' ').slice(0, 400)
    const { rows } = await client.call('decisions.list', { text: `"${words}"` })
    const found = rows.find((row) => isCalled(row, name)) ?? rows.find(({ title }) => linkKey(title) === linkKey(name))
    if (found) openDecision(found)
    else showToast({ message: i18n.t('decisions:problem.notKnown', { name }) })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
