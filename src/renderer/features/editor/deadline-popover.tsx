import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../../ui/popover.tsx'
import { DeadlineForm } from './deadline-form.tsx'

export interface DeadlinePopoverProps {
  readonly button: ReactElement
  /** The deadline that is being changed, empty for none yet; null while nothing is asked. */
  readonly due: string | null
  readonly onOpenChange: (open: boolean) => void
  readonly onSet: (due: string) => void
  /** Takes the focus back. */
  readonly onClosed: () => void
}

/** Asks for the deadline of an action, beside its button. */
export function DeadlinePopover({ button, due, onOpenChange, onSet, onClosed }: DeadlinePopoverProps) {
  const { t } = useTranslation('editor')
  return (
    <Popover
      trigger={button}
      label={t('deadline.label')}
      open={due !== null}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        onClosed()
      }}
    >
      <DeadlineForm due={due ?? ''} onSet={onSet} />
    </Popover>
  )
}
