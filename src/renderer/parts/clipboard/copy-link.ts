import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'
import { copyText } from './copy-text.ts'

/** The link to a record, as texts have it; what came of it is told. */
export async function copyLink(title: string): Promise<void> {
  await i18n.loadNamespaces('record')
  const done = await copyText(`[[${title}]]`)
  showToast(done ? { message: i18n.t('record:bar.copied', { title }) } : { message: i18n.t('record:bar.notCopied'), tone: 'bad' })
}
