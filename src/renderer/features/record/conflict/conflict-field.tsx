import { Fragment, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { readableValue } from '../../../parts/records/readable-value.ts'
import { useValueWords } from '../../../parts/records/use-value-words.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './conflict.module.css'
import { differingLines } from '../../../store/records/merge-text.ts'

export type Choice = { readonly take: 'mine' } | { readonly take: 'theirs' } | { readonly take: 'merged'; readonly text: string }

export interface ConflictFieldProps {
  readonly name: string
  readonly mine: unknown
  readonly theirs: unknown
  readonly theirName: string
  /** Texts can be put together: the proposal, and how many places must be looked at. */
  readonly merged?: { readonly text: string; readonly overlaps: number } | undefined
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}

/** A text with the lines marked that the other version does not have. */
function Differences({ text, other }: { readonly text: string; readonly other: string }) {
  return differingLines(text, other).map(({ line, differs }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a line has no identity but its place
    <Fragment key={index}>
      {index > 0 && '\n'}
      {differs ? <mark>{line}</mark> : line}
    </Fragment>
  ))
}

/** One field that both sides changed: both values side by side, and one to be taken. */
export function ConflictField({ name, mine, theirs, theirName, merged, choice, onChoose }: ConflictFieldProps) {
  const { t } = useTranslation(['record', 'fields'])
  const words = useValueWords()
  const group = useId()
  const label = t(`fields:label.${name}`)
  const side = (take: 'mine' | 'theirs', value: unknown, other: unknown) => (
    <label className={styles.side} data-chosen={choice?.take === take || undefined}>
      <span className={styles.head}>
        <input type="radio" name={group} checked={choice?.take === take} onChange={() => onChoose({ take })} />
        {take === 'mine' ? t('conflict.mine') : t('conflict.theirs', { name: theirName })}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, by key too */}
      <span className={styles.value} tabIndex={name === 'body' ? 0 : undefined}>
        {merged && typeof value === 'string' && typeof other === 'string' ? (
          <Differences text={value} other={other} />
        ) : (
          readableValue(name, value, words)
        )}
      </span>
    </label>
  )
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.sides}>
        {side('mine', mine, theirs)}
        {side('theirs', theirs, mine)}
      </div>
      {merged && (
        <div className={styles.side} data-chosen={choice?.take === 'merged' || undefined}>
          <label className={styles.head}>
            <input
              type="radio"
              name={group}
              checked={choice?.take === 'merged'}
              onChange={() => onChoose({ take: 'merged', text: choice?.take === 'merged' ? choice.text : merged.text })}
            />
            {merged.overlaps > 0 ? t('conflict.mergedWithOverlaps', { count: merged.overlaps }) : t('conflict.merged')}
          </label>
          {choice?.take === 'merged' && (
            <TextArea
              label={t('conflict.mergedText', { field: label })}
              hideLabel
              rows={12}
              className={styles.merged}
              value={choice.text}
              onChange={(text) => onChoose({ take: 'merged', text })}
            />
          )}
        </div>
      )}
    </fieldset>
  )
}
