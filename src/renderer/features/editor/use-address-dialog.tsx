import { useCallback, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { showToast } from '../../store/toasts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { outsideAddress } from './text/outside-address.ts'
import css from './address-dialog.module.css'

/** Asks before an address is opened outside, with the whole address in sight. */
export function useAddressDialog(): readonly [(address: string) => void, ReactElement | null] {
  const { t } = useTranslation('editor')
  const [address, setAddress] = useState<string | null>(null)
  const ask = useCallback(
    (written: string) => {
      const found = outsideAddress(written)
      if (found === null) showToast({ message: t('outside.refused', { address: written.slice(0, 200) }), tone: 'bad' })
      setAddress(found)
    },
    [t],
  )
  const close = () => setAddress(null)
  const open = (url: string) => {
    close()
    client.call('host.openExternal', { url }).catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
  }
  const dialog =
    address === null ? null : (
      <ConfirmDialog
        open
        title={t('outside.title')}
        message={t(address.startsWith('mailto:') ? 'outside.mail' : 'outside.message')}
        confirmLabel={t('outside.open')}
        onConfirm={() => open(address)}
        onCancel={close}
      >
        <p className={css['address']}>{address}</p>
      </ConfirmDialog>
    )
  return [ask, dialog]
}
