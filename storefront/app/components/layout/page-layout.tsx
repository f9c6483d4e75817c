import { type ReactNode } from "react"
import { NavigationProgress } from "./navigation-progress"
import { SiteFooter } from "./site-footer"
import { SiteHeader } from "./site-header"

/** Header, content and footer of every page. The skip link of the document leads to <main>. */
export function PageLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <NavigationProgress />
      <SiteHeader />
      <main id="noi-dung" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
