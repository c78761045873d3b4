/** A text as a file of the person's: by the system's dialog, or into the browser's downloads. */
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { savedTextName, type SavedTextType } from '../../../shared/model/saved-text.ts'
import { showToast } from '../../store/toasts.ts'
import { hostHasFiles } from '../attachments/choose-files.ts'
import { download } from './download.ts'

export interface TextFile {
  /** With or without its ending. */
  readonly name: string
  readonly text: string
  readonly type: SavedTextType
}

/** Failures are told; nothing is thrown. `told` are sentences about the file: nobody hears them of a file that was not saved. */
export async function saveText({ name, text, type }: TextFile, told: readonly string[] = []): Promise<void> {
  try {
    await i18n.loadNamespaces('attachments')
    const named = savedTextName(name, type)
    if (hostHasFiles()) {
      const { saved } = await client.call('host.saveText', { name: named, text, type })
      if (!saved) return
      showToast({ message: i18n.t('attachments:savedText', { name: named }), tone: 'good' })
    } else download(named, text)
    for (const message of told) showToast({ message })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
