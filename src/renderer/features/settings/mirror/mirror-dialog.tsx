import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../../shared/contract/app.ts'
import type { MirrorStatus } from '../../../../shared/contract/mirror.ts'
import { client } from '../../../api/client.ts'
import { hostReason } from '../../../api/format-error.ts'
import { chooseFolder } from '../../../parts/dialogs/choose-folder.ts'
import { ExportOptionsForm } from '../../../parts/export/export-options-form.tsx'
import { FolderRow } from '../../../parts/folders/folder-row.tsx'
import { setMirrorStatus } from '../../../store/mirror.ts'
import { useWorkspace } from '../../../store/session.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import settings from '../settings.module.css'

export interface MirrorDialogProps {
  readonly status: MirrorStatus
  readonly onClose: () => void
}

/** Where the mirror lies, in which form and when it is written. Of one that is on, the place stays. */
export function MirrorDialog({ status, onClose }: MirrorDialogProps) {
  const { t } = useTranslation('mirror')
  const workspace = useWorkspace()
  const [folder, setFolder] = useState<FolderInfo | null>(null)
  const [name, setName] = useState(workspace?.name ?? '')
  const [options, setOptions] = useState(status.options)
  const [when, setWhen] = useState(status.when)
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { on } = status
  const told = folder && !folder.writable ? t('dialog.notWritable') : error

  const choose = async () => {
    setError('')
    try {
      setFolder((await chooseFolder('mirror')) ?? folder)
    } catch (cause) {
      setError(hostReason(cause))
    }
  }
  const submit = async () => {
    setBusy(true)
    setError('')
    try {
      if (on) setMirrorStatus(await client.call('mirror.change', { options, when }))
      else if (folder) setMirrorStatus(await client.call('mirror.start', { folder: folder.handle, name: name.trim(), options, when }))
      onClose()
    } catch (cause) {
      setError(hostReason(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={t(on ? 'dialog.change' : 'dialog.on')}
      description={t(on ? 'dialog.changeHint' : 'dialog.onHint')}
      size="medium"
      submitLabel={t(on ? 'dialog.save' : 'dialog.start')}
      ready={!isBusy && (on || (folder?.writable === true && name.trim() !== ''))}
      refused={told}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!on && (
        <>
          <FolderRow
            label={t('dialog.into')}
            location={folder?.location ?? t('dialog.noFolder')}
            action={t(folder ? 'dialog.chooseOther' : 'dialog.choose')}
            disabled={false}
            autoFocus
            onChoose={() => void choose()}
          />
          {folder?.syncedBy && <p className={settings.warning}>{t('dialog.synced', { product: folder.syncedBy })}</p>}
          <TextField label={t('dialog.name')} value={name} onChange={setName} maxLength={120} autoComplete="off" />
        </>
      )}
      <Select
        label={t('when.label')}
        value={when}
        options={(['change', 'command'] as const).map((value) => ({ value, label: t(`when.${value}`) }))}
        onChange={setWhen}
      />
      <ExportOptionsForm options={options} onChange={setOptions} report={false} />
    </FormDialog>
  )
}
