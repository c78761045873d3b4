/** The commands that add many rows at once. Each adds all of them or none, and says how many. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { ContactRecord } from '../../../../../shared/model/record.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { client } from '../../../../api/client.ts'
import { formatError } from '../../../../api/format-error.ts'
import { formatDate, formatNumber } from '../../../../i18n/dates.ts'
import { loadCountries } from '../../../../parts/countries/country-options.ts'
import { rememberUndo } from '../../../../store/undo-commands.ts'
import { useRecordScope } from '../../properties/record-scope.ts'
import type { FieldHandle } from '../../properties/use-field.ts'
import { askedCountries, withCountries, type AskedCountry, type ChosenCountries } from './asked-countries.ts'
import { meetingBefore, rowsOfComposition, rowsOfMeeting, titlesOf } from './list-sources.ts'
import { isBlank, joined, MOST_PARTICIPANTS, withPresence } from './participant-list.ts'
import { contactsToCreate, namesOf, pastePlan, plannedRows, type Choice, type PastePlan } from './paste-plan.ts'
import { participantsFromPaste, type PastedParticipants } from './pasted-participants.ts'

export interface News {
  readonly tone: 'good' | 'bad'
  readonly text: string
}

interface Asked {
  readonly pasted: PastedParticipants
  readonly countries: readonly AskedCountry[]
}

export function useAdditions(field: FieldHandle<Participant[]>, body: ContactRecord | null, day: string) {
  const { t } = useTranslation(['participants', 'record'])
  const { id } = useRecordScope()
  const [news, setNews] = useState<News | null>(null)
  /** Rows whose names are to be reviewed before anything is added. */
  const [plan, setPlan] = useState<(PastePlan & Asked) | null>(null)
  const refuse = (text: string) => setNews({ tone: 'bad', text })
  const number = (count: number) => ({ count, shown: formatNumber(count) })

  /** False: they are too many, and nothing was changed. */
  const join = (rows: readonly Participant[], what: string): boolean => {
    const { rows: all, added, filled } = joined(field.current(), rows)
    if (all.length > MOST_PARTICIPANTS) {
      refuse(
        t('tooMany', {
          shown: formatNumber(rows.length),
          most: formatNumber(MOST_PARTICIPANTS),
          there: formatNumber(field.current().length),
        }),
      )
      return false
    }
    if (added + filled > 0) field.set(all)
    const said = [
      added > 0 ? t('added', number(added)) : filled === 0 ? t('nothingAdded') : '',
      filled > 0 ? t('filled', number(filled)) : '',
      what,
    ]
    setNews({ tone: 'good', text: said.filter(Boolean).join(' ') })
    return true
  }
  /** What fails is said; nothing was changed then. */
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      refuse(formatError(error))
    }
  }
  const columnsOf = ({ columns }: PastedParticipants) =>
    t('columnsRead', {
      columns: columns
        .map((column, index) => t(column ? 'column' : 'leftOut', { number: index + 1, what: column ? t(`as.${column}`) : '' }))
        .join(', '),
    })

  const question = plan && [
    plan.asked.length > 0 && t('review.text', number(plan.asked.length)),
    plan.countries.length > 0 && t('review.countries', number(plan.countries.length)),
    t('review.nothingYet'),
  ]

  return {
    news,
    plan,
    /** What is asked about the plan. */
    question: question ? question.filter(Boolean).join(' ') : '',
    refuse,
    tell: (tone: News['tone'], text: string) => setNews({ tone, text }),
    forgetNews: () => setNews(null),
    cancelPlan: () => setPlan(null),
    addComposition: () =>
      attempt(async () => {
        if (!body) return
        const rows = await rowsOfComposition(body, field.current(), day)
        if (body.composition.length === 0) refuse(t('noComposition', { body: body.title }))
        else join(rows, '')
      }),
    addLastMeeting: () =>
      attempt(async () => {
        if (!body) return
        const last = await meetingBefore(body, id, day)
        if (!last) refuse(t('noMeetingBefore', { body: body.title, date: formatDate(day) }))
        else join(await rowsOfMeeting(last.id, day), t('fromMeeting', { title: last.title, date: formatDate(last.start) }))
      }),
    putTitles: () =>
      attempt(async () => {
        const titles = await titlesOf(field.current(), day)
        // who was marked, added or removed while they were looked up stays so
        const now = field.current()
        const rows = now.map((row) => ({ ...row, title: titles.get(linkKey(row.person)) ?? row.title }))
        const changed = rows.filter((row, at) => row.title !== now[at]?.title).length
        if (changed > 0) field.set(rows)
        setNews({ tone: 'good', text: changed > 0 ? t('titlesPut', number(changed)) : t('titlesRight') })
      }),
    /** Everybody who is named and not marked. A row that names nobody is nobody who could be there. */
    markOthers() {
      const rows = field.current()
      const unmarked = rows.filter((row) => row.presence === '' && !isBlank(row))
      const nameless = unmarked.filter(({ person }) => person === '').length
      field.set(rows.map((row) => (row.presence === '' && row.person !== '' ? withPresence(row, 'present') : row)))
      const said = [t('marked', number(unmarked.length - nameless)), nameless > 0 ? t('namelessLeft', number(nameless)) : '']
      setNews({ tone: 'good', text: said.filter(Boolean).join(' ') })
    },
    /** True when the text was a table: then it is not pasted as text. */
    paste(text: string): boolean {
      if (!text.includes('\t') && !text.includes('\n')) return false
      void attempt(async () => {
        const options = await loadCountries()
        const pasted = participantsFromPaste(text, options)
        if (!pasted) return refuse(t('noRows'))
        if ('tooMany' in pasted) {
          return refuse(
            t('tooMany', {
              shown: formatNumber(pasted.tooMany),
              most: formatNumber(MOST_PARTICIPANTS),
              there: formatNumber(field.current().length),
            }),
          )
        }
        const names = namesOf(pasted.rows)
        const known = names.length > 0 ? await client.call('participants.known', { names, on: day }) : []
        const found = pastePlan(pasted.rows, known)
        const countries = askedCountries(pasted.rows, options)
        if (found.asked.length + countries.length > 0) {
          setNews(null)
          setPlan({ ...found, pasted, countries })
        } else join(plannedRows(found, found.choices), columnsOf(pasted))
      })
      return true
    },
    /** Adds the rows as they were decided; the contacts that were asked for are made first, all or none. */
    carryOut: (choices: ReadonlyMap<string, Choice>, chosen: ChosenCountries) =>
      attempt(async () => {
        if (!plan) return
        const decided = withCountries(plan, chosen)
        const rows = plannedRows(decided, choices)
        const { rows: all } = joined(field.current(), rows)
        const contacts = contactsToCreate(decided, choices)
        if (contacts.length > 0 && all.length <= MOST_PARTICIPANTS) {
          const { commit } = await client.call('participants.createContacts', { contacts })
          rememberUndo({ revision: commit.revision, label: t('undoCreated', number(contacts.length)) })
        }
        setPlan(null)
        join(rows, columnsOf(plan.pasted))
      }),
  }
}
export type Additions = ReturnType<typeof useAdditions>
