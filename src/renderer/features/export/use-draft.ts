/** What the dialog is being told: what leaves, in which form, where to. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { hostReason } from '../../api/format-error.ts'
import { chooseFolder } from '../../parts/dialogs/choose-folder.ts'
import { firstOptions } from '../../parts/export/export-format.ts'
import type { ExportWhat } from '../../parts/export/export-what.ts'
import { rememberSetting } from '../../store/remember-setting.ts'
import { useSettings, useWorkspace } from '../../store/session.ts'
import { folderName } from './what-words.ts'
import { startExport, useExportJob } from './export-job.ts'

export interface Draft {
  readonly what: ExportWhat
  readonly setWhat: (what: ExportWhat) => void
  readonly options: ExportOptions
  readonly setOptions: (options: ExportOptions) => void
  readonly folder: FolderInfo | null
  readonly choose: () => Promise<void>
  readonly name: string
  readonly setName: (name: string) => void
  /** Why it cannot go there, or could not begin. */
  readonly problem: string | undefined
  readonly starting: boolean
  readonly start: () => Promise<void>
}

/** `first`: what the place where the dialog was opened says. */
export function useDraft(first: ExportWhat): Draft {
  const { t } = useTranslation('export')
  const workspace = useWorkspace()
  const settings = useSettings()
  /** Of the export that was stopped or failed just now. */
  const before = useExportJob((state) => state.asked)
  const last = useExportJob((state) => state.folder)
  const [what, setWhat] = useState(before?.what ?? first)
  const [options, setOptions] = useState(before?.options ?? settings.export ?? firstOptions)
  const [folder, setFolder] = useState<FolderInfo | null>(before?.folder ?? last)
  /** null: as what leaves is called. */
  const [named, setNamed] = useState<string | null>(before?.name ?? null)
  const [error, setError] = useState<string>()
  const [starting, setStarting] = useState(false)
  const name = named ?? folderName(what, t, workspace?.name ?? '')

  return {
    what,
    setWhat,
    options,
    setOptions,
    folder,
    name,
    setName: setNamed,
    problem: folder && !folder.writable ? t('notWritable') : error,
    starting,
    choose: async () => {
      setError(undefined)
      try {
        setFolder((await chooseFolder('export')) ?? folder)
      } catch (cause) {
        setError(hostReason(cause))
      }
    },
    start: async () => {
      if (!folder || name.trim() === '' || starting) return
      setStarting(true)
      setError(undefined)
      try {
        await startExport({ what, options, folder, name: name.trim() })
        rememberSetting({ export: options })
      } catch (cause) {
        setError(hostReason(cause))
      } finally {
        setStarting(false)
      }
    },
  }
}
