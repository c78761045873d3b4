import * as RadixPopover from '@radix-ui/react-popover'
import { useEffect, useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './combobox.module.css'
import type { ComboboxOption } from './combobox.tsx'

interface ComboboxListProps {
  readonly id: string
  readonly label: string
  readonly options: readonly ComboboxOption[]
  /** What stands below the options: that the text may stay as it is. */
  readonly last: string | undefined
  readonly active: number
  readonly onActive: (index: number) => void
  /** The place after the options stands for the text itself. */
  readonly onChoose: (index: number) => void
}

/** The options below a combobox, which keeps the focus and the keys. */
export function ComboboxList({ id, label, options, last, active, onActive, onChoose }: ComboboxListProps) {
  const { t } = useTranslation('common')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    className: styles.option,
    // a list that comes up under a resting pointer is not pointed at
    onMouseMove: ({ movementX, movementY }: MouseEvent) => {
      if (movementX !== 0 || movementY !== 0) onActive(index)
    },
    onClick: () => onChoose(index),
  })
  return (
    <RadixPopover.Portal>
      <RadixPopover.Content
        ref={list}
        id={id}
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
        {options.map(({ value, label: name, detail, icon }, index) => (
          <div key={`${value}\u0000${name}`} {...option(index)}>
            {icon}
            <span className={styles.label}>
              {name}
              {detail && <small className={styles.detail}>{detail}</small>}
            </span>
          </div>
        ))}
        {last !== undefined && (
          <div key="last" {...option(options.length)}>
            <span className={styles.last}>{last}</span>
          </div>
        )}
        {last === undefined && options.length === 0 && (
          <div role="option" aria-disabled aria-selected={false} className={styles.nothing}>
            {t('combobox.nothing')}
          </div>
        )}
      </RadixPopover.Content>
    </RadixPopover.Portal>
  )
}
