import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentNamed, attachmentNameProblem } from '../../../shared/model/attachment-name.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { renameAttachment } from './attachment-commands.ts'

export interface RenameDialogProps {
  readonly id: string
  readonly name: string
  readonly others: readonly string[]
  readonly onClose: () => void
}

/** Asks for another name of a file. */
export function RenameDialog({ id, name, others, onClose }: RenameDialogProps) {
  const { t } = useTranslation('attachments')
  const [typed, setTyped] = useState(name)
  const [taken, setTaken] = useState('')
  const to = typed.trim()
  const isTaken =
    to === taken ||
    attachmentNamed(
      others.map((other) => ({ name: other })),
      to,
    )
  const problem = isTaken ? 'taken' : attachmentNameProblem(to)
  const rename = async () => {
    if (problem) return
    if ((await renameAttachment(id, name, to)) === 'taken') setTaken(to)
    else onClose()
  }
  return (
    <FormDialog
      title={t('renameTitle')}
      description={t('renameHint')}
      submitLabel={t('renameDone')}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <TextField label={t('name')} value={typed} onChange={setTyped} error={problem && t(`problem.${problem}`)} autoComplete="off" />
    </FormDialog>
  )
}
