import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lastPlace, navigate, readAddress, rememberPlace, useAddress, type Place } from '../store/navigation.ts'
import { useOpenRecord } from '../store/records.ts'
import { useWorkspace } from '../store/session.ts'
import { BackupBanner } from './backup-banner.tsx'
import { MirrorBanner } from './mirror-banner.tsx'
import { ReadOnlyBanner } from './banners.tsx'
import { DialogOutlet } from './dialog-outlet.tsx'
import styles from './frame.module.css'
import { NoticesBanner } from './notices-banner.tsx'
import { PlaceView } from './place-view.tsx'
import { Sidebar } from './sidebar.tsx'
import { UndoQuestion } from './undo-question.tsx'
import { useBackToList } from './use-back-to-list.ts'
import { useFocusNotLost } from './use-focus-not-lost.ts'
import { useFrameCommands } from './use-frame-commands.ts'
import { useDoubleClick } from './use-double-click.ts'

/** The window's title: the record or the section, then the workspace. */
function useWindowTitle(place: Place, workspace: string) {
  const { t } = useTranslation('frame')
  const record = useOpenRecord('id' in place ? (place.id ?? '') : '')
  const title = record?.record?.title ?? t(`section.${place.page}`)
  useEffect(() => {
    document.title = `${title} – ${workspace}`
  }, [title, workspace])
}

/** Opens where the workspace was left, and remembers each step. */
function useLastPlace(workspace: string) {
  const address = useAddress()
  useEffect(() => {
    if (address === '/') navigate(lastPlace(workspace) ?? '/today', { replace: true })
    else rememberPlace(workspace, address)
  }, [workspace, address])
  return readAddress(address)
}

/** Sidebar and content, while a workspace is open. */
export function Frame() {
  const { t } = useTranslation('frame')
  const workspace = useWorkspace()
  const place = useLastPlace(workspace?.id ?? '')
  useWindowTitle(place, workspace?.name ?? '')
  useFrameCommands(place)
  useFocusNotLost(place)
  useDoubleClick()
  useBackToList(place)
  return (
    <>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <ReadOnlyBanner />
      <NoticesBanner />
      <BackupBanner />
      <MirrorBanner />
      <div className={styles.frame}>
        <Sidebar place={place} />
        <PlaceView place={place} />
      </div>
      <DialogOutlet />
      <UndoQuestion />
    </>
  )
}
