import { setNonce } from 'get-nonce'

/** The nonce of this response's content policy; CodeMirror's `EditorView.cspNonce` needs it too. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Radix writes style elements, and asks get-nonce for their pass. */
export const passNonceToStyles = (): void => setNonce(cspNonce())
