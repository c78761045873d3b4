import { useEffect, useState } from 'react'
import styles from './flag.module.css'

type Addresses = Readonly<Record<string, string>>
let addresses: Addresses | undefined

/** A country's flag as SVG (flag characters are not drawn on Windows). Decoration: the name stands beside it. */
export function Flag({ alpha2, size = 'small' }: { readonly alpha2: string; readonly size?: 'small' | 'large' | undefined }) {
  const [known, setKnown] = useState(addresses)
  useEffect(() => {
    if (addresses) return
    let current = true
    // a chunk of its own: 270 addresses are no part of the first load
    const load = async () => {
      addresses = (await import('./flag-addresses.ts')).flagAddresses
      if (current) setKnown(addresses)
    }
    void load()
    return () => {
      current = false
    }
  }, [])
  const address = known?.[alpha2.toLowerCase()]
  const className = size === 'large' ? styles.large : styles.flag
  if (!address) return <span className={className} aria-hidden="true" />
  return <img className={className} src={address} alt="" loading="lazy" />
}
