/** Says of a record that was handed over what it names above its own level, and offers it without. */
import type { HandedOver } from '../../../shared/contract/hand-over.ts'
import { i18n } from '../../i18n/index.ts'
import { showToast } from '../../store/toasts.ts'

export interface Given extends Pick<HandedOver, 'above'> {
  readonly id: string
  /** What was done with it, in a sentence. */
  readonly message: string
  /** The same without what is above its level. */
  readonly without: { readonly label: 'copyWithout' | 'printWithout' | 'saveWithout'; readonly run: () => void }
}

/** The words of `record` are there. */
export function tellGiven({ above, id, message, without: { label, run } }: Given): void {
  const about = `hand-over ${id}`
  if (!above) {
    showToast({ message, about })
    return
  }
  const named = i18n.t('record:handOver.names', { count: above.records, level: i18n.t(`record:handOver.level.${above.level}`) })
  showToast({ message: `${message} ${named}`, about, action: { label: i18n.t(`record:handOver.${label}`), run } })
}
