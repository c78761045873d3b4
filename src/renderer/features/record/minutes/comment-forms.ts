/** Comments and answers that are being written, by their meeting. */
import type { Comment } from '../../../../shared/model/meeting.ts'
import { createKeptForms } from '../../../store/kept-forms.ts'

/** An answer under way, and the comment that it answers as it stood when that began. */
export interface AnswerUnderWay {
  readonly comment: Comment
  readonly text: string
}

/** In the dialog: by the meeting and the comment that is changed, or "new". */
export const commentForms = createKeptForms<Comment>()
/** Below the comments: by the meeting, then by the comment (see `commentKeys`). */
export const answerForms = createKeptForms<Readonly<Record<string, AnswerUnderWay>>>()
