import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adoptionProblem } from '../../../../shared/meetings/adoption-problem.ts'
import { endsBeforeStart, isPartialDate } from '../../../../shared/model/partial-date.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { localDay } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { changeAsSeen, shownDocument } from '../minutes/change-as-seen.ts'
import { isOpen } from '../minutes/comment-draft.ts'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import { Warning } from '../properties/warning.tsx'
import {
  AdoptionFields,
  CirculationFields,
  ClearanceFields,
  isCleared,
  type Adoption,
  type Circulation,
  type Clearance,
} from './stage-fields.tsx'

export type AskedStage = 'cleared' | 'circulated' | 'adopted'

/** Asks what belongs to a stage before the minutes move there. Nothing is changed until it is answered. */
export function StageDialog({ stage, onClose }: { readonly stage: AskedStage; readonly onClose: () => void }) {
  const { t } = useTranslation(['record', 'minutes', 'fields'])
  const { id } = useRecordScope()
  const today = localDay()
  const { value: title } = useField('meeting', 'title')
  const { value: chair } = useField('meeting', 'chair')
  const { value: start } = useField('meeting', 'start')
  const { value: given } = useField('meeting', 'clearance')
  const { value: circulated } = useField('meeting', 'circulation')
  const { value: adopted } = useField('meeting', 'adoption')
  const { value: comments } = useField('meeting', 'comments')
  const [clearance, setClearance] = useState<Clearance>({ by: given.by || chair, on: given.on || today })
  const [circulation, setCirculation] = useState<Circulation>({ ...circulated, on: circulated.on || today })
  const [adoption, setAdoption] = useState<Adoption>(() => {
    const proposed: Adoption = { ...adopted, how: adopted.how || 'meeting', on: adopted.on || today }
    return adoptionProblem({ start, circulation: circulated, adoption: proposed }, today) === 'beforeMeeting'
      ? { ...proposed, on: '' }
      : proposed
  })
  const [seen, setSeen] = useState(() => shownDocument(id))
  const [refused, setRefused] = useState('')
  const patch = { cleared: { clearance }, circulated: { circulation }, adopted: { adoption } }[stage]
  const dates = { cleared: [clearance.on], circulated: [circulation.on, circulation.deadline], adopted: [adoption.on] }[stage]
  const isSaid = adoption.on !== '' && (adoption.how !== 'meeting' || adoption.meeting.trim() !== '')
  const problem = adoptionProblem({ start, circulation: circulated, adoption }, today)
  const isInOrder = stage !== 'circulated' || !endsBeforeStart(circulation.on, circulation.deadline)
  const ready = dates.every(isPartialDate) && isInOrder && (stage !== 'adopted' || (isSaid && problem === null))
  const open = comments.filter(isOpen).length
  const confirm = async () => {
    try {
      const done = await changeAsSeen(id, seen, (baseRev) =>
        client.call('records.update', { kind: 'meeting', id, baseRev, patch: { ...patch, stage } }),
      )
      if (done === 'changed' || done === 'unsaved') {
        setSeen(shownDocument(id))
        setRefused(t(`minutes:notAsSeen.${done}`))
        return
      }
      if (done.commit)
        offerUndo({
          revision: done.commit.revision,
          label: t('undo.stage', { title, stage: t(`fields:meetingStage.${stage}`) }),
          place: recordAddress('meeting', id),
        })
      onClose()
    } catch (error) {
      setRefused(formatError(error))
    }
  }
  return (
    <FormDialog
      role={stage === 'adopted' ? 'alertdialog' : 'dialog'}
      title={t(`stage.ask.${stage}`)}
      description={t(`stage.means.${stage}`)}
      submitLabel={t(`stage.do.${stage}`)}
      ready={ready}
      refused={refused}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      {stage === 'cleared' && <ClearanceFields value={clearance} onChange={setClearance} />}
      {stage === 'circulated' && <CirculationFields value={circulation} onChange={setCirculation} />}
      {stage !== 'cleared' && !isCleared(given) && <Warning>{t('minutes:notCleared')}</Warning>}
      {stage === 'adopted' && (
        <AdoptionFields start={start} deadline={circulated.deadline} problem={problem} value={adoption} onChange={setAdoption} />
      )}
      {stage === 'adopted' && open > 0 && <Warning>{t('minutes:openAtAdoption', { count: open })}</Warning>}
    </FormDialog>
  )
}
