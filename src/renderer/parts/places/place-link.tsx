import type { MouseEvent, ReactNode } from 'react'
import { navigate } from '../../store/navigation.ts'
import { openInWindow } from './open-window.ts'

export interface PlaceLinkProps {
  readonly address: string
  readonly current?: boolean | undefined
  readonly className?: string | undefined
  readonly title?: string | undefined
  /** -1: other keys than Tab lead here. */
  readonly tabIndex?: number | undefined
  readonly children: ReactNode
}

/** Follows a click on a link inside the application: here, or in a second window with Ctrl, Cmd or the middle button. */
export function followLink(event: MouseEvent<HTMLElement>, address: string): void {
  event.preventDefault()
  if (event.ctrlKey || event.metaKey || event.button === 1) void openInWindow(address)
  else navigate(address)
}

/** A link to a place of the application. */
export function PlaceLink({ address, current, className, title, tabIndex, children }: PlaceLinkProps) {
  return (
    <a
      href={address}
      aria-current={current ? 'page' : undefined}
      className={className}
      title={title}
      tabIndex={tabIndex}
      onClick={(event) => followLink(event, address)}
      onAuxClick={(event) => {
        if (event.button === 1) followLink(event, address)
      }}
    >
      {children}
    </a>
  )
}
