import { CircleCheck, MessageSquare, Pencil, Reply, TextSearch, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { LinkChip } from '../controls/link-chip.tsx'
import { isOpen } from './comment-draft.ts'
import styles from './minutes.module.css'

export interface CommentEntryProps {
  readonly comment: Comment
  readonly locked: boolean
  /** Shows where its words stand in the text. */
  readonly onShow: () => void
  /** The answer under way; null: none is. */
  readonly answer: string | null
  /** Another window has changed or removed the comment since the answer was begun. */
  readonly gone?: boolean | undefined
  readonly onAnswerChange: (answer: string | null) => void
  readonly onAnswer: (answer: string) => void
  readonly onEdit?: () => void
  readonly onRemove?: () => void
}

/** One comment: its words of the draft, what was remarked, and the answer or a place for it. */
export function CommentEntry(props: CommentEntryProps) {
  const { comment, locked, answer, gone = false, onShow, onAnswerChange: setAnswer } = props
  const { t } = useTranslation(['minutes', 'common'])
  const { from, on, passage, text } = comment
  const settle = () => {
    if (answer?.trim()) props.onAnswer(answer.trim())
    setAnswer(null)
  }
  const about = text.slice(0, 40)
  return (
    <li className={styles.entry} data-open={isOpen(comment) || undefined}>
      <div className={styles.entryHead}>
        {isOpen(comment) ? <MessageSquare aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        <span className={styles.state}>{t(isOpen(comment) ? 'comment.open' : 'comment.answered')}</span>
        {from && <LinkChip name={from} />}
        {on && <time dateTime={on}>{formatDate(on)}</time>}
        <span className={styles.space} />
        {passage && (
          <IconButton size="small" label={t('comment.show', { about: passage.slice(0, 40) })} icon={<TextSearch />} onClick={onShow} />
        )}
        {!locked && !gone && (
          <>
            <IconButton size="small" label={t('comment.editOne', { about })} icon={<Pencil />} onClick={props.onEdit} />
            <IconButton size="small" label={t('comment.remove', { about })} icon={<Trash2 />} onClick={props.onRemove} />
          </>
        )}
      </div>
      {passage && <blockquote className={styles.passage}>{passage}</blockquote>}
      <p className={styles.remark}>{text}</p>
      {!isOpen(comment) && (
        <p className={styles.answer}>
          <Reply aria-hidden="true" />
          <span className="visually-hidden">{t('comment.answerIs')} </span>
          {comment.answer}
        </p>
      )}
      {isOpen(comment) && !locked && answer === null && (
        <Button variant="quiet" icon={<Reply />} onClick={() => setAnswer('')}>
          {t('comment.doAnswer')}
        </Button>
      )}
      {gone && <p className={styles.said}>{t('comment.gone')}</p>}
      {answer !== null && (
        <form
          className={styles.answering}
          onSubmit={(event) => {
            event.preventDefault()
            settle()
          }}
        >
          <TextField
            label={t('comment.answer')}
            hideLabel
            placeholder={t('comment.answerPlaceholder')}
            value={answer}
            maxLength={MAX_LINE}
            autoFocus
            onChange={setAnswer}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setAnswer(null)
            }}
          />
          <Button type="submit" variant="primary" disabled={answer.trim() === ''}>
            {t('comment.save')}
          </Button>
          <Button onClick={() => setAnswer(null)}>{t('common:cancel')}</Button>
        </form>
      )}
    </li>
  )
}
