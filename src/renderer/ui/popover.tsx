import * as RadixPopover from '@radix-ui/react-popover'
import type { ReactElement, ReactNode } from 'react'
import styles from './popover.module.css'

export interface PopoverProps {
  /** One element that takes a ref and DOM properties. */
  readonly trigger: ReactElement
  /** The accessible name of what opens. */
  readonly label: string
  readonly children: ReactNode
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** The focus goes back to the trigger, unless this prevents it. */
  readonly onCloseAutoFocus?: ((event: Event) => void) | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  /** Something else opens it: the trigger is only where it stands. */
  readonly anchored?: boolean | undefined
}

export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  onCloseAutoFocus,
  align = 'start',
  anchored = false,
}: PopoverProps) {
  return (
    <RadixPopover.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {anchored ? (
        <RadixPopover.Anchor asChild>{trigger}</RadixPopover.Anchor>
      ) : (
        <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      )}
      <RadixPopover.Portal>
        <RadixPopover.Content
          className={styles.popover}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
