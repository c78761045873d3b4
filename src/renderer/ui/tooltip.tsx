import * as RadixTooltip from '@radix-ui/react-tooltip'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

/** Stands once around the application: the second tooltip in a row comes without a wait. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RadixTooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </RadixTooltip.Provider>
  )
}

export interface TooltipProps {
  readonly text: string
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  /** What it opened stands there now. */
  readonly hidden?: boolean | undefined
  /** One element that takes a ref and DOM properties. */
  readonly children: ReactElement
}

export function Tooltip({ text, shortcut, side = 'bottom', hidden = false, children }: TooltipProps) {
  const [open, setOpen] = useState(false)
  return (
    <RadixTooltip.Root open={open && !hidden} onOpenChange={setOpen}>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content className={styles.tip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  )
}
