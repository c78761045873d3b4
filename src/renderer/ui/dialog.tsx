import * as RadixDialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useFocusReturn } from './use-focus-return.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: string | undefined
  readonly size?: 'small' | 'medium' | 'large' | 'wide' | undefined
  /** Buttons, the one to press last. */
  readonly footer?: ReactNode
  /** `alertdialog`: it asks something that must be answered; a click outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog' | undefined
  /** Prevent it, and Escape leaves the dialog open. */
  readonly onEscapeKeyDown?: ((event: KeyboardEvent) => void) | undefined
  /** It holds nothing to go to but text: the keys scroll it. */
  readonly reading?: boolean | undefined
  readonly children?: ReactNode
}

/** Where the keyboard begins: at a table that takes keys, else at the first field or list; not at the button that closes. */
function focusContent(event: Event) {
  const dialog = event.currentTarget
  if (!(dialog instanceof HTMLElement) || dialog.contains(document.activeElement)) return
  event.preventDefault()
  const first =
    dialog.querySelector<HTMLElement>('[role=grid]') ??
    dialog.querySelector<HTMLElement>('input:not(:disabled), select, textarea, [role=listbox], footer button:not(:disabled)')
  ;(first ?? dialog).focus()
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'medium',
  footer,
  role = 'dialog',
  reading = false,
  onEscapeKeyDown,
  children,
}: DialogProps) {
  const { t } = useTranslation('common')
  const returnFocus = useFocusReturn(open)
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.veil} />
        <RadixDialog.Content
          className={classNames(styles.dialog, styles[size])}
          role={role}
          onOpenAutoFocus={focusContent}
          onCloseAutoFocus={returnFocus}
          {...(onEscapeKeyDown ? { onEscapeKeyDown } : {})}
          onPointerDownOutside={(event) => {
            if (role === 'alertdialog') event.preventDefault()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className={styles.header}>
            <RadixDialog.Title asChild>
              <h2 className={styles.title}>{title}</h2>
            </RadixDialog.Title>
            {role === 'dialog' && (
              <RadixDialog.Close asChild>
                <IconButton label={t('close')} icon={<X />} />
              </RadixDialog.Close>
            )}
          </header>
          {description && <RadixDialog.Description className={styles.description}>{description}</RadixDialog.Description>}
          {children && (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keys (WCAG 2.1.1)
            <div className={styles.content} tabIndex={reading ? 0 : undefined}>
              {children}
            </div>
          )}
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
