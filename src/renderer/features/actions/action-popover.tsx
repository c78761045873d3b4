import { useTranslation } from 'react-i18next'
import { Popover } from '../../ui/popover.tsx'
import type { ListedAction } from '../../parts/rows/shared-rows.ts'
import { ActionChangeForm, type ActionField } from './action-change-form.tsx'
import styles from './actions-page.module.css'

/** An action that is being changed, as it stood when that began, and the place on the screen where that is. */
export interface EditedAction {
  readonly action: ListedAction
  readonly field: ActionField
  readonly left: number
  readonly top: number
}

interface ActionPopoverProps {
  readonly edited: EditedAction | null
  readonly onClose: () => void
  /** Takes the focus back. */
  readonly onClosed: () => void
}

/** The form beside the row. It stays where it was opened when rows come and go. */
export function ActionPopover({ edited, onClose, onClosed }: ActionPopoverProps) {
  const { t } = useTranslation('actions')
  return (
    <Popover
      anchored
      label={t('form.title')}
      open={edited !== null}
      onOpenChange={(open) => !open && onClose()}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        onClosed()
      }}
      trigger={<span className={styles.anchor} style={edited ? { left: edited.left, top: edited.top } : undefined} />}
    >
      {edited && <ActionChangeForm action={edited.action} field={edited.field} onDone={onClose} />}
    </Popover>
  )
}
