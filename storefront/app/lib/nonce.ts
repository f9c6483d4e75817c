/** The content security policy's nonce on private pages; public pages are allowed by hashes. */
import { createContext, useContext } from "react"

const NonceContext = createContext<string | undefined>(undefined)
export const NonceProvider = NonceContext.Provider
export const useNonce = (): string | undefined => useContext(NonceContext)
