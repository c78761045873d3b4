import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../../api/format-error.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { MAX_TITLE, titleProblem } from '../../../../shared/model/vocabulary.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { LinkTarget } from '../../../../shared/contract/lists.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { shownRecord } from '../../../store/records/open-record.ts'
import { listedOtherwise, namesAfterRename } from '../contact/names-after-rename.ts'
import { Button } from '../../../ui/button.tsx'
import { ListName } from './list-name.tsx'
import { setTitleDraft } from './title-draft.ts'
import styles from './page.module.css'

interface Refused {
  readonly sentence: string
  readonly other?: LinkTarget | undefined
  readonly suggestion?: string | undefined
}

function refusalOf(error: unknown): Refused {
  if (!(error instanceof AppError) || error.code !== 'TITLE_TAKEN') return { sentence: formatError(error) }
  const { other, suggestion } = error.details as { other?: LinkTarget; suggestion?: string }
  return { sentence: formatError(error), other, suggestion }
}

/** The person whose name the title is, as typed; undefined for every other record. */
function personOf(id: string) {
  const entry = openRecords.store.getState()[id]
  const record = entry && shownRecord(entry)
  return record?.kind === 'contact' && record.contactType === 'person' && (record.family || record.given) ? record : undefined
}

export interface TitleFieldProps {
  readonly id: string
  readonly locked: boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** The title in its place: Enter or leaving it renames, Escape takes it back. A refused title stays to be put right. */
export function TitleField({ id, locked, field }: TitleFieldProps) {
  const { t } = useTranslation(['record', 'fields'])
  const title = useOpenRecords((records) => records[id]?.record?.title ?? '')
  const [text, setText] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [otherwise, setOtherwise] = useState(false)
  const noteId = useId()

  const commit = async (typed: string) => {
    const next = typed.replace(/\s+/gu, ' ').trim()
    if (next === title) {
      setText(null)
      setRefused(null)
      return
    }
    const problem = titleProblem(next)
    if (problem) return setRefused({ sentence: t(`fields:problem.${problem}`, { count: MAX_TITLE }) })
    try {
      const person = personOf(id)
      const names = person && namesAfterRename(person, next)
      await openRecords.rename(id, next, names)
      setText(null)
      setRefused(null)
      setOtherwise(person !== undefined && listedOtherwise(names ?? person, next))
    } catch (error) {
      setRefused(refusalOf(error))
    }
  }
  const draft = refused ? 'refused' : text !== null && text !== title ? 'typed' : null
  useEffect(() => {
    setTitleDraft(draft && { id, state: draft })
    return () => setTitleDraft(null)
  }, [id, draft])
  const latest = useRef({ text, commit })
  useEffect(() => {
    latest.current = { text, commit }
  })
  // leaving the page leaves the field
  useEffect(
    () => () => {
      const { text: typed, commit: rename } = latest.current
      if (typed !== null) void rename(typed)
    },
    [],
  )

  if (locked) return <h1 className={styles.title}>{title}</h1>
  return (
    <div className={styles.titleBlock}>
      <h1 className={styles.title}>
        <textarea
          ref={field}
          rows={1}
          className={styles.titleInput}
          aria-label={t('fields:label.title')}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? noteId : undefined}
          spellCheck={false}
          value={text ?? title}
          onChange={(event) => setText(event.target.value.replace(/[\r\n]+/gu, ' '))}
          onBlur={() => text !== null && void commit(text)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') {
              event.preventDefault()
              void commit(text ?? title)
            } else if (event.key === 'Escape' && text !== null) {
              event.stopPropagation()
              setText(null)
              setRefused(null)
            }
          }}
        />
      </h1>
      {refused && (
        <p id={noteId} role="alert" className={styles.refused}>
          {refused.sentence}{' '}
          {refused.other && (
            <PlaceLink className={styles.inlineLink} address={recordAddress(refused.other.kind, refused.other.id)}>
              {t('title.openOther', { title: refused.other.title })}
            </PlaceLink>
          )}
          {refused.suggestion && (
            <Button
              onClick={() => {
                const suggestion = refused.suggestion ?? ''
                setText(suggestion)
                void commit(suggestion)
              }}
            >
              {t('title.use', { title: refused.suggestion })}
            </Button>
          )}
          <Button
            variant="quiet"
            onClick={() => {
              setText(null)
              setRefused(null)
            }}
          >
            {t('title.keep', { title })}
          </Button>
        </p>
      )}
      {otherwise && <ListName onClose={() => setOtherwise(false)} />}
    </div>
  )
}
