import { X } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { participantFunctions, participantStatuses, presences } from '../../../../shared/model/vocabulary.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { CountryLabel, CountryPicker } from '../controls/country-picker.tsx'
import { LineField } from '../controls/line-field.tsx'
import { FieldWithMark } from '../controls/field-with-mark.tsx'
import { LinkMark } from '../controls/link-mark.tsx'
import { QuietSelect } from '../controls/quiet-select.tsx'
import { recordOptions } from '../controls/record-options.tsx'
import { useOptions } from '../properties/text-rows.tsx'
import styles from './meeting.module.css'

const people = { kinds: ['contact' as const], contactTypes: ['person' as const] }
const organisations = { kinds: ['contact' as const], contactTypes: ['organisation' as const, 'body' as const] }

export interface ParticipantRowProps {
  readonly participant: Participant
  readonly index: number
  readonly onChange: (index: number, part: Partial<Participant>) => void
  /** `contact`: the id of the contact that was chosen; undefined for a name as it was typed. */
  readonly onPerson: (index: number, person: string, contact: string | undefined) => void
  /** Enter in the name, with this text in it. */
  readonly onNext: (index: number, text: string) => void
  readonly onRemove: (index: number) => void
  readonly problem: string | undefined
  /** Where the same person stands already; -1: nowhere. */
  readonly earlier: number
}

/** One participant. */
export const ParticipantRow = memo(function ParticipantRow({
  participant,
  index,
  onChange,
  onPerson,
  onNext,
  onRemove,
  problem,
  earlier,
}: ParticipantRowProps) {
  const { t } = useTranslation(['record', 'fields'])
  const functions = useOptions(participantFunctions, 'participantFunction')
  const statuses = useOptions(participantStatuses, 'participantStatus')
  const presenceOptions = useOptions(presences, 'presence')
  const { represents } = participant
  const change = (part: Partial<Participant>) => onChange(index, part)
  return (
    <tr>
      <td>
        <FieldWithMark name={participant.person} creates={{ kind: 'contact', contactType: 'person' }}>
          <Combobox
            className={styles.grow}
            label={t('fields:part.person')}
            hideLabel
            bare
            freeText
            error={problem}
            hint={earlier < 0 ? undefined : t('participants.twice', { number: earlier + 1 })}
            value={participant.person}
            load={(text) => recordOptions(text, people)}
            onChange={(person, option) => onPerson(index, person, option?.id)}
            onEnter={(text) => onNext(index, text)}
          />
        </FieldWithMark>
      </td>
      <td>
        <LineField label={t('fields:part.titleOnTheDay')} value={participant.title} onChange={(title) => change({ title })} />
      </td>
      <td>
        <CountryPicker
          label={t('fields:part.country')}
          placeholder=""
          value={represents.country}
          onChange={(country) => change({ represents: { ...represents, country } })}
        />
      </td>
      <td>
        <Combobox
          label={t('fields:part.organisation')}
          hideLabel
          bare
          freeText
          value={represents.organisation}
          load={(text) => recordOptions(text, organisations)}
          onChange={(organisation) => change({ represents: { ...represents, organisation } })}
        />
      </td>
      <td>
        <QuietSelect
          label={t('fields:part.function')}
          value={participant.function}
          options={functions}
          onChange={(value) => change({ function: value })}
        />
      </td>
      <td>
        <QuietSelect
          label={t('fields:part.status')}
          value={participant.status}
          options={statuses}
          onChange={(status) => change({ status })}
        />
      </td>
      <td>
        <QuietSelect
          label={t('fields:part.presence')}
          value={participant.presence}
          options={presenceOptions}
          onChange={(presence) => change({ presence })}
        />
        {(participant.presence === 'replaced' || participant.replacedBy !== '') && (
          <Combobox
            label={t('fields:part.replacedBy')}
            hideLabel
            bare
            freeText
            placeholder={t('fields:part.replacedBy')}
            value={participant.replacedBy}
            load={(text) => recordOptions(text, people)}
            onChange={(replacedBy) => change({ replacedBy })}
          />
        )}
      </td>
      <td>
        <IconButton
          size="small"
          label={t('remove', { name: participant.person || t('rows.number', { number: index + 1 }) })}
          icon={<X />}
          onClick={() => onRemove(index)}
        />
      </td>
    </tr>
  )
})

/** The same for reading. */
export function ReadParticipantRow({ participant }: { readonly participant: Participant }) {
  const { t } = useTranslation('fields')
  const { represents, presence, replacedBy } = participant
  return (
    <tr>
      <td>
        <span className={styles.cell}>
          {participant.person}
          <LinkMark name={participant.person} />
        </span>
      </td>
      <td>{participant.title}</td>
      <td>{represents.country && <CountryLabel code={represents.country} />}</td>
      <td>{represents.organisation}</td>
      <td>{participant.function && t(`participantFunction.${participant.function}`)}</td>
      <td>{participant.status && t(`participantStatus.${participant.status}`)}</td>
      <td>
        {presence && t(`presence.${presence}`)}
        {replacedBy && <small className={styles.replaced}>{`${t('part.replacedBy')} ${replacedBy}`}</small>}
      </td>
    </tr>
  )
}
