import type { TFunction } from 'i18next'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { formatDate } from '../../../i18n/dates.ts'

type Adopted = Pick<MeetingRecord, 'adoption'>

/** "Adopted by silence on 16 June 2023". `t` of the namespace `minutes`. */
export function adoptionWords({ adoption: { how, meeting, on } }: Adopted, t: TFunction): string {
  const date = formatDate(on)
  if (how === 'silence') return t(on ? 'adopted.bySilenceOn' : 'adopted.bySilence', { date })
  if (how === 'meeting' && meeting) return t(on ? 'adopted.atMeetingOn' : 'adopted.atMeeting', { meeting, date })
  return t(on ? 'adopted.on' : 'adopted.somehow', { date })
}
