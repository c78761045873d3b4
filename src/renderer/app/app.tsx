import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../store/connection.ts'
import { useSession } from '../store/session.ts'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { OpeningPage } from './opening-page.tsx'
import styles from './app.module.css'
import { useFolderRequest } from '../parts/dialogs/choose-folder.ts'
import { useProgramQuestion } from '../parts/dialogs/program-question.ts'
import { ConnectionBanner } from './banners.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'
import { News } from './news.tsx'
import { useStrayFiles } from './use-stray-files.ts'
import { UnsavedBanner } from './unsaved-banner.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const StartPage = lazy(async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage }))
const ProblemPage = lazy(async () => ({ default: (await import('../features/problem/problem-page.tsx')).ProblemPage }))
const ProgramDialog = lazy(async () => ({ default: (await import('../features/attachments/program-dialog.tsx')).ProgramDialog }))
const FolderDialog = lazy(async () => ({ default: (await import('../features/folders/folder-dialog.tsx')).FolderDialog }))

/** Which of the application's screens is due. */
function Screen() {
  const { t } = useTranslation('frame')
  const app = useSession((session) => session.app)
  const { connected, refused } = useConnection()
  if (!app)
    return (
      <main className={styles.waiting}>
        <p role="status" className={styles.appear}>
          {connected ? t('starting') : t(refused ? 'usedAddress' : 'noHost')}
        </p>
      </main>
    )
  if (app.workspace.status === 'opening') return <OpeningPage opening={app.workspace} />
  if (app.workspace.status === 'problem') return <ProblemPage problem={app.workspace} />
  if (app.person === null || app.workspace.status === 'none') return <StartPage />
  return <Frame key={app.workspace.id} />
}

export function App() {
  useShortcuts()
  const folderRequest = useFolderRequest((store) => store.request)
  const program = useProgramQuestion((store) => store.question)
  useStrayFiles()
  return (
    <TooltipProvider>
      <ErrorBoundary>
        <ConnectionBanner />
        <UnsavedBanner />
        <Suspense fallback={null}>
          <Screen />
        </Suspense>
        <Suspense fallback={null}>{program && <ProgramDialog name={program.name} />}</Suspense>
        <Suspense fallback={null}>
          {folderRequest && (
            <FolderDialog purpose={folderRequest.purpose} onAnswer={folderRequest.answer} onArchive={folderRequest.answerArchive} />
          )}
        </Suspense>
      </ErrorBoundary>
      <News />
    </TooltipProvider>
  )
}
