/** What stands at the end of an action's line: who is responsible and the days. Pure. */
import { readBlocks } from '../../../../shared/markdown/blocks.ts'
import { placedLinks } from '../../../../shared/markdown/links.ts'
import { readTaskLine, type TailPiece, type TaskLine } from '../../../../shared/markdown/task-line.ts'
import { readLine } from './line-marks.ts'

export interface LineAction {
  /** Where its bullet stands in the line: offsets of `read` count from there. */
  readonly from: number
  readonly read: TaskLine
}

/** The action on a line, read as the lists of actions read it; undefined when there is none. */
export function actionOn(line: string): LineAction | undefined {
  const { box, prefix } = readLine(line)
  if (box === '') return undefined
  const own = line.slice(prefix.length)
  const blocks = readBlocks(own)
  const [first] = blocks.lines
  const read = first && readTaskLine(own, first, placedLinks(own, blocks))
  return read && { from: prefix.length, read }
}

export type DayPiece = Extract<TailPiece, { kind: 'day' }>

export const daysIn = ({ tail }: TaskLine): DayPiece[] => tail.filter((piece) => piece.kind === 'day')

export const responsibleIn = ({ tail }: TaskLine): string[] => tail.flatMap((piece) => (piece.kind === 'link' ? [piece.target] : []))

/** Where what stands behind the words of an action begins, with the space before it; the length of the line when nothing does. */
export function endOfWords(line: string): number {
  const action = actionOn(line)
  if (!action || action.read.tail.length === 0) return line.length
  const { textFrom, textTo, boxTo } = action.read
  return action.from + (textTo > textFrom ? textTo : Math.min(textFrom, boxTo + 1))
}
