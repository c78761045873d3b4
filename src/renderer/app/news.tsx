import { useEffect, useRef } from 'react'
import { useAddress } from '../store/navigation.ts'
import { dismissToast, leavePage, useToasts } from '../store/toasts.ts'
import { Toasts } from '../ui/toasts.tsx'

/** Short news, and the end of those of a page that is left. */
export function News() {
  const toasts = useToasts((store) => store.toasts)
  const [path] = useAddress().split('?')
  const here = useRef(path)
  useEffect(() => {
    if (here.current !== path) leavePage()
    here.current = path
  }, [path])
  return <Toasts toasts={toasts} onDismiss={dismissToast} />
}
