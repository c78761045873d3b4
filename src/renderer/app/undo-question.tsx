import { useTranslation } from 'react-i18next'
import { navigate } from '../store/navigation.ts'
import { useUndoQuestion } from '../store/undo-commands.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/** Asks before a key takes back what reaches far and is not in sight; leads to it, too. */
export function UndoQuestion() {
  const { t } = useTranslation('frame')
  const question = useUndoQuestion((store) => store.question)
  if (!question) return null
  const { label, place, again, run } = question
  const close = () => useUndoQuestion.setState({ question: null })
  return (
    <ConfirmDialog
      open
      title={t(again ? 'undo.againTitle' : 'undo.title')}
      message={t(again ? 'undo.againText' : 'undo.text', { label })}
      confirmLabel={t(again ? 'undo.again' : 'undo.back')}
      onConfirm={() => {
        close()
        run()
      }}
      onCancel={close}
    >
      <div>
        <Button
          onClick={() => {
            close()
            navigate(place)
          }}
        >
          {t('undo.show')}
        </Button>
      </div>
    </ConfirmDialog>
  )
}
