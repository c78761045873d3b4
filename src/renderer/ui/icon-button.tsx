import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** What it does: the accessible name, and the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** For a button that stays down. */
  readonly pressed?: boolean | undefined
  /** As it is shown, such as "Ctrl E". */
  readonly shortcut?: string | undefined
  readonly tone?: 'plain' | 'accent' | undefined
  readonly size?: 'normal' | 'small' | undefined
}

export function IconButton({
  label,
  icon,
  pressed,
  shortcut,
  tone = 'plain',
  size = 'normal',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} hidden={rest['aria-haspopup'] !== undefined && rest['aria-expanded'] === true}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles.button, tone === 'accent' && styles.accent, size === 'small' && styles.small, className)}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
