import { copyBySelection } from '../parts/clipboard/copy-text.ts'
import { readableValue } from '../parts/records/readable-value.ts'
import { i18n } from '../i18n/index.ts'
import { openRecords } from '../store/records.ts'
import { showToast } from '../store/toasts.ts'
import { unsavedText } from '../store/unsaved-text.ts'

/** Puts everything that is typed and not saved on the clipboard. */
export function copyUnsaved(): void {
  // the names of fields may not be loaded, and cannot be any more: the field's own name stands then
  const fields = i18n.getFixedT(null, 'fields')
  const text = unsavedText(openRecords.store.getState(), {
    label: (field) => fields(`label.${field}`, { defaultValue: field }),
    value: (value, field) => readableValue(field, value, { t: fields, country: (code) => code }),
  })
  // at once, by the person's click: a permission would have to be asked of a host that is gone
  const copied = copyBySelection(text)
  showToast({ message: i18n.t(copied ? 'frame:lostHost.copied' : 'frame:lostHost.notCopied'), tone: copied ? 'good' : 'bad' })
}
