import { ArchiveX, X } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '../../shared/contract/backups.ts'
import { formatError } from '../api/format-error.ts'
import { formatNumber } from '../i18n/dates.ts'
import { PlaceLink } from '../parts/places/place-link.tsx'
import { dismissNotice, followBackups, missingFilesValues, useBackups } from '../store/backups.ts'
import { showToast } from '../store/toasts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Banner } from './banners.tsx'
import { hostWords } from '../i18n/host-words.ts'

interface Said {
  readonly what: 'dropped' | 'failed' | 'missing' | 'overdue'
  /** Another for every occasion: one that was closed says nothing about a later one. */
  readonly key: string
}

function toSay({ dropped, failed, missingFiles, overdue, last }: BackupStatus): Said | null {
  if (dropped) return { what: 'dropped', key: `dropped ${dropped.at}` }
  if (failed) return { what: 'failed', key: `failed ${failed.at}` }
  if (missingFiles) return { what: 'missing', key: `missing ${missingFiles.count} ${missingFiles.first.id}` }
  return overdue ? { what: 'overdue', key: `overdue ${last?.at ?? ''}` } : null
}

function Words({ status, said }: { readonly status: BackupStatus; readonly said: Said }) {
  const { t } = useTranslation('backups')
  const { before = 0, after = 0 } = status.dropped ?? {}
  const values = said.what === 'missing' ? missingFilesValues(status) : { before: formatNumber(before), after: formatNumber(after) }
  return (
    <Banner icon={<ArchiveX />} action={<IconButton label={t('banner.dismiss')} icon={<X />} onClick={() => dismissNotice(said.key)} />}>
      <strong>{t(`banner.${said.what}`, values)}</strong> {said.what === 'failed' && `${hostWords(status.failed?.message ?? '')} `}
      <PlaceLink address="/settings">{t('banner.open')}</PlaceLink>
    </Banner>
  )
}

/** Says when backups are wanting, or when far fewer records are left than before. Its words come when they are needed. */
export function BackupBanner() {
  const status = useBackups((backups) => backups.status)
  const dismissed = useBackups((backups) => backups.dismissed)
  useEffect(() => followBackups((error) => showToast({ message: formatError(error), tone: 'bad' })), [])
  const said = status && toSay(status)
  if (!status || !said || dismissed.has(said.key)) return null
  return (
    <Suspense fallback={null}>
      <Words status={status} said={said} />
    </Suspense>
  )
}
