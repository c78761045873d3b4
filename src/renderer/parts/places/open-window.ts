import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { showToast } from '../../store/toasts.ts'

/** Opens a place in a second window. */
export async function openInWindow(address: string): Promise<void> {
  try {
    const { url } = await client.call('windows.open', { address })
    if (url !== null) window.open(url, '_blank', 'noopener')
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
