import { useLayoutEffect } from 'react'
import { remember } from '../../../parts/rows/list-memory.ts'
import { initialFilter, type Section } from '../../../parts/rows/sections.ts'
import { nothingSelected } from '../../../parts/rows/selection.ts'
import { navigate, useAddress } from '../../../store/navigation.ts'

/** A link may ask for a list with a filter (`listAddress`): it takes the place of the one that stood there, and can be changed. */
export function useAskedFilter(section: Section): void {
  const address = useAddress()
  useLayoutEffect(() => {
    const text = new URLSearchParams(address.split('?')[1]).get('text')
    if (text === null) return
    remember(section, { filter: { ...initialFilter(section), text }, selection: nothingSelected })
    navigate(`/${section}`, { replace: true })
  }, [address, section])
}
