import { useTranslation } from 'react-i18next'
import { filledFromContact } from '../../../../shared/meetings/post-held.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { participantFunctions, presences } from '../../../../shared/model/vocabulary.ts'
import { client } from '../../../api/client.ts'
import { localDay } from '../../../i18n/dates.ts'
import { useCountryWords } from '../../../parts/countries/country-options.ts'
import { KindIcon } from '../../../parts/records/kind-icons.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { LineField } from '../controls/line-field.tsx'
import { QuietSelect } from '../controls/quiet-select.tsx'
import { recordOptions } from '../../../parts/records/record-options.tsx'
import { useOptions } from '../properties/text-rows.tsx'
import styles from './calendar.module.css'
import type { DraftAttendee } from './meeting-draft.ts'

type Change = (update: (attendees: readonly DraftAttendee[]) => readonly DraftAttendee[]) => void

interface AttendeeTableProps {
  readonly attendees: readonly DraftAttendee[]
  /** Of the meeting: titles are those held on it. */
  readonly day: string
  readonly onChange: Change
}

const people = { kinds: ['contact' as const], contactTypes: ['person' as const] }

/** Those who may be meant, before anything is typed. */
async function options(attendee: DraftAttendee, text: string) {
  if (text.trim() !== '' || attendee.contacts.length === 0) return recordOptions(text, people)
  return attendee.contacts.map(({ id, title, detail }) => ({
    id,
    value: title,
    label: title,
    detail,
    icon: <KindIcon kind="contact" key={id} />,
  }))
}

/** Who was invited: whom each is taken for, and whether they become participants. */
export function AttendeeTable({ attendees, day, onChange }: AttendeeTableProps) {
  const { t } = useTranslation(['calendar', 'fields'])
  const { nameOf } = useCountryWords()
  const functions = useOptions(participantFunctions, 'participantFunction')
  const presenceOptions = useOptions(
    presences.filter((presence) => presence !== 'replaced'),
    'presence',
  )
  if (attendees.length === 0) return <p className={styles.hint}>{t('nobody')}</p>

  const change = (index: number, part: Partial<DraftAttendee>) =>
    onChange((now) => now.map((attendee, place) => (place === index ? { ...attendee, ...part } : attendee)))
  const changeRow = (index: number, part: Partial<Participant>) =>
    onChange((now) =>
      now.map((attendee, place) => (place === index ? { ...attendee, participant: { ...attendee.participant, ...part } } : attendee)),
    )
  const choosePerson = async (index: number, person: string, id: string | undefined) => {
    const blank = { person, title: '', represents: { country: '', organisation: '' } }
    change(index, { how: id === undefined ? 'unknown' : 'name' })
    changeRow(index, blank)
    if (id === undefined) return
    try {
      const known = await client.call('records.get', { id })
      if (known.kind !== 'contact') return
      onChange((now) =>
        now.map((attendee, place) =>
          place === index && attendee.participant.person === person
            ? { ...attendee, participant: filledFromContact(attendee.participant, known, day || localDay()) }
            : attendee,
        ),
      )
    } catch (error) {
      // the cells stay empty and can be written in
      console.warn('An attendee could not be filled in from the contacts.', error)
    }
  }
  const taken = attendees.filter((attendee) => attendee.taken)
  const known = taken.filter(({ how }) => how !== 'unknown').length
  const representedBy = ({ represents: { country, organisation } }: Participant) =>
    [country && nameOf(country), organisation].filter(Boolean).join(' · ')
  const who = ({ name, email }: DraftAttendee) => [name, email].filter(Boolean).join(', ')

  return (
    <section aria-label={t('attendees')} className={styles.people}>
      <h3 className={styles.heading}>
        {t('attendees')} <small>{t('summary', { count: taken.length, known })}</small>
      </h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('take')}</span>
              </th>
              <th scope="col">{t('inFile')}</th>
              <th scope="col">{t('fields:part.person')}</th>
              <th scope="col">{t('fields:part.titleOnTheDay')}</th>
              <th scope="col">{t('fields:part.function')}</th>
              <th scope="col">{t('fields:part.presence')}</th>
            </tr>
          </thead>
          <tbody>
            {attendees.map((attendee, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- places do not change, and a name or an address may stand in the file twice
              <tr key={index} data-left-out={!attendee.taken || undefined}>
                <td>
                  <Checkbox
                    label={t('takeOne', { name: who(attendee) })}
                    hideLabel
                    checked={attendee.taken}
                    onChange={(checked) => change(index, { taken: checked })}
                  />
                </td>
                <td>
                  <span className={styles.name}>{attendee.name || attendee.email}</span>
                  <small>{[attendee.name && attendee.email, attendee.isOrganiser && t('organiser')].filter(Boolean).join(' · ')}</small>
                </td>
                <td>
                  <Combobox
                    label={t('personFor', { name: who(attendee) })}
                    hideLabel
                    bare
                    freeText
                    hint={t(`how.${attendee.how}`, { count: attendee.contacts.length })}
                    value={attendee.participant.person}
                    load={(text) => options(attendee, text)}
                    onChange={(person, option) => void choosePerson(index, person, option?.id)}
                  />
                </td>
                <td>
                  <LineField
                    label={t('fields:part.titleOnTheDay')}
                    value={attendee.participant.title}
                    onChange={(title) => changeRow(index, { title })}
                  />
                  <small className={styles.represents}>{representedBy(attendee.participant)}</small>
                </td>
                <td>
                  <QuietSelect
                    label={t('fields:part.function')}
                    value={attendee.participant.function}
                    options={functions}
                    onChange={(value) => changeRow(index, { function: value })}
                  />
                </td>
                <td>
                  <QuietSelect
                    label={t('fields:part.presence')}
                    value={attendee.participant.presence}
                    options={presenceOptions}
                    onChange={(presence) => changeRow(index, { presence })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
