import { FolderSync, X } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MirrorStatus } from '../../shared/contract/mirror.ts'
import { formatError } from '../api/format-error.ts'
import { formatNumber } from '../i18n/dates.ts'
import { showSettings } from '../parts/places/settings-section.ts'
import { dismissMirrorNotice, followMirror, useMirror } from '../store/mirror.ts'
import { showToast } from '../store/toasts.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Banner } from './banners.tsx'
import { hostWords } from '../i18n/host-words.ts'

const conflictsOf = ({ conflicts, moreConflicts }: MirrorStatus) => conflicts.length + moreConflicts

/** They come first. */
const isAboveLevel = ({ conflicts: [first] }: MirrorStatus) => first?.what === 'aboveLevel' || first?.what === 'asideAbove'

/** Another for every occasion: one that was closed says nothing about a later one. */
function keyOf(status: MirrorStatus): string {
  if (status.state === 'stopped') return `stopped ${status.problem?.message ?? ''}`
  return conflictsOf(status) > 0
    ? `conflicts ${conflictsOf(status)} ${status.conflicts[0]?.path ?? ''} ${status.conflicts[0]?.what ?? ''}`
    : ''
}

function Words({ status, said }: { readonly status: MirrorStatus; readonly said: string }) {
  const { t } = useTranslation('mirror')
  const isStopped = status.state === 'stopped'
  const count = conflictsOf(status)
  return (
    <Banner
      icon={<FolderSync />}
      action={
        <>
          <Button onClick={() => showSettings('mirror')}>{t('banner.open')}</Button>
          <IconButton label={t('banner.dismiss')} icon={<X />} onClick={() => dismissMirrorNotice(said)} />
        </>
      }
    >
      <strong>{t(isStopped ? 'banner.stopped' : 'banner.conflicts', { count, number: formatNumber(count) })}</strong>{' '}
      {isStopped ? hostWords(status.problem?.message ?? '') : isAboveLevel(status) && t('banner.aboveLevel')}
    </Banner>
  )
}

/** Says when the mirror stands still, or has left files alone. Its words come when they are needed. */
export function MirrorBanner() {
  const status = useMirror((mirror) => mirror.status)
  const dismissed = useMirror((mirror) => mirror.dismissed)
  useEffect(() => followMirror((error) => showToast({ message: formatError(error), tone: 'bad' })), [])
  const said = status ? keyOf(status) : ''
  if (!status || said === '' || dismissed === said) return null
  return (
    <Suspense fallback={null}>
      <Words status={status} said={said} />
    </Suspense>
  )
}
