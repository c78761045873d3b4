import { useSession } from '../store/session.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

const paint = (): void => {
  const chosen = useSession.getState().app?.settings.theme ?? 'system'
  document.documentElement.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
}

/** Light or dark as the setting says, or as the system does; from the first paint on. */
export function followSystemTheme(): void {
  paint()
  dark.addEventListener('change', paint)
  useSession.subscribe(paint)
}
