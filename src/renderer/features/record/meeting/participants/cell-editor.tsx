/** The control in which one cell is written. It takes the focus as it appears. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { participantFunctions, participantStatuses, presences } from '../../../../../shared/model/vocabulary.ts'
import { countryNamed } from '../../../../parts/countries/country-names.ts'
import { useCountries, useCountryWords } from '../../../../parts/countries/country-options.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { countryOptions } from '../../controls/country-picker.tsx'
import { recordOptions } from '../../../../parts/records/record-options.tsx'
import { useOptions } from '../../properties/text-rows.tsx'
import { withPresence } from './participant-list.ts'
import type { Column } from './columns.ts'

const people = { kinds: ['contact' as const], contactTypes: ['person' as const] }
const organisations = { kinds: ['contact' as const], contactTypes: ['organisation' as const, 'body' as const] }

export interface CellEditorProps {
  readonly column: Column
  readonly participant: Participant
  readonly onChange: (part: Partial<Participant>) => void
  /** `contact`: the id of the contact that was chosen; undefined for a name as it was typed. */
  readonly onPerson: (person: string, contact: string | undefined) => void
  /** What was typed is no country. */
  readonly onNoCountry: (text: string) => void
  /** Enter: written, and down. `text`: what stands in the field. */
  readonly onEnter: (text: string) => void
  readonly onTab: (direction: -1 | 1) => void
}

export function CellEditor({ column, participant, onChange, onPerson, onNoCountry, onEnter, onTab }: CellEditorProps) {
  const { t } = useTranslation(['participants', 'fields'])
  const functions = useOptions(participantFunctions, 'participantFunction')
  const statuses = useOptions(participantStatuses, 'participantStatus')
  const presenceOptions = useOptions(presences, 'presence')
  const countries = useCountries()
  const { nameOf } = useCountryWords()
  const { represents } = participant
  const label = t(`fields:part.${column}`)
  // a choice of "replaced" is followed by who came instead
  const asksWho = column === 'presence' && participant.presence === 'replaced'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Tab' && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      onTab(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && event.target instanceof HTMLElement && !event.target.matches('[role=combobox]')) {
      event.preventDefault()
      onEnter('')
    }
  }
  const control = () => {
    switch (column) {
      case 'person':
        return (
          <Combobox
            label={label}
            hideLabel
            bare
            freeText
            value={participant.person}
            load={(text) => recordOptions(text, people)}
            onChange={(person, option) => onPerson(person, option?.id)}
            onEnter={onEnter}
          />
        )
      case 'titleOnTheDay':
        return (
          <TextField label={label} hideLabel bare autoComplete="off" value={participant.title} onChange={(title) => onChange({ title })} />
        )
      case 'country':
        return (
          <Combobox
            label={label}
            hideLabel
            bare
            freeText
            value={represents.country === '' ? '' : nameOf(represents.country)}
            load={countryOptions}
            onChange={(value, option) => {
              const country = value === '' ? '' : (option?.value ?? countryNamed(countries, value)?.code)
              if (country === undefined) onNoCountry(value)
              else onChange({ represents: { ...represents, country } })
            }}
            onEnter={onEnter}
          />
        )
      case 'organisation':
        return (
          <Combobox
            label={label}
            hideLabel
            bare
            freeText
            value={represents.organisation}
            load={(text) => recordOptions(text, organisations)}
            onChange={(organisation) => onChange({ represents: { ...represents, organisation } })}
            onEnter={onEnter}
          />
        )
      case 'function':
        return (
          <Select
            label={label}
            hideLabel
            bare
            value={participant.function}
            options={functions}
            onChange={(value) => onChange({ function: value })}
          />
        )
      case 'status':
        return (
          <Select label={label} hideLabel bare value={participant.status} options={statuses} onChange={(status) => onChange({ status })} />
        )
      case 'presence':
        return asksWho ? (
          <Combobox
            label={t('fields:part.replacedBy')}
            hideLabel
            bare
            freeText
            placeholder={t('fields:part.replacedBy')}
            value={participant.replacedBy}
            load={(text) => recordOptions(text, people)}
            onChange={(replacedBy) => onChange({ replacedBy })}
            onEnter={onEnter}
          />
        ) : (
          <Select
            label={label}
            hideLabel
            bare
            value={participant.presence}
            options={presenceOptions}
            onChange={(presence) => onChange(withPresence(participant, presence))}
          />
        )
    }
  }
  return (
    <Frame key={asksWho ? 'who' : column} onKeyDown={onKeyDown}>
      {control()}
    </Frame>
  )
}

/** Gives the control the focus as it appears. */
function Frame({ onKeyDown, children }: { readonly onKeyDown: (event: KeyboardEvent) => void; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const control = frame.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
    control?.focus()
    if (control instanceof HTMLInputElement) control.select()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the control inside
    <div ref={frame} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
