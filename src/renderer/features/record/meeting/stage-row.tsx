import { Milestone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meetingStages } from '../../../../shared/model/vocabulary.ts'
import type { MeetingStage } from '../../../../shared/model/meeting.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { openRecords } from '../../../store/records.ts'
import { Field } from '../../../ui/field.tsx'
import { StageBar } from '../../../ui/stage-bar.tsx'
import { isOpen } from '../minutes/comment-draft.ts'
import { useRecordScope } from '../properties/record-scope.ts'
import { useField } from '../properties/use-field.ts'
import { StageDialog, type AskedStage } from './stage-dialog.tsx'
import { isCleared } from './stage-fields.tsx'
import styles from './meeting.module.css'

const asks = (stage: MeetingStage): stage is AskedStage => stage === 'cleared' || stage === 'circulated' || stage === 'adopted'

/** What has been said of the stages that the minutes have passed. */
function useStory(): string {
  const { t } = useTranslation(['record', 'minutes'])
  const { value: stage } = useField('meeting', 'stage')
  const { value: clearance } = useField('meeting', 'clearance')
  const { value: circulation } = useField('meeting', 'circulation')
  const { value: adoption } = useField('meeting', 'adoption')
  const { value: comments } = useField('meeting', 'comments')
  const reached = (of: MeetingStage) => meetingStages.indexOf(stage) >= meetingStages.indexOf(of)
  const said = [
    reached('cleared') && clearance.by && t('stage.clearedBy', { person: clearance.by }),
    reached('cleared') && clearance.on && t('stage.clearedOn', { date: formatDate(clearance.on) }),
    reached('circulated') && circulation.to && t('stage.circulatedTo', { to: circulation.to }),
    reached('circulated') && circulation.on && t('stage.circulatedOn', { date: formatDate(circulation.on) }),
    stage === 'circulated' && circulation.deadline && t('stage.commentsBy', { date: formatDate(circulation.deadline) }),
    stage === 'circulated' && comments.length > 0 && t('minutes:openOf', { open: comments.filter(isOpen).length, count: comments.length }),
    reached('adopted') && adoption.how === 'silence' && t('stage.bySilence'),
    reached('adopted') && adoption.how === 'meeting' && adoption.meeting && t('stage.atMeeting', { meeting: adoption.meeting }),
    reached('adopted') && adoption.on && t('stage.adoptedOn', { date: formatDate(adoption.on) }),
  ]
  return said.filter(Boolean).join(' · ')
}

/** Where the minutes stand. Moving on asks what belongs to the stage; going back asks nothing until adoption. */
export function StageRow() {
  const { t } = useTranslation('fields')
  const { id } = useRecordScope()
  const { value: stage, locked } = useField('meeting', 'stage')
  const [asked, setAsked] = useState<AskedStage | null>(null)
  const { value: clearance } = useField('meeting', 'clearance')
  const story = useStory()
  const change = (next: MeetingStage) => {
    const forward = meetingStages.indexOf(next) > meetingStages.indexOf(stage)
    if (forward && asks(next)) return setAsked(next)
    openRecords.edit(id, { stage: next })
    void openRecords.flush(id)
  }
  return (
    <Field label={t('label.stage')} icon={<Milestone />} wide>
      <span className={styles.bar}>
        <StageBar
          label={t('label.stage')}
          stages={meetingStages.map((value) => ({
            value,
            label: t(`meetingStage.${value}`),
            skipped: value === 'cleared' && !isCleared(clearance),
          }))}
          current={stage}
          onChange={locked ? undefined : change}
        />
      </span>
      {story && <small className={styles.story}>{story}</small>}
      {asked && <StageDialog key={asked} stage={asked} onClose={() => setAsked(null)} />}
    </Field>
  )
}
