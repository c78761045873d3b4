import { FilePenLine, Lock, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../../api/use-query.ts'
import { useCommand } from '../../../parts/commands/commands.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { useReadOnly } from '../../../store/session.ts'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import styles from '../page/page.module.css'
import { adoptionWords } from './adoption-words.ts'
import { CorrigendumDialog } from './corrigendum-dialog.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { changeCorrigendum, useKeptCorrigendum } from './use-corrigendum.ts'
import own from './minutes.module.css'

/** Over an adopted text: how it was adopted, its fingerprint, and the way to a corrigendum. */
export function AdoptedNotice({ id }: { readonly id: string }) {
  const { t } = useTranslation('minutes')
  const writable = useReadOnly() === null
  const record = useOpenRecords((records) => records[id]?.record)
  // another window adopted while somebody wrote here: what could not be saved is kept, and goes into a corrigendum or away
  const typed = useOpenRecords((records) => records[id]?.draft['body'])
  const { data } = useQuery('meetings.standing', { id }, { dependsOn: 'records', kinds: ['meeting'], keepPrevious: false })
  const kept = useKeptCorrigendum(id)
  const [correcting, setCorrecting] = useState(false)
  useCommand('record.correct', () => setCorrecting(true), { enabled: writable })
  if (record?.kind !== 'meeting') return null
  const count = record.corrigenda.length
  // what another corrigendum in preparation says of the text stays; then the typed text stays where it is
  const takeTyped = (body: string) => {
    if (kept?.body === undefined) {
      changeCorrigendum(id, record, { body })
      openRecords.discard(id, ['body'])
    }
    setCorrecting(true)
  }
  return (
    <>
      <div className={classNames(styles.notice, own.adopted)} data-tone={data?.standing === 'other' ? 'warn' : undefined} role="status">
        {data?.standing === 'other' ? <TriangleAlert /> : <Lock />}
        <span className={styles.grow}>
          {adoptionWords(record, t)}
          {count > 0 && ` ${t('adopted.corrected', { count, number: count })}`}{' '}
          {t(data?.standing === 'other' ? 'adopted.notTheSame' : 'adopted.fixed')}
        </span>
        {data && <Fingerprint sha256={data.sha256} standing={data.standing} />}
        {writable && (
          <Button icon={<FilePenLine />} aria-haspopup="dialog" onClick={() => setCorrecting(true)}>
            {kept ? t('corrigendum.goOn', { number: count + 1 }) : t('corrigendum.issue')}
          </Button>
        )}
      </div>
      {typeof typed === 'string' && (
        <div className={classNames(styles.notice, own.adopted)} data-tone="warn" role="alert">
          <TriangleAlert />
          <span className={styles.grow}>{t('adopted.typedMeanwhile')}</span>
          <Button variant="primary" aria-haspopup="dialog" onClick={() => takeTyped(typed)}>
            {t('corrigendum.withTyped')}
          </Button>
          <Button onClick={() => openRecords.discard(id, ['body'])}>{t('adopted.discardTyped')}</Button>
        </div>
      )}
      {correcting && <CorrigendumDialog id={id} adopted={record} onClose={() => setCorrecting(false)} />}
    </>
  )
}
