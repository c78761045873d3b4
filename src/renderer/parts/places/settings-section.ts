import { useEffect, type RefObject } from 'react'
import { create } from 'zustand'
import { navigate } from '../../store/navigation.ts'

export type SettingsSection = 'backups' | 'mirror'

const useWanted = create<{ readonly wanted: SettingsSection | null }>(() => ({ wanted: null }))

/** Opens the settings at a section. */
export function showSettings(section: SettingsSection): void {
  useWanted.setState({ wanted: section })
  navigate('/settings')
}

/** Brings the section's heading into sight, and the keys to it, once it was asked for. */
export function useSectionWanted(section: SettingsSection, heading: RefObject<HTMLElement | null>): void {
  const isWanted = useWanted(({ wanted }) => wanted === section)
  useEffect(() => {
    if (!isWanted) return
    // what stands above may still be getting its height
    const frame = requestAnimationFrame(() => {
      useWanted.setState({ wanted: null })
      heading.current?.scrollIntoView({ block: 'start' })
      heading.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [isWanted, heading])
}
