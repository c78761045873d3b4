import { TriangleAlert, UserRoundPen } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adoptedDocument } from '../../../../shared/markdown/adopted-document.ts'
import type { DraftCorrigendum, Participant } from '../../../../shared/model/meeting.ts'
import { isPartialDate } from '../../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { adoptedHeading } from '../../../../shared/model/vocabulary.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { closeListOf } from '../../../parts/bodies/open-bodies.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { BodyEditor } from '../../editor/body-editor.tsx'
import { ParticipantsDialog } from '../meeting/participants/participants-dialog.tsx'
import type { FieldHandle } from '../properties/use-field.ts'
import { changeAsSeen, shownDocument, type NotAsSeen } from './change-as-seen.ts'
import { CorrigendumCheck, dateProblem } from './corrigendum-check.tsx'
import { asCorrected, changesAnything, correctionOf, isHeadingSound, isOutdated, newDraft, type changedDraft } from './corrigendum-draft.ts'
import { CorrigendumHeading } from './corrigendum-heading.tsx'
import { OutdatedDraft } from './outdated-draft.tsx'
import { changeCorrigendum, keepCorrigendum, keptCorrigendum, useKeptCorrigendum } from './use-corrigendum.ts'
import page from '../page/page.module.css'
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
  const kept = useKeptCorrigendum(id)
  const draft = kept ?? newDraft(adopted)
  const [goesOn, setGoesOn] = useState(kept !== null)
  const [step, setStep] = useState<'text' | 'check'>('text')
  const [overlaps, setOverlaps] = useState(0)
  const [seen, setSeen] = useState(() => adoptedDocument(adopted))
  const [problem, setProblem] = useState('')
  const [listing, setListing] = useState(false)
  const form = useId()
  const number = adopted.corrigenda.length + 1
  const change: (part: Parameters<typeof changedDraft>[2]) => void = (part) => {
    setProblem('')
    changeCorrigendum(id, adopted, part)
  }
  const text = asCorrected(adopted, draft)
  const isOld = isOutdated(adopted, draft)
  const comparable = changesAnything(draft) && isHeadingSound(adopted, text)
  const participants: FieldHandle<Participant[]> = {
    name: 'participants',
    value: text.participants,
    current: () => asCorrected(adopted, keptCorrigendum(id) ?? draft).participants,
    set: (rows) => change({ participants: rows }),
    locked: false,
    problemAt: () => undefined,
  }
  const ready =
    comparable &&
    !isOld &&
    draft.reason.trim() !== '' &&
    draft.on !== '' &&
    isPartialDate(draft.on) &&
    dateProblem(adopted, draft.on) === null
  const writeAnew = (next: DraftCorrigendum | null, places = 0) => {
    keepCorrigendum(id, next)
    setProblem('')
    setOverlaps(places)
    setSeen(adoptedDocument(adopted))
    setGoesOn(false)
    setEditor(`${id} corrigendum ${(opened += 1)}`)
    setStep('text')
  }
  const issue = async () => {
    try {
      const done = await changeAsSeen(id, seen, (baseRev) =>
        client.call('meetings.correct', { id, baseRev, ...correctionOf(draft), on: draft.on, reason: draft.reason.trim() }),
      )
      if (done === 'changed' || done === 'unsaved') return refuse(done)
      offerUndo({
        revision: done.commit.revision,
        label: t('corrigendum.issued', { number, title: adopted.title }),
        place: recordAddress('meeting', id),
      })
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
          {kept && !isOld && (
            <Button variant="quiet" onClick={() => writeAnew(null)}>
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
              <Button variant="primary" disabled={!comparable} onClick={() => setStep('check')}>
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
        {isOld && (
          <OutdatedDraft
            id={id}
            adopted={adopted}
            draft={draft}
            onCompare={step === 'text' && comparable ? () => setStep('check') : null}
            onGoOn={(carried) => writeAnew(carried.draft, carried.overlaps)}
            onDiscard={() => writeAnew(null)}
          />
        )}
        {overlaps > 0 && (
          <div className={page.notice} data-tone="warn" role="status">
            <TriangleAlert />
            <span className={page.grow}>{t('outdated.overlaps', { count: overlaps })}</span>
          </div>
        )}
        {step === 'text' && goesOn && !isOld && <p className={styles.said}>{t('corrigendum.goesOn')}</p>}
        {step === 'text' ? (
          <>
            <CorrigendumHeading
              key={`heading ${editor}`}
              adopted={adopted}
              corrected={text}
              isChanged={adoptedHeading.some((field) => draft[field] !== undefined)}
              onChange={change}
            />
            <BodyEditor
              key={editor}
              id={editor}
              value={text.body}
              onChange={(body) => change({ body })}
              readOnly={false}
              mode="edit"
              onFollowLink={() => undefined}
              label={t('corrigendum.text')}
              filesBeside
            />
          </>
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
