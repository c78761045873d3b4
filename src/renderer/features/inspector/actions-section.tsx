import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { followUpKey } from '../../../shared/markdown/follow-up.ts'
import type { Task } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { FollowUpEntry } from '../../../shared/model/follow-up.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { tickAction } from '../../parts/actions/change-action.ts'
import { DueWords } from '../../parts/actions/due-words.tsx'
import { revealLine, useOpenBody } from '../../parts/bodies/open-bodies.ts'
import { useReadOnly } from '../../store/session.ts'
import { MiniRow } from './mini-row.tsx'
import { OrphanRows } from './orphan-rows.tsx'
import { plainWords } from './plain-words.ts'
import { Section } from './section.tsx'

function When({ action: { state, done, due } }: { readonly action: Task }) {
  const { t } = useTranslation('inspector')
  if (state === 'done') return done ? t('done', { date: formatDate(done) }) : t('doneUndated')
  if (state === 'cancelled') return t('cancelled')
  return <DueWords due={due} today={localDay()} />
}

const isSame = (a: Task, b: Task): boolean =>
  a.line === b.line &&
  a.text === b.text &&
  a.state === b.state &&
  a.due === b.due &&
  a.done === b.done &&
  a.responsible.length === b.responsible.length &&
  a.responsible.every((name, at) => name === b.responsible[at])

interface ActionRowProps {
  readonly id: string
  readonly action: Task
  /** Who is responsible, as they are called now. */
  readonly called: string
}

/** One action. Rows that say the same are not made anew at each pause in the typing. */
const ActionRow = memo(
  function ActionRow({ id, action, called }: ActionRowProps) {
    const { t } = useTranslation('inspector')
    const body = useOpenBody(id)
    const writable = useReadOnly() === null
    const words = plainWords(action.text)
    return (
      <MiniRow
        mark={
          <Checkbox
            label={t('tick', { action: words })}
            hideLabel
            checked={action.state === 'done'}
            disabled={!writable}
            onChange={() => (body && !body.readOnly ? body.toggleTask(action) : void tickAction({ recordId: id, ...action }))}
          />
        }
        title={words}
        detail={
          <>
            {called}
            {called && (action.due || action.state !== 'open') && ' · '}
            <When action={action} />
          </>
        }
        finished={action.state !== 'open'}
        onClick={() => revealLine(id, action.line)}
      />
    )
  },
  (before, after) => before.id === after.id && before.called === after.called && isSame(before.action, after.action),
)

interface ActionsSectionProps {
  readonly record: AnyRecord
  readonly tasks: readonly Task[]
  /** Recorded for actions that the text has no more. */
  readonly orphans: readonly FollowUpEntry[]
  readonly always: boolean
}

/** The actions of one text; a click goes to the line, the box ticks it: in the editor, else where it is kept. */
export function ActionsSection({ record, tasks, orphans, always }: ActionsSectionProps) {
  const { t } = useTranslation('inspector')
  const { id } = record
  // actions of a text that is not adopted are changed in it, and have no log
  const followed = isAdoptedText(record) ? tasks : []
  // an adopted text and its log keep the names of their day
  const names = [...new Set(followed.flatMap(({ responsible }) => responsible))]
  const { data: targets } = useQuery('links.resolve', names.length > 0 ? { names } : null, { dependsOn: 'records', keepPrevious: false })
  const nameNow = (name: string) => targets?.[names.indexOf(name)]?.title ?? name
  return (
    <Section title={t('actions')} count={tasks.length} empty={always ? t('noActions') : undefined}>
      {tasks.map((action) => (
        <ActionRow key={`${action.line} ${action.text}`} id={id} action={action} called={action.responsible.map(nameNow).join(', ')} />
      ))}
      {orphans.length > 0 && (
        <OrphanRows
          record={record}
          entries={orphans}
          targets={followed.map((task) => ({ to: { line: task.line, key: followUpKey(task) }, words: plainWords(task.text) }))}
        />
      )}
    </Section>
  )
}
