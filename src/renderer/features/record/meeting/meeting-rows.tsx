/** The rows of a meeting that are one value each, or two. */
import { Armchair, Clock, Flag, Landmark, Layers, MapPin, NotebookText, Shapes, UserRoundPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { meetingForms, meetingModes, meetingTypes } from '../../../../shared/model/vocabulary.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Field } from '../../../ui/field.tsx'
import { ChoiceCell, TextCell } from '../controls/cells.tsx'
import controls from '../controls/controls.module.css'
import { CountriesRow, RecordRow } from '../properties/link-rows.tsx'
import { Part } from '../properties/part.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import { ChoiceRow, TextRow } from '../properties/text-rows.tsx'
import { useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { zoneOffset, zoneOptions } from './time-zones.ts'
import { useZoneOfPlace } from './zone-of-place.ts'

const people = { kinds: ['contact' as const], contactTypes: ['person' as const] }
const aPerson = { kind: 'contact', contactType: 'person' } as const

export function BodyRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('meeting', 'meetingBody')}
      label={t('label.meetingBody')}
      icon={<Landmark />}
      wanted={{ kinds: ['contact'], contactTypes: ['body'] }}
      creates={{ kind: 'contact', contactType: 'body' }}
    />
  )
}
export function SessionRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('meeting', 'session')} label={t('label.session')} icon={<Layers />} />
}
export function TypeRow() {
  const { t } = useTranslation('fields')
  return (
    <ChoiceRow
      field={useField('meeting', 'meetingType')}
      label={t('label.meetingType')}
      icon={<Shapes />}
      values={meetingTypes}
      group="meetingType"
    />
  )
}
export function FormRow() {
  const { t } = useTranslation('fields')
  return (
    <ChoiceRow
      field={useField('meeting', 'form')}
      label={t('label.form')}
      icon={<NotebookText />}
      values={meetingForms}
      group="meetingForm"
    />
  )
}
export function PartOfRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('meeting', 'partOf')}
      label={t('label.partOf')}
      icon={<Layers />}
      wanted={{ kinds: ['meeting'] }}
      creates={{ kind: 'meeting' }}
    />
  )
}
export function ChairRow() {
  const { t } = useTranslation('fields')
  return <RecordRow field={useField('meeting', 'chair')} label={t('label.chair')} icon={<Armchair />} wanted={people} creates={aPerson} />
}
export function SecretaryRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('meeting', 'secretary')}
      label={t('label.secretary')}
      icon={<UserRoundPen />}
      wanted={people}
      creates={aPerson}
    />
  )
}
export function MeetingCountriesRow() {
  const { t } = useTranslation('fields')
  return <CountriesRow field={useField('meeting', 'countries')} label={t('label.countries')} icon={<Flag />} wide />
}

export function PlaceRow() {
  const { t } = useTranslation('fields')
  const place = useField('meeting', 'place')
  const followPlace = useZoneOfPlace()
  const mode = useField('meeting', 'mode')
  return (
    <PartsRow label={t('label.place')} icon={<MapPin />}>
      {place.locked ? (
        <Value>{[place.value, mode.value && t(`meetingMode.${mode.value}`)].filter(Boolean).join(', ')}</Value>
      ) : (
        <>
          <Part>
            <TextCell
              field={{
                ...place,
                set: (next) => {
                  followPlace(place.current(), next)
                  place.set(next)
                },
              }}
              label={t('label.place')}
            />
          </Part>
          <Part label={mode.value === '' ? t('label.mode').toLowerCase() : undefined}>
            <ChoiceCell field={mode} label={t('label.mode')} values={meetingModes} group="meetingMode" />
          </Part>
        </>
      )}
    </PartsRow>
  )
}

export function TimeZoneRow() {
  const { t } = useTranslation('fields')
  const field = useField('meeting', 'timeZone')
  const { value: start } = useField('meeting', 'start')
  const offset = field.value && zoneOffset(field.value, start)
  return (
    <Field label={t('label.timeZone')} icon={<Clock />}>
      {field.locked ? (
        <Value>{field.value}</Value>
      ) : (
        <Combobox
          className={controls.flush}
          label={t('label.timeZone')}
          hideLabel
          bare
          freeText
          placeholder="—"
          value={field.value}
          error={field.problemAt()}
          load={(text) => Promise.resolve(zoneOptions(text))}
          onChange={field.set}
        />
      )}
      {offset && <small>{offset}</small>}
    </Field>
  )
}
