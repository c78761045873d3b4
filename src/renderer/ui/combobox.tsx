import * as RadixPopover from '@radix-ui/react-popover'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { leftOption, meantOption, onlyOption } from './combobox-choice.ts'
import { ComboboxList } from './combobox-list.tsx'
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
  /** Of the record that it names. */
  readonly id?: string | undefined
}

export interface ComboboxProps extends FieldFrameProps {
  /** The text shown while nobody is typing. A picker that adds to a list keeps it empty. */
  readonly value: string
  /** The options for what has been typed; asked again at every change, only the last answer counts. */
  readonly load: (text: string) => Promise<readonly ComboboxOption[]>
  /** `option` is null when the text was taken as it stands (free text) or emptied. */
  readonly onChange: (value: string, option: ComboboxOption | null) => void
  /** Enter was pressed with this text in the field; what it means may still be on its way to `onChange`. */
  readonly onEnter?: ((text: string) => void) | undefined
  /** The text may be something that is not among the options. */
  readonly freeText?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly bare?: boolean | undefined
  readonly id?: string | undefined
  readonly autoFocus?: boolean | undefined
}

type Options = readonly ComboboxOption[]
/** Null: the text itself is meant; undefined: nothing is. */
type Choose = (among: Options, wanted: string) => ComboboxOption | null | undefined

/** What stands last in the list: the text as it was typed. */
const keptOf = (options: Options, text: string): boolean => text !== '' && !options.some(({ label }) => label === text)

/**
 * A text field with options below it, after the ARIA Authoring Practices' editable combobox with list autocomplete and
 * automatic selection: the option that is meant is highlighted as soon as it is known, and Enter takes it.
 */
export function Combobox({
  label,
  hideLabel,
  hint,
  error,
  className,
  value,
  load,
  onChange,
  onEnter,
  freeText = false,
  placeholder,
  disabled,
  bare,
  id,
  autoFocus,
}: ComboboxProps) {
  const { t } = useTranslation('common')
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  /** What was typed and is no option: it is said, not dropped in silence. */
  const [unknown, setUnknown] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  /** Where the arrows or the pointer have gone; null: nowhere, then what is meant is highlighted. */
  const [gone, setGone] = useState<number | null>(null)
  const { options, ask, forget, newest } = useComboboxOptions(load)
  // what holds at this moment: an answer may come after the field was left, before the next paint
  const typing = useRef<string | null>(null)
  const latest = useRef({ onChange })
  useEffect(() => {
    latest.current = { onChange }
  })

  const typed = text?.trim() ?? ''
  const kept = freeText && options !== null && keptOf(options, typed)
  const count = (options?.length ?? 0) + (kept ? 1 : 0)
  const meant = (among: Options, wanted: string) => (freeText && among.length === 0 ? 0 : meantOption(among, wanted))
  const active = gone ?? (options ? meant(options, typed) : -1)
  const listOpen = open && options !== null

  const problem = error ?? (unknown === null ? undefined : t('combobox.unknown', { text: unknown }))

  const setTyped = (next: string | null) => {
    typing.current = next
    setText(next)
    setUnknown(null)
  }
  const close = () => {
    setOpen(false)
    setGone(null)
    forget()
  }
  const show = (wanted: string) => {
    setOpen(true)
    ask(wanted)
  }
  const give = (option: ComboboxOption | null | undefined, words: string) => {
    setTyped(null)
    close()
    if (option === undefined) return
    if (option) latest.current.onChange(option.value, option)
    else if (words === value) return
    else if (words === '' || freeText) latest.current.onChange(words, null)
    else if (!onEnter) setUnknown(words)
  }
  const giveWhenKnown = async (among: Promise<Options>, now: string, choose: Choose) => {
    const option = choose(await among, now.trim())
    // who went on typing, or gave up, did not mean that text any more
    if (typing.current === now) give(option, now.trim())
  }
  /** Gives what the text means among the newest options, now or as soon as they are there. */
  const settle = (choose: Choose) => {
    const now = typing.current
    if (now === null) return close()
    const wanted = now.trim()
    if (wanted === '' || wanted === value) return give(null, wanted)
    const among = newest()
    if ('then' in among) void giveWhenKnown(among, now, choose)
    else give(choose(among, wanted), wanted)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey && !event.ctrlKey) {
      event.preventDefault()
      if (!open) return show(typed)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (count > 0) setGone(active < 0 && step < 0 ? count - 1 : (active + step + count) % count)
    } else if (event.key === 'Enter') {
      const written = (typing.current ?? value).trim()
      if (typing.current !== null || (listOpen && gone !== null) || onEnter) event.preventDefault()
      if (listOpen && gone !== null) give(options[gone] ?? null, typed)
      else settle((among, wanted) => among[meant(among, wanted)] ?? null)
      onEnter?.(written)
    } else if (event.key === 'Escape' && (open || text !== null)) {
      // the dialog or the list around it must not take this key too
      event.preventDefault()
      event.stopPropagation()
      close()
      setTyped(null)
    }
  }

  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={problem} className={className} id={id}>
      {(wiring) => (
        <RadixPopover.Root open={listOpen} onOpenChange={(next) => !next && close()}>
          <RadixPopover.Anchor asChild>
            <input
              {...wiring}
              type="text"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={listOpen}
              aria-controls={listOpen ? listId : undefined}
              aria-activedescendant={listOpen && active >= 0 ? `${listId}-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              value={text ?? value}
              placeholder={placeholder}
              disabled={disabled}
              autoFocus={autoFocus}
              className={classNames(control.control, bare && control.bare, styles.input)}
              onPointerEnter={({ currentTarget: input }) => {
                // what does not fit is shown whole
                input.title = input.scrollWidth > input.clientWidth ? input.value : ''
              }}
              onChange={(event) => {
                setTyped(event.target.value)
                setGone(null)
                show(event.target.value)
              }}
              onClick={() => {
                if (!open) show(typed)
              }}
              onKeyDown={onKeyDown}
              onBlur={({ currentTarget, relatedTarget }) => {
                // another window has come before this one; the field will have the focus again
                if (!document.hasFocus()) return
                const around = currentTarget.closest('[role=dialog]')
                const isLeft = around !== null && !(relatedTarget instanceof Node && around.contains(relatedTarget))
                // a click beside the form chooses nobody to be added
                settle(isLeft && freeText && value === '' ? leftOption : (among, wanted) => among[onlyOption(among, wanted)] ?? null)
                setOpen(false)
              }}
            />
          </RadixPopover.Anchor>
          <ComboboxList
            id={listId}
            label={label}
            options={options ?? []}
            last={kept ? t('combobox.keep', { text: typed }) : undefined}
            active={active}
            onActive={setGone}
            onChoose={(index) => give(options?.[index] ?? null, typed)}
          />
        </RadixPopover.Root>
      )}
    </FieldFrame>
  )
}
