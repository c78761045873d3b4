import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly message: string
  /** The deed in a word or two, such as "Empty trash". */
  readonly confirmLabel: string
  readonly tone?: 'plain' | 'bad' | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** Asks before what cannot be undone; for everything else undo is kinder. */
export function ConfirmDialog({ open, title, message, confirmLabel, tone = 'plain', onConfirm, onCancel, children }: ConfirmDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
      title={title}
      description={message}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button variant="primary" tone={tone} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
