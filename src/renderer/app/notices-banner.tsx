import { Info, TriangleAlert, X } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissNotice, useBackups } from '../store/backups.ts'
import { useWorkspace, type OpenWorkspace } from '../store/session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Banner } from './banners.tsx'

function Notice({
  notice: { code, message },
  onDismiss,
}: {
  readonly notice: OpenWorkspace['notices'][number]
  readonly onDismiss: () => void
}) {
  const { t } = useTranslation('backups')
  const isCalm = code !== 'damaged'
  return (
    <Banner
      tone={isCalm ? 'calm' : 'warn'}
      icon={isCalm ? <Info /> : <TriangleAlert />}
      action={<IconButton label={t('notice.dismiss')} icon={<X />} onClick={onDismiss} />}
    >
      <strong>{t(`notice.title.${code}`)}</strong> {message}
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
