import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { i18n } from '../i18n/index.ts'

export interface Preloaded<P> {
  readonly Component: ComponentType<P>
  readonly preload: () => void
}

/**
 * A component in a chunk of its own that can be fetched ahead, with its words. Once it is there it is drawn at once:
 * what a person types right after the shortcut goes into it, not into what lay below.
 */
export function preloaded<P extends object>(
  namespaces: readonly string[],
  load: () => Promise<ComponentType<P>>,
  /** Stands there while the component is fetched. */
  fallback: (props: P) => ReactNode = () => null,
): Preloaded<P> {
  let Loaded: ComponentType<P> | undefined
  let loading: Promise<ComponentType<P>> | undefined
  const fetchAll = async () => {
    try {
      await i18n.loadNamespaces(namespaces)
      Loaded = await load()
      return Loaded
    } catch (error) {
      // the next use tries again
      loading = undefined
      throw error
    }
  }
  const fetchOnce = () => (loading ??= fetchAll())
  const Lazy = lazy(async () => ({ default: (await fetchOnce()) as ComponentType<object> }))
  const Component: ComponentType<P> = (props) => {
    // chosen once: going from one to the other would begin the component anew and lose what is in it
    const [Ready] = useState<ComponentType<P> | undefined>(() => Loaded)
    return <Suspense fallback={fallback(props)}>{Ready ? <Ready {...props} /> : <Lazy {...props} />}</Suspense>
  }
  return {
    Component,
    preload: () => {
      fetchOnce().catch((error: unknown) => console.warn('A part of the window could not be fetched ahead.', error))
    },
  }
}
