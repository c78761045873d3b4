import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followLanguage, speak } from './app/language.ts'
import { flushBeforeLeaving } from './app/leaving.ts'
import { fetchPanelsAhead } from './app/panels.tsx'
import { startSession } from './app/start-session.ts'
import { followSystemTheme } from './app/theme.ts'
import { startI18n } from './i18n/index.ts'
import { passNonceToStyles } from './ui/nonce.ts'

passNonceToStyles()
followSystemTheme()
await startI18n()
await speak('system')
followLanguage()
fetchPanelsAhead()
flushBeforeLeaving()
startSession()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element #root.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
