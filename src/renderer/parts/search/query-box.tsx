import * as RadixPopover from '@radix-ui/react-popover'
import { Search, X } from 'lucide-react'
import { useId, useRef, type KeyboardEvent, type Ref } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { SearchedFor } from '../../../shared/contract/search.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CompletionItems, CompletionSpoken } from './completion-items.tsx'
import styles from './query-box.module.css'
import { problemSentence, useProblems } from './query-problems.ts'
import { Underlines } from './underlines.tsx'
import { useCompletion } from './use-completion.ts'

interface QueryBoxProps {
  /** The accessible name. */
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter and ↓ go to what was found. */
  readonly onLeave: () => void
  readonly maxLength: number
  /** Where the page has room for what could not be taken: over its rows it would hide them. */
  readonly problemsIn: HTMLElement | null
  /** Nothing was found for this very text. */
  readonly foundNothing: boolean
  /** What the text was taken for where nothing fits it; said where problems are. */
  readonly searchedFor?: SearchedFor | undefined
  /** The keys go here when the page comes. */
  readonly takesKeys?: boolean | undefined
  readonly size?: 'normal' | 'large' | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

const keepFocus = (event: Event) => event.preventDefault()

/** Where a query is typed: operators and values are completed, what could not be taken is underlined, and said elsewhere. */
export function QueryBox({
  label,
  placeholder,
  value,
  onChange,
  onLeave,
  maxLength,
  problemsIn,
  foundNothing,
  searchedFor,
  takesKeys,
  size = 'normal',
  className,
  ref,
}: QueryBoxProps) {
  const { t } = useTranslation('common')
  const sentenceId = useId()
  const input = useRef<HTMLInputElement>(null)
  const completion = useCompletion(value, onChange, input)
  const completing = completion.items.length > 0
  const problems = useProblems(value, { completing, foundNothing })
  const sentence = problemSentence(t, value, problems)
  const said =
    sentence ?? (searchedFor ? t(`query.searchedFor.${searchedFor.how}`, { text: value.trim(), other: searchedFor.text }) : undefined)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || completion.onKeyDown(event)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (value === '') onLeave()
      else onChange('')
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <RadixPopover.Root open={completing}>
      <RadixPopover.Anchor asChild>
        <div className={classNames(styles.frame, size === 'large' && styles.large, className)}>
          <Search className={styles.icon} />
          <div className={styles.line}>
            <input
              ref={(element) => {
                input.current = element
                if (typeof ref === 'function') ref(element)
                else if (ref) ref.current = element
              }}
              type="text"
              role="searchbox"
              aria-label={label}
              aria-invalid={sentence !== undefined || undefined}
              aria-describedby={said === undefined ? undefined : sentenceId}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              maxLength={maxLength}
              value={value}
              data-takes-keys={takesKeys || undefined}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={onKeyDown}
              className={styles.input}
            />
            <Underlines input={input} text={value} problems={problems} />
          </div>
          {value !== '' && (
            <IconButton
              label={t('query.clear')}
              icon={<X />}
              size="small"
              onClick={() => {
                onChange('')
                input.current?.focus()
              }}
            />
          )}
          <CompletionSpoken completion={completion} />
          {said !== undefined &&
            problemsIn &&
            createPortal(
              <p id={sentenceId} className={styles.sentence}>
                {said}
              </p>,
              problemsIn,
            )}
        </div>
      </RadixPopover.Anchor>
      <RadixPopover.Portal>
        <RadixPopover.Content
          role="region"
          aria-label={t('query.completions')}
          className={styles.below}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={keepFocus}
          onCloseAutoFocus={keepFocus}
          onInteractOutside={keepFocus}
          onEscapeKeyDown={keepFocus}
        >
          <CompletionItems completion={completion} layout="column" />
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
