import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { formatNumber } from '../../../../i18n/dates.ts'
import { countryName } from '../../../../parts/countries/country-names.ts'
import { useCountries } from '../../../../parts/countries/country-options.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { FieldHandle } from '../../properties/use-field.ts'
import { countAttendance } from './attendance.ts'
import { gridItems } from './grid-items.ts'
import { gridKey } from './grid-keys.ts'
import { isBlank, MOST_PARTICIPANTS } from './participant-list.ts'
import styles from './participants.module.css'
import { ParticipantsGrid } from './participants-grid.tsx'
import { ParticipantsToolbar, type Order } from './participants-toolbar.tsx'
import { PasteReview } from './paste-review.tsx'
import { useAdditions } from './use-additions.ts'
import { useGrid } from './use-grid.ts'
import { useTableHistory } from './use-table-history.ts'
import { useMeetingBody, useMeetingDay, useQuorum } from './use-quorum.ts'

export interface ParticipantsDialogProps {
  readonly field: FieldHandle<Participant[]>
  readonly onClose: () => void
}

/** The participants as a table: typed, pasted from a spreadsheet, ticked off. Every change is saved as it is made. */
export function ParticipantsDialog({ field: list, onClose }: ParticipantsDialogProps) {
  const { t } = useTranslation(['participants', 'fields', 'common'])
  /** Rows that were removed last, while a button offers them back. */
  const [removed, setRemoved] = useState(0)
  const field = useTableHistory(list, () => setRemoved(0))
  const { value: rows, current, set, locked } = field
  const day = useMeetingDay()
  const body = useMeetingBody()
  const quorum = useQuorum(body, rows)
  const countries = useCountries()
  const [order, setOrder] = useState<Order>('entered')
  /** A field to paste into, for who has the mouse in hand. */
  const [pasting, setPasting] = useState(false)
  const handle = useRef<{ focus: () => void }>(null)
  const nameOf = (code: string) => {
    const option = countries.find((candidate) => candidate.code === code)
    return option ? countryName(option, order === 'entered' ? 'en' : order) : code
  }
  const items = gridItems(rows, order === 'entered' ? null : { language: order, nameOf })
  const grid = useGrid(field, items, order !== 'entered')
  const additions = useAdditions(field, body, day)
  const { plan, news } = additions
  const attendance = countAttendance(rows)

  const add = () => {
    if (!grid.add()) additions.refuse(t('full', { most: formatNumber(MOST_PARTICIPANTS) }))
  }
  const remove = () => {
    const gone = grid.remove()
    additions.forgetNews()
    setRemoved(gone)
    handle.current?.focus()
  }
  const takeBack = (way: 'undo' | 'redo') => {
    const taken = field[way]()
    additions.tell(taken === 'changedElsewhere' ? 'bad' : 'good', t(`${way}.${taken}`))
  }
  /** Ctrl+Z anywhere in the dialog is the table's; in a field it is the field's own. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.matches('input, textarea'))) return
    const type = gridKey(event, false)?.type
    if (type !== 'undo' && type !== 'redo') return
    event.preventDefault()
    if (!locked) takeBack(type)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (locked || plan) return
    if (!additions.paste(event.clipboardData.getData('text/plain'))) return
    event.preventDefault()
    setPasting(false)
  }
  const close = () => {
    const now = current()
    if (!locked && now.some(isBlank)) set(now.filter((row) => !isBlank(row)))
    onClose()
  }
  /** Escape gives up what is nearest first. */
  const onEscape = (): boolean => {
    if (plan) additions.cancelPlan()
    else if (grid.state.editing) {
      grid.cancelEditing()
      handle.current?.focus()
    } else if (pasting) setPasting(false)
    else if (grid.state.chosen.size > 0) grid.chooseNone()
    else return false
    return true
  }
  const summary = (['present', 'remote', 'apologies', 'absent', 'unmarked'] as const)
    .filter((of) => attendance[of] > 0)
    .map((of) => t(`count.${of}`, { count: attendance[of], shown: formatNumber(attendance[of]) }))
  const sentence =
    quorum &&
    (quorum.entitled === 0
      ? t('quorum.nobody', { body: body?.title })
      : t(quorum.met === null ? 'quorum.open' : quorum.met ? 'quorum.met' : 'quorum.missed', { ...quorum }))

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) close()
      }}
      onEscapeKeyDown={(event) => {
        if (onEscape()) event.preventDefault()
      }}
      size="wide"
      title={t(plan ? 'review.title' : 'title', { count: rows.length })}
      description={plan ? additions.question : locked ? undefined : t('hint')}
    >
      {plan ? (
        <PasteReview
          plan={plan}
          countries={plan.countries}
          onCancel={additions.cancelPlan}
          onDone={(choices, chosen) => void additions.carryOut(choices, chosen)}
        />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of all controls inside
        <div className={styles.frame} onPaste={onPaste} onKeyDown={onKeyDown}>
          <ParticipantsToolbar
            locked={locked}
            body={body}
            day={day}
            order={order}
            onOrder={setOrder}
            onRow={grid.state.cursor !== null || grid.state.chosen.size > 0}
            onPresence={(presence) => {
              grid.setPresence(presence)
              if (presence !== 'replaced') handle.current?.focus()
            }}
            onAdd={add}
            onRemove={remove}
            onMarkOthers={attendance.unmarked === 0 ? null : additions.markOthers}
            onPasteAsked={() => setPasting(true)}
            additions={additions}
          />
          {news && (
            <p role={news.tone === 'bad' ? 'alert' : 'status'} className={news.tone === 'bad' ? styles.refusal : styles.news}>
              {news.text}
            </p>
          )}
          {removed > 0 && (
            <p role="status" className={styles.news}>
              {t('removed', { count: removed, shown: formatNumber(removed) })}{' '}
              <Button
                variant="quiet"
                onClick={() => {
                  takeBack('undo')
                  handle.current?.focus()
                }}
              >
                {t('common:undo')}
              </Button>
            </p>
          )}
          {pasting && <TextArea label={t('pasteHere')} value="" rows={2} autoFocus readOnly onChange={() => undefined} />}
          {rows.length === 0 && <p className={styles.nobody}>{t('nobody')}</p>}
          <ParticipantsGrid
            field={field}
            items={items}
            grid={grid}
            nameOf={nameOf}
            day={day}
            handle={handle}
            onAdd={add}
            onRemove={remove}
            onNoCountry={(text) => additions.refuse(t('noCountry', { text }))}
          />
          <div className={styles.footer}>
            <p aria-live="polite">
              {summary.join(' · ')}
              {sentence && (
                <>
                  {summary.length > 0 && <br />}
                  {sentence}
                </>
              )}
            </p>
            {!locked && <Button onClick={add}>{t('addRow')}</Button>}
            <Button variant="primary" onClick={close}>
              {t('done')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
