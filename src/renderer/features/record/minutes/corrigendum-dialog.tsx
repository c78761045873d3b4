import { UserRoundPen } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adoptedDocument } from '../../../../shared/markdown/adopted-document.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { isPartialDate } from '../../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { closeListOf } from '../../../parts/bodies/open-bodies.ts'
import { openRecords } from '../../../store/records.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { BodyEditor } from '../../editor/body-editor.tsx'
import { ParticipantsDialog } from '../meeting/participants/participants-dialog.tsx'
import type { FieldHandle } from '../properties/use-field.ts'
import { changeAsSeen, shownDocument, type NotAsSeen } from './change-as-seen.ts'
import { CorrigendumCheck, dateProblem } from './corrigendum-check.tsx'
import {
  changesAnything,
  forgetCorrigendum,
  keepCorrigendum,
  newCorrigendum,
  useCorrigendumDrafts,
  type CorrigendumDraft,
} from '../../../store/corrigenda.ts'
import styles from './minutes.module.css'

export interface CorrigendumDialogProps {
  readonly id: string
  readonly adopted: MeetingRecord
  readonly onClose: () => void
}

/** Another editor each time: it must not take up the text of the one before. */
let opened = 0

/** The next corrigendum: the text is put right, then what changes is looked at, with date and reason, before it is issued. */
export function CorrigendumDialog({ id, adopted, onClose }: CorrigendumDialogProps) {
  const { t } = useTranslation(['minutes', 'common'])
  const [editor, setEditor] = useState(() => `${id} corrigendum ${(opened += 1)}`)
  const typed = openRecords.store.getState()[id]?.draft['body']
  const [kept] = useState(() => useCorrigendumDrafts.getState()[id] !== undefined)
  const draft = useCorrigendumDrafts((drafts) => drafts[id]) ?? newCorrigendum(adopted, typed)
  const [step, setStep] = useState<'text' | 'check'>('text')
  const [seen, setSeen] = useState(() => adoptedDocument(adopted))
  const [problem, setProblem] = useState('')
  const form = useId()
  const number = adopted.corrigenda.length + 1
  const change = (part: Partial<CorrigendumDraft>) => {
    setProblem('')
    const next = { ...(useCorrigendumDrafts.getState()[id] ?? draft), ...part }
    if (typeof typed === 'string' || changesAnything(adopted, next) || next.reason !== '') keepCorrigendum(id, next)
    else forgetCorrigendum(id)
  }
  const isChanged = changesAnything(adopted, draft)
  const [listing, setListing] = useState(false)
  const participants: FieldHandle<Participant[]> = {
    name: 'participants',
    value: draft.participants,
    current: () => (useCorrigendumDrafts.getState()[id] ?? draft).participants,
    set: (rows) => change({ participants: rows }),
    locked: false,
    problemAt: () => undefined,
  }
  const ready =
    isChanged && draft.reason.trim() !== '' && draft.on !== '' && isPartialDate(draft.on) && dateProblem(adopted, draft.on) === null
  const beginAnew = () => {
    forgetCorrigendum(id)
    if (typeof typed === 'string') openRecords.discard(id, ['body'])
    setEditor(`${id} corrigendum ${(opened += 1)}`)
    setStep('text')
  }
  const issue = async () => {
    const { body, participants: rows, on, reason } = draft
    keepCorrigendum(id, draft)
    // what was typed into the text before it turned out to be adopted is kept there now
    openRecords.discard(id, ['body'])
    try {
      const done = await changeAsSeen(id, seen, (baseRev) =>
        client.call('meetings.correct', { id, baseRev, body, participants: rows, on, reason: reason.trim() }),
      )
      if (done === 'changed' || done === 'unsaved') return refuse(done)
      forgetCorrigendum(id)
      offerUndo({ revision: done.commit.revision, label: t('corrigendum.issued', { number, title: adopted.title }) })
      onClose()
    } catch (error) {
      setProblem(formatError(error))
    }
  }
  const refuse = (why: NotAsSeen) => {
    setSeen(shownDocument(id))
    setProblem(t(`notAsSeen.${why}`))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      onEscapeKeyDown={(event) => {
        // in the text it is the text's own: it closes the list of names, and never what is being written
        if (!(event.target instanceof Element) || !event.target.closest('[contenteditable=true]')) return
        event.preventDefault()
        closeListOf(editor)
      }}
      title={t('corrigendum.title', { number, title: adopted.title })}
      description={t(step === 'text' ? 'corrigendum.textHint' : 'corrigendum.checkHint')}
      footer={
        <div className={styles.footer}>
          {(kept || isChanged) && (
            <Button variant="quiet" onClick={beginAnew}>
              {t('corrigendum.beginAnew')}
            </Button>
          )}
          <span className={styles.space} />
          {step === 'text' ? (
            <>
              <Button icon={<UserRoundPen />} aria-haspopup="dialog" onClick={() => setListing(true)}>
                {t('corrigendum.participants')}
              </Button>
              <Button onClick={onClose}>{t('common:close')}</Button>
              <Button variant="primary" disabled={!isChanged} onClick={() => setStep('check')}>
                {t('corrigendum.check')}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => setStep('text')}>{t('corrigendum.back')}</Button>
              <Button variant="primary" type="submit" form={form} disabled={!ready}>
                {t('corrigendum.do', { number })}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className={styles.corrigendum}>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        {step === 'text' && kept && <p className={styles.said}>{t('corrigendum.goesOn')}</p>}
        {step === 'text' ? (
          <BodyEditor
            key={editor}
            id={editor}
            value={draft.body}
            onChange={(body) => change({ body })}
            readOnly={false}
            mode="edit"
            onFollowLink={() => undefined}
            label={t('corrigendum.text')}
            filesBeside
          />
        ) : (
          <form
            id={form}
            onSubmit={(event) => {
              event.preventDefault()
              if (ready) void issue()
            }}
          >
            <CorrigendumCheck id={id} adopted={adopted} draft={draft} onChange={change} />
          </form>
        )}
        {listing && <ParticipantsDialog field={participants} onClose={() => setListing(false)} />}
      </div>
    </Dialog>
  )
}
