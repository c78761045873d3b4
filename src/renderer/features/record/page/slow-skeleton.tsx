import { useEffect, useState } from 'react'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './page.module.css'

const SLOW = 200

/** Nothing at first: a record that is there at once must not flicker. */
export function SlowSkeleton() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW)
    return () => clearTimeout(timer)
  }, [])
  return <div className={styles.article}>{slow && <Skeleton lines={8} />}</div>
}
