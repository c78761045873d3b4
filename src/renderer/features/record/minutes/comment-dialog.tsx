import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { recordOptions } from '../../../parts/records/record-options.tsx'
import { asPassage, isComplete } from './comment-draft.ts'

export interface CommentDialogProps {
  readonly comment: Comment
  readonly isNew: boolean
  readonly onSave: (comment: Comment) => void
  readonly onClose: () => void
}

/** A comment as it is recorded: who, when, on which words, what, and what was answered. */
export function CommentDialog({ comment, isNew, onSave, onClose }: CommentDialogProps) {
  const { t } = useTranslation('minutes')
  const [draft, setDraft] = useState(comment)
  const set = (part: Partial<Comment>) => setDraft((before) => ({ ...before, ...part }))
  const oneLine = (text: string) => text.replace(/[\r\n]+/gu, ' ')
  return (
    <FormDialog
      size="medium"
      title={t(isNew ? 'comment.new' : 'comment.edit')}
      submitLabel={t('comment.save')}
      ready={isComplete(draft)}
      onSubmit={() =>
        onSave({
          ...draft,
          from: draft.from.trim(),
          passage: asPassage(draft.passage),
          text: draft.text.trim(),
          answer: draft.answer.trim(),
        })
      }
      onClose={onClose}
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
    </FormDialog>
  )
}
