import * as RadixPopover from '@radix-ui/react-popover'
import { Search, X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
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
  /** The keys go here when the page comes. */
  readonly takesKeys?: boolean | undefined
  readonly size?: 'normal' | 'large' | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

const keepFocus = (event: Event) => event.preventDefault()

/** Where a query is typed: operators and values are completed, and what could not be taken is underlined and said. */
export function QueryBox({
  label,
  placeholder,
  value,
  onChange,
  onLeave,
  maxLength,
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
  const problems = useProblems(value, completing)
  const sentence = problemSentence(t, problems)
  // what floats over the rows goes when the person does; the line under the words stays
  const [focused, setFocused] = useState(false)

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
    <RadixPopover.Root open={completing || (focused && sentence !== undefined)}>
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
              aria-describedby={sentence === undefined || completing || !focused ? undefined : sentenceId}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              maxLength={maxLength}
              value={value}
              data-takes-keys={takesKeys || undefined}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={onKeyDown}
              onFocus={() => setFocused(true)}
              onBlur={() => setFocused(false)}
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
        </div>
      </RadixPopover.Anchor>
      <RadixPopover.Portal>
        <RadixPopover.Content
          role={completing ? 'region' : 'status'}
          aria-label={completing ? t('query.completions') : undefined}
          className={styles.below}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={keepFocus}
          onCloseAutoFocus={keepFocus}
          onInteractOutside={keepFocus}
          onEscapeKeyDown={keepFocus}
        >
          {completing ? (
            <CompletionItems completion={completion} layout="column" />
          ) : (
            <p id={sentenceId} className={styles.sentence}>
              {sentence}
            </p>
          )}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
