import { useEffect } from "react"
import { defineWidgetConfig } from "@medusajs/admin-sdk"

/** Where the admin keeps the language, chosen under "Profile" or fallen back to. */
const LANGUAGE = "lng"
/** Says that this browser was given Vietnamese once; what is chosen afterwards stays. */
const GIVEN = "ocop-language-given"

/**
 * The admin falls back to English, writes that down as if it had been chosen, and has no setting
 * for another default: on the first visit of a browser it is put right before anyone signs in.
 */
const VietnameseByDefault = () => {
  useEffect(() => {
    if (window.localStorage.getItem(GIVEN) !== null) return
    window.localStorage.setItem(GIVEN, "vi")
    window.localStorage.setItem(LANGUAGE, "vi")
    document.cookie = `${LANGUAGE}=vi; path=/; SameSite=Strict`
    window.location.reload()
  }, [])
  return null
}

export const config = defineWidgetConfig({ zone: "login.before" })

export default VietnameseByDefault
