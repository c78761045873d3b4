import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary`: the one thing to do here. `ghost`: with an outline. `quiet`: looks like text until it is pointed at. */
  readonly variant?: 'primary' | 'ghost' | 'quiet' | undefined
  readonly tone?: 'plain' | 'bad' | undefined
  readonly icon?: ReactNode
}

export function Button({ variant = 'ghost', tone = 'plain', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames(styles.button, styles[variant], tone === 'bad' && styles.bad, className)} {...rest}>
      {icon}
      {children}
    </button>
  )
}
