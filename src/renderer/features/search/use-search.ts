import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { addressNow, navigate, useAddress } from '../../store/navigation.ts'
import { readSearch, searchAddress, type Search } from '../../store/search-address.ts'

/** After so many milliseconds without a key the address says what is searched. */
const REST = 400

/**
 * What is searched. The address has it, so that Back, a reload and another window find it again; what is typed runs
 * ahead of the address, which follows when the person rests or leaves (`settle`).
 */
export function useSearch() {
  const address = useAddress()
  const asked = useMemo(() => readSearch(address), [address])
  const [draft, setDraft] = useState<{ readonly address: string; readonly search: Search } | null>(null)
  // another address has come: Back, a kept search
  const search = draft?.address === address ? draft.search : asked

  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const settle = useCallback(() => {
    const next = searchAddress(latest.current)
    if (location.pathname === '/search' && next !== null) navigate(next, { replace: true })
  }, [])
  useEffect(() => {
    if (draft?.address !== address) return
    const timer = setTimeout(settle, REST)
    return () => clearTimeout(timer)
  }, [draft, address, settle])

  const change = (part: Partial<Search>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setDraft({ address: addressNow(), search: next })
  }
  return { search, change, settle }
}
