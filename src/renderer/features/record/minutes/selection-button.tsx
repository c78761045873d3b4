import { MessageSquarePlus } from 'lucide-react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import styles from './minutes.module.css'
import type { SelectedPassage } from './use-selected-passage.ts'

export interface SelectionButtonProps {
  readonly selection: SelectedPassage
  readonly onClick: () => void
}

/** Beside selected words: the way to a comment for the mouse; keys have the command. */
export function SelectionButton({ selection: { right, bottom }, onClick }: SelectionButtonProps) {
  const { t } = useTranslation('minutes')
  return createPortal(
    <div className={styles.besideSelection} style={{ left: right, top: bottom }}>
      <Button
        tabIndex={-1}
        icon={<MessageSquarePlus />}
        // the selection stays
        onPointerDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {t('comment.comment')}
      </Button>
    </div>,
    document.body,
  )
}
