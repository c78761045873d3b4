import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jsonEqual } from '../../../../shared/json-equal.ts'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { recordOptions } from '../../../parts/records/record-options.tsx'
import { asPassage, isComplete } from './comment-draft.ts'
import { commentForms } from './comment-forms.ts'

export interface CommentDialogProps {
  /** Of what is written here and not saved yet. */
  readonly formKey: string
  readonly comment: Comment
  readonly isNew: boolean
  readonly onSave: (comment: Comment) => void
  readonly onClose: () => void
}

/** A comment as it is recorded: who, when, on which words, what, and what was answered. Closed without a word, it is kept as written. */
export function CommentDialog({ formKey, comment, isNew, onSave, onClose }: CommentDialogProps) {
  const { t } = useTranslation('minutes')
  const [goesOn] = useState(() => commentForms.of(formKey) !== undefined)
  const draft = commentForms.useForm(formKey) ?? comment
  const set = (part: Partial<Comment>) => {
    const next = { ...(commentForms.of(formKey) ?? comment), ...part }
    if (jsonEqual(next, comment)) commentForms.forget(formKey)
    else commentForms.keep(formKey, next)
  }
  const oneLine = (text: string) => text.replace(/[\r\n]+/gu, ' ')
  return (
    <FormDialog
      size="medium"
      title={t(isNew ? 'comment.new' : 'comment.edit')}
      description={goesOn ? t('comment.goesOn') : undefined}
      submitLabel={t('comment.save')}
      ready={isComplete(draft)}
      onSubmit={() => {
        commentForms.forget(formKey)
        onSave({
          ...draft,
          from: draft.from.trim(),
          passage: asPassage(draft.passage),
          text: draft.text.trim(),
          answer: draft.answer.trim(),
        })
      }}
      onClose={onClose}
      onCancel={() => {
        commentForms.forget(formKey)
        onClose()
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
    </FormDialog>
  )
}
