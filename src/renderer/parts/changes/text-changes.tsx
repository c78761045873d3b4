import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextPiece } from '../../../shared/contract/history.ts'
import { formatNumber } from '../../i18n/dates.ts'
import css from './changes.module.css'

/** Line ends that came or went alone would not be seen. */
function Seen({ text }: { readonly text: string }) {
  return (
    <>
      {text.trim() === '' && text.includes('\n') && <span aria-hidden="true">↵</span>}
      {text}
    </>
  )
}

function Piece({ change, text, lines }: TextPiece) {
  const { t } = useTranslation('history')
  switch (change) {
    case 'same':
      return text
    case 'skipped':
      return <span className={css['skipped']}>{t('skipped', { count: lines, formatted: formatNumber(lines) })}</span>
    case 'added':
    case 'removed': {
      const Mark = change === 'added' ? 'ins' : 'del'
      // few screen readers say by themselves that a word came or went
      return (
        <Mark className={css[change]}>
          <span className="visually-hidden">{t(change === 'added' ? 'spoken.added' : 'spoken.removed')} </span>
          <Seen text={text} />
          <span className="visually-hidden"> {t('spoken.end')}</span>
        </Mark>
      )
    }
  }
}

/** A text with the words marked that came and went: by colour, by a line, and for who hears it by a word. */
export function TextChanges({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a piece of text has no identity but its place
    <Fragment key={index}>
      <Piece {...piece} />
    </Fragment>
  ))
}
