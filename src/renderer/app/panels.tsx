import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf, readAddress, type KindSection } from '../store/navigation.ts'
import { i18n } from '../i18n/index.ts'
import { useReadOnly, useSettings } from '../store/session.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Splitter } from '../ui/splitter.tsx'
import { useCommand } from '../parts/commands/commands.ts'
import { askNewRecord } from '../parts/dialogs/dialogs.ts'
import { useFindCommand } from '../parts/find/use-find-command.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { closeInspectorOver, useInspectorOpen } from '../parts/places/inspector-open.ts'
import { showInspectorTab } from '../parts/places/inspector-tab.ts'
import { KindIcon } from '../parts/records/kind-icons.tsx'
import styles from './panels.module.css'
import { rememberSetting } from '../store/remember-setting.ts'
import { useOnePanel } from '../parts/places/use-media-query.ts'

const loadRecordPage = async () => ({ default: (await import('../features/record/record-page.tsx')).RecordPage })
const loadHistoryTab = async () => ({ default: (await import('../features/history/history-tab.tsx')).HistoryTab })
const loadInspector = async () => ({ default: (await import('../features/inspector/inspector.tsx')).Inspector })
const loadSectionPage = async () => ({ default: (await import('../features/lists/section-page.tsx')).SectionPage })
const SectionPage = lazy(loadSectionPage)
const RecordPage = lazy(loadRecordPage)
const Inspector = lazy(loadInspector)
const HistoryTab = lazy(loadHistoryTab)
const VersionPage = lazy(async () => ({ default: (await import('../features/history/version-page.tsx')).VersionPage }))

/**
 * Fetches the page of lists and its words while the window still connects, when its address is one of them: else they
 * would be asked for only after the host has answered.
 */
export function fetchPanelsAhead(): void {
  if (!('id' in readAddress(location.pathname))) return
  Promise.all([loadSectionPage(), i18n.loadNamespaces(['lists', 'fields'])]).catch((error: unknown) =>
    console.warn('The list could not be fetched ahead.', error),
  )
}

/** Who looks at a list opens a record next: its page is fetched while nothing else is done. */
function useRecordPageAhead() {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      Promise.all([loadRecordPage(), loadInspector()]).catch((error: unknown) =>
        console.warn('The record page could not be fetched ahead.', error),
      )
    })
    return () => cancelIdleCallback(idle)
  }, [])
}

/** Sections whose records have columns worth the whole width. */
const tables: ReadonlySet<KindSection> = new Set(['contacts', 'countries'])

/** A width that follows the pointer and is remembered when it rests. */
function useWidth(key: 'listWidth' | 'inspectorWidth') {
  const saved = useSettings()[key]
  const [moving, setMoving] = useState<number | null>(null)
  const commit = (value: number) => {
    setMoving(null)
    rememberSetting({ [key]: value })
  }
  return { width: moving ?? saved, setMoving, commit }
}

function NothingChosen({ section }: { readonly section: KindSection }) {
  const { t } = useTranslation('frame')
  const kind = kindOf(section)
  const writable = useReadOnly() === null
  return (
    <EmptyState
      icon={<KindIcon kind={kind} />}
      title={t(`choose.${section}`)}
      text={t('chooseHint')}
      actions={writable && <Button onClick={() => askNewRecord(kind)}>{t(`common:newKind.${kind}`)}</Button>}
    />
  )
}

interface RecordPlace {
  readonly section: KindSection
  readonly id: string
  /** An earlier version stands in the record's place. */
  readonly version: number | null
}

function RecordPanels({ section, id, version }: RecordPlace) {
  const { t } = useTranslation('frame')
  const kind = kindOf(section)
  const inspector = useInspectorOpen(kind)
  const { width, setMoving, commit } = useWidth('inspectorWidth')
  useFindCommand(id, version === null)
  useCommand('view.toggleInspector', inspector.toggle)
  useCommand('record.history', () => {
    showInspectorTab(id, 'history', true)
    if (!inspector.open) inspector.toggle()
  })
  useEffect(() => {
    // a version that was chosen in the inspector is not read under it
    if (version !== null) closeInspectorOver()
  }, [version])
  return (
    <>
      <main id="content" tabIndex={-1} className={styles.record}>
        <ErrorBoundary key={id}>
          <Suspense fallback={<Skeleton lines={8} />}>
            {version === null ? <RecordPage key={id} kind={kind} id={id} /> : <VersionPage key={id} kind={kind} id={id} rev={version} />}
          </Suspense>
        </ErrorBoundary>
      </main>
      {inspector.open && (
        <aside
          id="inspector"
          aria-label={t('inspector')}
          className={inspector.over ? styles.overInspector : styles.inspector}
          style={{ width }}
        >
          {!inspector.over && (
            <Splitter
              label={t('inspectorWidth')}
              controls="inspector"
              value={width}
              min={220}
              max={480}
              side="end"
              onChange={setMoving}
              onCommit={commit}
            />
          )}
          <div className={styles.column}>
            <ErrorBoundary key={id}>
              <Suspense fallback={<Skeleton lines={6} />}>
                <Inspector
                  key={id}
                  kind={kind}
                  id={id}
                  first={version === null ? 'kind' : 'history'}
                  history={
                    <Suspense fallback={<Skeleton lines={6} />}>
                      <HistoryTab kind={kind} id={id} shown={version} />
                    </Suspense>
                  }
                />
              </Suspense>
            </ErrorBoundary>
          </div>
        </aside>
      )}
    </>
  )
}

/** List, record and inspector side by side; tables and countries across the width; one at a time where there is no room. */
export function Panels({
  place: { page: section, id, version = null },
}: {
  readonly place: { readonly page: KindSection; readonly id: string | null; readonly version?: number | null }
}) {
  const { t } = useTranslation('frame')
  useRecordPageAhead()
  const onePanel = useOnePanel()
  const { width, setMoving, commit } = useWidth('listWidth')
  const list = (layout: 'list' | 'table') => (
    <ErrorBoundary key={section}>
      <Suspense fallback={<Skeleton lines={12} />}>
        <SectionPage key={section} section={section} selectedId={id} layout={layout} />
      </Suspense>
    </ErrorBoundary>
  )
  if (id === null && (onePanel || tables.has(section)))
    return (
      <main id="content" tabIndex={-1} className={styles.page}>
        {list(tables.has(section) ? 'table' : 'list')}
      </main>
    )
  // a country's page is a brief in columns
  if ((onePanel || section === 'countries') && id !== null) return <RecordPanels section={section} id={id} version={version} />
  return (
    <>
      <section id="list" aria-label={t(`section.${section}`)} className={styles.list} style={{ width }}>
        <div className={styles.column}>{list('list')}</div>
        <Splitter
          label={t('listWidth')}
          controls="list"
          value={width}
          min={220}
          max={640}
          side="start"
          onChange={setMoving}
          onCommit={commit}
        />
      </section>
      {id === null ? (
        <main id="content" tabIndex={-1} className={styles.record}>
          <NothingChosen section={section} />
        </main>
      ) : (
        <RecordPanels section={section} id={id} version={version} />
      )}
    </>
  )
}
