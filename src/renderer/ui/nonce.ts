import { setNonce } from 'get-nonce'

/** The nonce of this response's content policy; CodeMirror's `EditorView.cspNonce` needs it too. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Radix and cmdk write style elements: they ask get-nonce for their pass. */
export const passNonceToStyles = (): void => setNonce(cspNonce())
