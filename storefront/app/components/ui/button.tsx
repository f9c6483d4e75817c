import { Link, type LinkProps } from "@remix-run/react"
import { type ButtonHTMLAttributes } from "react"

export type ButtonVariant = "primary" | "secondary" | "quiet"
export type ButtonSize = "md" | "lg"
type Look = { variant?: ButtonVariant; size?: ButtonSize; block?: boolean }

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-lacquer text-surface hover:bg-lacquer-deep active:bg-lacquer-deep",
  secondary:
    "border-2 border-lacquer-deep bg-transparent text-lacquer-deep hover:bg-lacquer-deep hover:text-surface",
  quiet: "text-river-deep underline underline-offset-4 hover:bg-river-tint",
}
const SIZES: Record<ButtonSize, string> = {
  md: "min-h-11 px-4 py-2",
  lg: "min-h-13 px-6 py-3 text-lg",
}

/** The look of a button, for whatever element it must be. */
export function buttonClass({ variant = "primary", size = "md", block = false }: Look) {
  return [
    "inline-flex items-center justify-center gap-2 rounded-md text-center leading-tight font-semibold no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:bg-sand-deep disabled:text-ink-soft",
    VARIANTS[variant],
    SIZES[size],
    block ? "w-full" : "",
  ].join(" ")
}

export function Button({
  variant,
  size,
  block,
  className = "",
  type = "submit",
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type={type}
      className={`${buttonClass({ variant, size, block })} ${className}`}
      {...rest}
    />
  )
}

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function ButtonLink({
  variant,
  size,
  block,
  className = "",
  ...rest
}: Look & Omit<LinkProps, "className"> & { className?: string }) {
  return (
    <Link className={`${buttonClass({ variant, size, block })} ${className}`} {...rest} />
  )
}
