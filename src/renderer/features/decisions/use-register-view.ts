import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { readRegister, registerAddress, type RegisterView } from '../../store/decisions-address.ts'
import { addressNow, navigate, useAddress } from '../../store/navigation.ts'

/** After so many milliseconds without a key the address says what is looked for. */
const REST = 400

/** What is shown. The address has it, so that Back finds it again; what is typed runs ahead of the address until a pause, or `settle`. */
export function useRegisterView() {
  const address = useAddress()
  const asked = useMemo(() => readRegister(address), [address])
  const [draft, setDraft] = useState<{ readonly address: string; readonly view: RegisterView } | null>(null)
  // another address has come: Back
  const view = draft?.address === address ? draft.view : asked
  const latest = useRef(view)
  useEffect(() => {
    latest.current = view
  })
  const settle = useCallback(() => {
    if (location.pathname === '/decisions') navigate(registerAddress(latest.current), { replace: true })
  }, [])
  useEffect(() => {
    if (draft?.address !== address) return
    const timer = setTimeout(settle, REST)
    return () => clearTimeout(timer)
  }, [draft, address, settle])

  const change = (part: Partial<RegisterView>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setDraft({ address: addressNow(), view: next })
  }
  return { view, change, settle }
}
