import { useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { client } from '../../../api/client.ts'
import { localDay } from '../../../i18n/dates.ts'
import type { useRowKeys } from '../controls/use-row-keys.ts'
import { useField, type FieldHandle } from '../properties/use-field.ts'
import styles from './meeting.module.css'
import { earlierRows } from './named-twice.ts'
import { ParticipantRow, ReadParticipantRow } from './participant-row.tsx'
import { isBlank } from './pasted-participants.ts'
import { filledFromContact } from '../../../../shared/meetings/post-held.ts'

export interface ParticipantsTableProps {
  readonly field: FieldHandle<Participant[]>
  readonly keys: ReturnType<typeof useRowKeys>
  /** The row whose first field takes the focus when it appears. */
  readonly focus: { readonly row: number } | null
  readonly onInsert: (at: number) => void
}

const CONTROLS = 'input, select'
const columns = ['person', 'titleOnTheDay', 'country', 'organisation', 'function', 'status', 'presence'] as const

function focusCell(body: HTMLTableSectionElement | null, row: number, cell: number) {
  const control = body?.children[row]?.querySelectorAll<HTMLElement>(CONTROLS)[cell]
  control?.focus()
  control?.scrollIntoView({ block: 'nearest' })
}

/** A row that was moved or removed is there or gone only after the next paint. */
const focusCellSoon = (...cell: Parameters<typeof focusCell>) => requestAnimationFrame(() => focusCell(...cell))

/** Enter adds a row below; Ctrl with the arrows goes up and down a column; Alt with the arrows moves the row. */
export function ParticipantsTable({ field, keys, focus, onInsert }: ParticipantsTableProps) {
  const { t } = useTranslation(['record', 'fields'])
  const { value: rows, locked } = field
  const body = useRef<HTMLTableSectionElement>(null)
  const day = useField('meeting', 'start').value || localDay()
  const latest = useRef({ field, keys, day, onInsert })
  useEffect(() => {
    latest.current = { field, keys, day, onInsert }
  })
  // before the next key: a name typed at once belongs into the new row
  useLayoutEffect(() => {
    if (focus) focusCell(body.current, focus.row, 0)
  }, [focus])

  // stable, so that only the row that changed is drawn again
  const change = useCallback((index: number, part: Partial<Participant>) => {
    const { current, set } = latest.current.field
    const rows = current()
    const row = rows[index]
    if (row) set(rows.with(index, { ...row, ...part }))
  }, [])
  const choosePerson = useCallback(
    (index: number, person: string, contact: string | undefined) => {
      change(index, { person })
      if (contact === undefined) return
      const fill = async () => {
        try {
          const known = await client.call('records.get', { id: contact })
          const { current, set } = latest.current.field
          const rows = current()
          const at = rows[index]?.person === person ? index : rows.findIndex((row) => row.person === person)
          const row = rows[at]
          if (row && known.kind === 'contact') set(rows.with(at, filledFromContact(row, known, latest.current.day)))
        } catch (error) {
          // the cells stay empty and can be written in
          console.warn('A participant could not be filled in from the contacts.', error)
        }
      }
      void fill()
    },
    [change],
  )
  const next = useCallback((index: number, text: string) => {
    if (text === '') return
    const after = latest.current.field.current()[index + 1]
    if (after && isBlank(after)) focusCell(body.current, index + 1, 0)
    else latest.current.onInsert(index + 1)
  }, [])
  const remove = useCallback((index: number) => {
    const { current, set } = latest.current.field
    latest.current.keys.remove(index)
    set(current().toSpliced(index, 1))
    focusCellSoon(body.current, Math.max(0, index - 1), 0)
  }, [])
  const move = (from: number, to: number, cell: number) => {
    const now = field.current()
    const row = now[from]
    if (!row || to < 0 || to >= now.length) return
    keys.move(from, to)
    field.set(now.toSpliced(from, 1).toSpliced(to, 0, row))
    focusCellSoon(body.current, to, cell)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const target = event.target as HTMLElement
    const tr = target.closest('tr')
    if (!tr || !body.current) return
    const row = [...body.current.children].indexOf(tr)
    const cell = [...tr.querySelectorAll(CONTROLS)].indexOf(target)
    const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0
    if (step !== 0 && (event.altKey || event.ctrlKey)) {
      event.preventDefault()
      target.blur()
      requestAnimationFrame(() => (event.altKey ? move(row, row + step, cell) : focusCell(body.current, row + step, cell)))
    } else if (event.key === 'Enter' && !event.defaultPrevented && !event.nativeEvent.isComposing && target instanceof HTMLInputElement) {
      event.preventDefault()
      target.blur()
      onInsert(row + 1)
    }
  }

  const earlier = earlierRows(rows)
  return (
    <table className={styles.participants}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`fields:part.${column}`)}
            </th>
          ))}
          {!locked && (
            <th scope="col">
              <span className="visually-hidden">{t('rows.remove')}</span>
            </th>
          )}
        </tr>
      </thead>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, taken once for all rows */}
      <tbody ref={body} onKeyDown={locked ? undefined : onKeyDown}>
        {rows.map((row, index) =>
          locked ? (
            <ReadParticipantRow key={keys.of(index)} participant={row} />
          ) : (
            <ParticipantRow
              key={keys.of(index)}
              participant={row}
              index={index}
              onChange={change}
              onPerson={choosePerson}
              onNext={next}
              onRemove={remove}
              earlier={earlier[index] ?? -1}
              problem={['person', 'title', 'represents.organisation', 'replacedBy']
                .map((part) => field.problemAt(`${index}.${part}`))
                .find(Boolean)}
            />
          ),
        )}
      </tbody>
    </table>
  )
}
