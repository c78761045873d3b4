import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { recordOptions } from '../../../parts/records/record-options.tsx'
import { asPassage, isComplete } from './comment-draft.ts'
import styles from './minutes.module.css'

export interface CommentDialogProps {
  readonly comment: Comment
  readonly isNew: boolean
  readonly onSave: (comment: Comment) => void
  readonly onClose: () => void
}

/** A comment as it is recorded: who, when, on which words, what, and what was answered. */
export function CommentDialog({ comment, isNew, onSave, onClose }: CommentDialogProps) {
  const { t } = useTranslation(['minutes', 'common'])
  const [draft, setDraft] = useState(comment)
  const form = useId()
  const set = (part: Partial<Comment>) => setDraft((before) => ({ ...before, ...part }))
  const oneLine = (text: string) => text.replace(/[\r\n]+/gu, ' ')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="medium"
      title={t(isNew ? 'comment.new' : 'comment.edit')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!isComplete(draft)}>
            {t('comment.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isComplete(draft)) return
          onSave({
            ...draft,
            from: draft.from.trim(),
            passage: asPassage(draft.passage),
            text: draft.text.trim(),
            answer: draft.answer.trim(),
          })
        }}
      >
        <Combobox
          label={t('comment.from')}
          freeText
          value={draft.from}
          load={(text) => recordOptions(text, { kinds: ['contact'] })}
          onChange={(from) => set({ from })}
        />
        <PartialDateField label={t('comment.on')} value={draft.on} onChange={(on) => set({ on })} />
        <TextArea
          label={t('comment.passage')}
          hint={t('comment.passageHint')}
          rows={2}
          maxLength={MAX_LINE}
          value={draft.passage}
          onChange={(passage) => set({ passage: oneLine(passage) })}
        />
        <TextArea
          label={t('comment.text')}
          rows={3}
          maxLength={MAX_LINE}
          value={draft.text}
          onChange={(text) => set({ text: oneLine(text) })}
        />
        <TextArea
          label={t('comment.answer')}
          hint={t('comment.answerHint')}
          rows={2}
          maxLength={MAX_LINE}
          value={draft.answer}
          onChange={(answer) => set({ answer: oneLine(answer) })}
        />
      </form>
    </Dialog>
  )
}
