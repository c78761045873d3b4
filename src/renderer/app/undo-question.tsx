import { useTranslation } from 'react-i18next'
import { navigate } from '../store/navigation.ts'
import { useUndoQuestion, type FarQuestion } from '../store/undo-commands.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { UndoOthersQuestion } from './undo-others-question.tsx'

const close = () => useUndoQuestion.setState({ question: null })

/** What is asked before something is taken back, or done again. */
export function UndoQuestion() {
  const question = useUndoQuestion((store) => store.question)
  if (!question) return null
  return 'place' in question ? <Far question={question} /> : <UndoOthersQuestion question={question} onClose={close} />
}

/** Before a key takes back what reaches far and is not in sight; leads to it, too. */
function Far({ question: { label, place, again, run } }: { readonly question: FarQuestion }) {
  const { t } = useTranslation('frame')
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
