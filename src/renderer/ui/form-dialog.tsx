import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog, type DialogProps } from './dialog.tsx'
import styles from './form-dialog.module.css'

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'role'> {
  readonly size?: DialogProps['size']
  /** The deed in a word or two, such as "Record as adopted". */
  readonly submitLabel: string
  /** Whether all is said that is needed; Enter does nothing before. */
  readonly ready?: boolean | undefined
  /** Why it was not done. */
  readonly refused?: string | undefined
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** The button that gives up what was entered; left out, it closes. */
  readonly onCancel?: (() => void) | undefined
  readonly children: ReactNode
}

/** Asks for a few values and does one thing with them. Nothing is changed until it is submitted. */
export function FormDialog({
  title,
  description,
  role,
  size = 'small',
  submitLabel,
  ready = true,
  refused = '',
  onSubmit,
  onClose,
  onCancel = onClose,
  children,
}: FormDialogProps) {
  const { t } = useTranslation('common')
  const form = useId()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size={size}
      role={role}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!ready}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onSubmit()
        }}
      >
        {refused && (
          <p role="alert" className={styles.refused}>
            {refused}
          </p>
        )}
        {children}
      </form>
    </Dialog>
  )
}
