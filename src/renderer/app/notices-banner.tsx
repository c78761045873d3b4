import { Info, TriangleAlert, X } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../api/client.ts'
import { formatError } from '../api/format-error.ts'
import { formatInstant, formatNumber } from '../i18n/dates.ts'
import { PlaceLink } from '../parts/places/place-link.tsx'
import { useOpenAgain } from '../parts/recovery/use-open-again.ts'
import { dismissNotice, useBackups } from '../store/backups.ts'
import { recordAddress } from '../store/navigation.ts'
import { useAppState, useWorkspace, type OpenWorkspace } from '../store/session.ts'
import { showToast } from '../store/toasts.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Banner } from './banners.tsx'
import { hostWords } from '../i18n/host-words.ts'

type NoticeOf = OpenWorkspace['notices'][number]

/** Records that a notice leads to. */
const LINKED = 5

/** After these the files of before lie in the folder. */
const RECOVERIES: ReadonlySet<NoticeOf['code']> = new Set(['salvaged', 'backupRestored'])

const report = (error: unknown) => void showToast({ message: formatError(error), tone: 'bad' })

function OpenAgain() {
  const { t } = useTranslation('backups')
  const { busy, openAgain } = useOpenAgain()
  return (
    <Button disabled={busy} onClick={() => void openAgain()}>
      {t('notice.again')}
    </Button>
  )
}

function Notice({ notice: { code, message, records, backup }, onDismiss }: { readonly notice: NoticeOf; readonly onDismiss: () => void }) {
  const { t } = useTranslation('backups')
  const { capabilities } = useAppState()
  const title = useRef<HTMLElement>(null)
  const isCalm = code !== 'damaged'
  const isRecovery = RECOVERIES.has(code)
  // the screen that led here is gone, and the focus with it
  useEffect(() => {
    if (isRecovery) title.current?.focus()
  }, [isRecovery])
  return (
    <Banner
      tone={isCalm ? 'calm' : 'warn'}
      icon={isCalm ? <Info /> : <TriangleAlert />}
      action={
        <>
          {isRecovery && capabilities.reveal && (
            <Button onClick={() => void client.call('host.reveal', { folder: null }).catch(report)}>{t('notice.reveal')}</Button>
          )}
          {code === 'damaged' && <OpenAgain />}
          <IconButton label={t('notice.dismiss')} icon={<X />} onClick={onDismiss} />
        </>
      }
    >
      <strong ref={title} tabIndex={-1}>
        {t(`notice.title.${code}`)}
      </strong>{' '}
      {backup && `${t('notice.backup', { count: backup.records, number: formatNumber(backup.records), when: formatInstant(backup.at) })} `}
      {hostWords(message)}
      {records && records.length > 0 && ` ${t('notice.records')}`}
      {records?.slice(0, LINKED).map(({ id, kind, title: name }) => (
        <span key={id}>
          {' '}
          <PlaceLink address={recordAddress(kind, id)}>{name}</PlaceLink>
        </span>
      ))}
    </Banner>
  )
}

/** What opening found and put right, and damage found since, until it is closed. */
export function NoticesBanner() {
  const workspace = useWorkspace()
  const dismissed = useBackups((backups) => backups.dismissed)
  const keyOf = (message: string) => `${workspace?.id ?? ''} ${message}`
  const shown = (workspace?.notices ?? []).filter(({ message }) => !dismissed.has(keyOf(message)))
  return shown.map((notice) => (
    <Suspense key={notice.message} fallback={null}>
      <Notice notice={notice} onDismiss={() => dismissNotice(keyOf(notice.message))} />
    </Suspense>
  ))
}
