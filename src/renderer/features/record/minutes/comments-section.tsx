import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { MAX_ITEMS } from '../../../../shared/model/vocabulary.ts'
import { localDay } from '../../../i18n/dates.ts'
import { useCommand } from '../../../parts/commands/commands.ts'
import { showFinds } from '../../../parts/find/find.ts'
import { Button } from '../../../ui/button.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import { CommentDialog } from './comment-dialog.tsx'
import { asPassage, commentKeys, inOrder, isOpen, placeOf } from './comment-draft.ts'
import { CommentEntry } from './comment-entry.tsx'
import { answerForms, commentForms } from './comment-forms.ts'
import styles from './minutes.module.css'
import { SelectionButton } from './selection-button.tsx'
import { selectedPassage, useSelectedPassage } from './use-selected-passage.ts'

interface Edited {
  readonly comment: Comment
  /** Where it stood when it was opened; null for a new one. */
  readonly index: number | null
  readonly formKey: string
}

/** What was remarked on the draft while it circulated: counted, answered, and recorded from words that are selected in the text. */
export function CommentsSection() {
  const { t } = useTranslation('minutes')
  const { id } = useRecordScope()
  const { value: comments, current, set, locked } = useField('meeting', 'comments')
  const { value: stage } = useField('meeting', 'stage')
  const [edited, setEdited] = useState<Edited | null>(null)
  const takes = !locked && stage === 'circulated'
  const selection = useSelectedPassage(takes)
  const answers = answerForms.useForm(id) ?? {}
  const begin = () => {
    const passage = asPassage((selectedPassage() ?? selection)?.text ?? '')
    const formKey = `${id} new`
    const kept = commentForms.of(formKey)
    if (kept && passage !== '') commentForms.keep(formKey, { ...kept, passage })
    setEdited({ comment: { from: '', on: localDay(), passage, text: '', answer: '' }, index: null, formKey })
  }
  useCommand('record.addComment', begin, { enabled: takes && comments.length < MAX_ITEMS })
  if (!takes && comments.length === 0) return null
  const open = comments.filter(isOpen).length
  /** Another window may have changed the list since `before` was read at `index`: what is gone there is written anew. */
  const put = (index: number, before: Comment, comment: Comment) => {
    const at = placeOf(current(), index, before)
    set(at === null ? [...current(), comment] : current().with(at, comment))
  }
  const save = (comment: Comment) => {
    if (edited?.index === null) set([...current(), comment])
    else if (edited) put(edited.index, edited.comment, comment)
    setEdited(null)
  }
  const remove = (index: number, comment: Comment) => {
    const at = placeOf(current(), index, comment)
    if (at !== null) set(current().toSpliced(at, 1))
  }
  const setAnswer = (key: string, comment: Comment, text: string | null) => {
    const { [key]: _before, ...others } = answerForms.of(id) ?? {}
    answerForms.keep(id, text === null ? others : { ...others, [key]: { comment, text } })
  }
  const keys = commentKeys(comments)
  // what was being answered when another window changed or removed it
  const gone = takes ? Object.entries(answers).filter(([key]) => !keys.includes(key)) : []
  return (
    <section aria-label={t('comments')} className={styles.section}>
      <SectionTitle
        count={comments.length > 0 ? t('openOf', { open, count: comments.length }) : undefined}
        action={
          takes && (
            <Button variant="quiet" icon={<MessageSquarePlus />} disabled={comments.length >= MAX_ITEMS} onClick={begin}>
              {t(selection ? 'comment.onSelection' : 'comment.add')}
            </Button>
          )
        }
      >
        {t('comments')}
      </SectionTitle>
      {comments.length === 0 && <p className={styles.said}>{t('noComments')}</p>}
      <ul className={styles.list}>
        {inOrder(comments).map(({ comment, index }) => {
          const key = keys[index] ?? ''
          return (
            <CommentEntry
              key={key}
              comment={comment}
              locked={locked}
              answer={locked ? null : (answers[key]?.text ?? null)}
              onShow={() => showFinds(id, [comment.passage.split(' ')])}
              onAnswerChange={(text) => setAnswer(key, comment, text)}
              onAnswer={(answer) => put(index, comment, { ...comment, answer })}
              onEdit={() => setEdited({ comment, index, formKey: `${id} ${key}` })}
              onRemove={() => remove(index, comment)}
            />
          )
        })}
        {gone.map(([key, { comment, text }]) => (
          <CommentEntry
            key={key}
            comment={comment}
            locked={false}
            gone
            answer={text}
            onShow={() => showFinds(id, [comment.passage.split(' ')])}
            onAnswerChange={(next) => setAnswer(key, comment, next)}
            onAnswer={(answer) => set([...current(), { ...comment, answer }])}
          />
        ))}
      </ul>
      {takes && comments.length < MAX_ITEMS && selection && <SelectionButton selection={selection} onClick={begin} />}
      {edited && (
        <CommentDialog
          formKey={edited.formKey}
          comment={edited.comment}
          isNew={edited.index === null}
          onSave={save}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}
