import { useCallback, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { outsideAddress } from './text/outside-address.ts'
import css from './address-dialog.module.css'

const open = (url: string) => {
  client.call('host.openExternal', { url }).catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
}

/** Before an address is opened outside somebody asks, with the whole address in sight: the host, or this dialog. */
export function useAddressDialog(): readonly [(address: string) => void, ReactElement | null] {
  const { t } = useTranslation('editor')
  const hostAsks = useAppState().capabilities.outside === 'host'
  const [address, setAddress] = useState<string | null>(null)
  const ask = useCallback(
    (written: string) => {
      const found = outsideAddress(written)
      if (found === null) showToast({ message: t('outside.refused', { address: written.slice(0, 200) }), tone: 'bad' })
      else if (hostAsks) open(found)
      else setAddress(found)
    },
    [t, hostAsks],
  )
  const close = () => setAddress(null)
  const dialog =
    address === null ? null : (
      <ConfirmDialog
        open
        title={t('outside.title')}
        message={t(address.startsWith('mailto:') ? 'outside.mail' : 'outside.message')}
        confirmLabel={t('outside.open')}
        onConfirm={() => {
          close()
          open(address)
        }}
        onCancel={close}
      >
        <p className={css['address']}>{address}</p>
      </ConfirmDialog>
    )
  return [ask, dialog]
}
