import type { ReactNode } from 'react'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import css from './inspector.module.css'

export interface MiniRowProps {
  /** An icon or a checkbox before the words. */
  readonly mark: ReactNode
  readonly title: ReactNode
  /** The second line. */
  readonly detail?: ReactNode
  /** Goes to a place of the application. */
  readonly address?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly finished?: boolean | undefined
  /** A button at the end. */
  readonly action?: ReactNode
  /** Controls under the words. */
  readonly below?: ReactNode
}

/** Two lines with a mark before them: an action, a decision, a link. */
export function MiniRow({ mark, title, detail, address, onClick, finished, action, below }: MiniRowProps) {
  const words = (
    <>
      <span className={finished ? css['finished'] : css['title']}>{title}</span>
      {detail && <small className={css['detail']}>{detail}</small>}
    </>
  )
  return (
    <li className={css['row']}>
      <span className={css['rowMark']}>{mark}</span>
      <div className={css['column']}>
        {address !== undefined ? (
          <PlaceLink address={address} className={css['words']}>
            {words}
          </PlaceLink>
        ) : onClick ? (
          <button type="button" className={css['words']} onClick={onClick}>
            {words}
          </button>
        ) : (
          <span className={css['words']}>{words}</span>
        )}
        {below && <div className={css['below']}>{below}</div>}
      </div>
      {action}
    </li>
  )
}
