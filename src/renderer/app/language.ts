/** Which language the window speaks: the chosen one, or the system's where it is one of ours. */
import type { Settings } from '../../shared/contract/app.ts'
import { learnHostWords } from '../i18n/host-words.ts'
import { i18n, systemLanguage } from '../i18n/index.ts'
import { useSession } from '../store/session.ts'

/** Changes the words once they are there; until then, and when they cannot be fetched, those before stay. */
export async function speak(setting: Settings['language']): Promise<void> {
  const language = setting === 'system' ? systemLanguage() : setting
  if (i18n.language !== language) {
    await learnHostWords(language)
    await i18n.changeLanguage(language)
  }
  document.documentElement.lang = language
}

/** From now on a change of the setting, also one made in another window, changes the words at once. */
export function followLanguage(): void {
  const follow = (setting: Settings['language']) =>
    speak(setting).catch((error: unknown) => console.warn('The words of another language could not be fetched.', error))
  addEventListener('languagechange', () => void follow(useSession.getState().app?.settings.language ?? 'system'))
  useSession.subscribe(({ app }, { app: before }) => {
    if (app && app.settings.language !== before?.settings.language) void follow(app.settings.language)
  })
}
