import { ArrowLeft, ChevronLeft, ChevronRight, PanelRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/contract/history.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { formatInstant } from '../../i18n/dates.ts'
import { runCommand } from '../../parts/commands/commands.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useInspectorOpen } from '../../parts/places/inspector-open.ts'
import { navigate, recordAddress, versionAddress } from '../../store/navigation.ts'
import { useAppState } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './version.module.css'

export interface VersionBarProps {
  readonly kind: Kind
  readonly id: string
  /** When the version was saved; empty until that is known. */
  readonly savedAt: string
  readonly compared: Comparison | undefined
}

/** Above a version: the way back to the record, which version this is, and its neighbours. */
export function VersionBar({ kind, id, savedAt, compared }: VersionBarProps) {
  const { t } = useTranslation(['history', 'record'])
  const { platform } = useAppState()
  const inspector = useInspectorOpen(kind)
  const { older = null, newer = null } = compared ?? {}
  const step = (label: string, rev: number | null, icon: ReactNode) => (
    <IconButton label={label} icon={icon} disabled={rev === null} onClick={() => rev !== null && navigate(versionAddress(kind, id, rev))} />
  )
  return (
    <header className={css['bar']}>
      <IconButton label={t('back')} icon={<ArrowLeft />} onClick={() => navigate(recordAddress(kind, id))} />
      <p className={css['which']}>{savedAt && t('versionOf', { at: formatInstant(savedAt) })}</p>
      {step(t('older'), older, <ChevronLeft />)}
      {step(t('newer'), newer, <ChevronRight />)}
      <IconButton
        label={t('record:bar.inspector')}
        shortcut={shortcutOf('view.toggleInspector', platform)}
        pressed={inspector.open}
        icon={<PanelRight />}
        onClick={() => runCommand('view.toggleInspector')}
      />
    </header>
  )
}
