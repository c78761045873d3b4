import * as RadixPopover from '@radix-ui/react-popover'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './combobox.module.css'
import control from './control.module.css'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { useComboboxOptions } from './use-combobox-options.ts'

export interface ComboboxOption {
  /** What the choice stands for: a name, a code. */
  readonly value: string
  readonly label: string
  /** One line that tells it apart. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
}

export interface ComboboxProps extends FieldFrameProps {
  /** The text shown while nobody is typing. A picker that adds to a list keeps it empty. */
  readonly value: string
  /** The options for what has been typed; asked again at every change, only the last answer counts. */
  readonly load: (text: string) => Promise<readonly ComboboxOption[]>
  /** `option` is null when the text was taken as it stands (free text) or emptied. */
  readonly onChange: (value: string, option: ComboboxOption | null) => void
  /** The text may be something that is not among the options. */
  readonly freeText?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly bare?: boolean | undefined
  readonly id?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** A text field with options below it, after the ARIA Authoring Practices' editable combobox with list autocomplete. */
export function Combobox({
  label,
  hideLabel,
  hint,
  error,
  className,
  value,
  load,
  onChange,
  freeText,
  placeholder,
  disabled,
  bare,
  id,
  autoFocus,
}: ComboboxProps) {
  const { t } = useTranslation('common')
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const options = useComboboxOptions(open, text ?? '', load)
  const shown = text ?? value

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (option: ComboboxOption) => {
    close()
    setText(null)
    onChange(option.value, option)
  }
  const settle = () => {
    close()
    const typed = text?.trim()
    setText(null)
    if (typed === undefined || typed === value) return
    if (typed === '' || freeText) return onChange(typed, null)
    const same = options?.find((option) => option.label.toLowerCase() === typed.toLowerCase())
    if (same) onChange(same.value, same)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const count = options?.length ?? 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (count > 0) setActive((now) => (now < 0 && step < 0 ? count - 1 : (now + step + count) % count))
    } else if (event.key === 'Enter') {
      const option = options?.[active]
      if (open && option) {
        event.preventDefault()
        choose(option)
      } else if (text !== null) {
        event.preventDefault()
        settle()
      }
    } else if (event.key === 'Escape' && (open || text !== null)) {
      // the dialog or the list around it must not take this key too
      event.preventDefault()
      event.stopPropagation()
      close()
      setText(null)
    }
  }

  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} className={className} id={id}>
      {(wiring) => (
        <RadixPopover.Root open={open && options !== null} onOpenChange={(next) => !next && close()}>
          <RadixPopover.Anchor asChild>
            <input
              {...wiring}
              type="text"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={open && options !== null}
              aria-controls={open && options !== null ? listId : undefined}
              aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              value={shown}
              placeholder={placeholder}
              disabled={disabled}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- a field that a person has just asked for
              autoFocus={autoFocus}
              className={classNames(control.control, bare && control.bare)}
              onChange={(event) => {
                setText(event.target.value)
                setActive(freeText ? -1 : 0)
                setOpen(true)
              }}
              onClick={() => setOpen(true)}
              onKeyDown={onKeyDown}
              onBlur={settle}
            />
          </RadixPopover.Anchor>
          <RadixPopover.Portal>
            <RadixPopover.Content
              ref={list}
              id={listId}
              role="listbox"
              aria-label={label}
              className={styles.list}
              align="start"
              sideOffset={2}
              collisionPadding={8}
              onOpenAutoFocus={(event) => event.preventDefault()}
              onCloseAutoFocus={(event) => event.preventDefault()}
              onInteractOutside={(event) => event.preventDefault()}
              onEscapeKeyDown={(event) => event.preventDefault()}
              // keeps the focus in the field, so that its blur does not come before the click
              onMouseDown={(event) => event.preventDefault()}
            >
              {options?.map((option, index) => (
                // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
                <div
                  key={`${option.value}\u0000${option.label}`}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className={styles.option}
                  onMouseMove={() => setActive(index)}
                  onClick={() => choose(option)}
                >
                  {option.icon}
                  <span className={styles.label}>
                    {option.label}
                    {option.detail && <small className={styles.detail}>{option.detail}</small>}
                  </span>
                </div>
              ))}
              {options?.length === 0 && (
                <div role="option" aria-disabled aria-selected={false} className={styles.nothing}>
                  {freeText && text?.trim() ? t('combobox.takeAsIs', { text: text.trim() }) : t('combobox.nothing')}
                </div>
              )}
            </RadixPopover.Content>
          </RadixPopover.Portal>
        </RadixPopover.Root>
      )}
    </FieldFrame>
  )
}
