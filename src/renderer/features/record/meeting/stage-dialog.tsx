import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endsBeforeStart, isPartialDate } from '../../../../shared/model/partial-date.ts'
import { localDay } from '../../../i18n/dates.ts'
import { openRecords } from '../../../store/records.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import { AdoptionFields, CirculationFields, ClearanceFields, type Adoption, type Circulation, type Clearance } from './stage-fields.tsx'

export type AskedStage = 'cleared' | 'circulated' | 'adopted'

/** Asks what belongs to a stage before the minutes move there. Nothing is changed until it is answered. */
export function StageDialog({ stage, onClose }: { readonly stage: AskedStage; readonly onClose: () => void }) {
  const { t } = useTranslation('record')
  const { id } = useRecordScope()
  const today = localDay()
  const { value: chair } = useField('meeting', 'chair')
  const { value: given } = useField('meeting', 'clearance')
  const { value: circulated } = useField('meeting', 'circulation')
  const { value: adopted } = useField('meeting', 'adoption')
  const [clearance, setClearance] = useState<Clearance>({ by: given.by || chair, on: given.on || today })
  const [circulation, setCirculation] = useState<Circulation>({ ...circulated, on: circulated.on || today })
  const { value: start } = useField('meeting', 'start')
  const [adoption, setAdoption] = useState<Adoption>({
    ...adopted,
    how: adopted.how || 'meeting',
    on: adopted.on || (endsBeforeStart(start, today) ? '' : today),
  })
  const data = { cleared: { clearance }, circulated: { circulation }, adopted: { adoption } }[stage]
  const dates = { cleared: [clearance.on], circulated: [circulation.on, circulation.deadline], adopted: [adoption.on] }[stage]
  const adoptable =
    adoption.on !== '' && !endsBeforeStart(start, adoption.on) && (adoption.how !== 'meeting' || adoption.meeting.trim() !== '')
  const ready = dates.every(isPartialDate) && (stage !== 'adopted' || adoptable)
  const form = useId()
  const confirm = () => {
    if (!ready) return
    openRecords.edit(id, { ...data, stage })
    void openRecords.flush(id)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      role={stage === 'adopted' ? 'alertdialog' : 'dialog'}
      title={t(`stage.ask.${stage}`)}
      description={t(`stage.means.${stage}`)}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!ready}>
            {t(`stage.do.${stage}`)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        {stage === 'cleared' && <ClearanceFields value={clearance} onChange={setClearance} />}
        {stage === 'circulated' && <CirculationFields value={circulation} onChange={setCirculation} />}
        {stage === 'adopted' && <AdoptionFields start={start} value={adoption} onChange={setAdoption} />}
      </form>
    </Dialog>
  )
}
