import { useTranslation } from 'react-i18next'
import { useProgramQuestion } from '../../parts/dialogs/program-question.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

/** The question whether a file that may be a program is to be saved. */
export function ProgramDialog({ name }: { readonly name: string }) {
  const { t } = useTranslation('attachments')
  const answer = (yes: boolean) => useProgramQuestion.getState().question?.answer(yes)
  return (
    <ConfirmDialog
      open
      title={t('programTitle')}
      message={t('programMessage', { name })}
      confirmLabel={t('programSave')}
      tone="bad"
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    />
  )
}
