import { Form, useNavigate, useSearchParams } from "@remix-run/react"
import { type KeyboardEvent, useId, useRef, useState } from "react"
import { normaliseText } from "@ocop/backend/contracts/text"
import { Icon } from "#app/components/ui/icon"
import { paths } from "#app/lib/paths"
import { useHydrated } from "#app/lib/use-hydrated"
import { comboboxAction } from "./combobox-keys"
import { recentOptions, suggestedOptions, type Option } from "./options"
import {
  browserStore,
  forgetSearch,
  forgetSearches,
  recentSearches,
  rememberSearch,
} from "./recent-searches"
import { SuggestionList } from "./suggestion-list"
import { useSuggestions } from "./use-suggestions"

type Props = {
  /** Two search forms may stand on one page; each field needs its own id. */
  id: string
  size?: "md" | "lg"
  className?: string
}

/** A plain GET form; with JavaScript it offers what the shop has while somebody types. */
export function SearchBox(props: Props) {
  const [params] = useSearchParams()
  const asked = params.get("q") ?? ""
  // A new search is a new field: what was typed for the last one is gone.
  return <Box key={asked} asked={asked} {...props} />
}

function Box({ id, size = "md", className = "", asked }: Props & { asked: string }) {
  const hydrated = useHydrated()
  const navigate = useNavigate()
  const list = useId()
  // Not controlled: what is typed before JavaScript takes over must not be lost.
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [recent, setRecent] = useState<string[]>([])
  const shown = useSuggestions(open ? text : "")

  const groups =
    text === ""
      ? recentOptions(recent)
      : shown
        ? suggestedOptions(text, shown.suggestions)
        : []
  const options = groups.flatMap((group) => group.options)
  const isOpen = hydrated && open && options.length > 0
  const activeIndex = active < options.length ? active : -1

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const read = () => {
    setText(normaliseText(field.current?.value ?? ""))
    setRecent(recentSearches(browserStore()))
    setActive(-1)
    setOpen(true)
  }
  const take = (option: Option) => {
    if (option.kind === "all") rememberSearch(browserStore(), text)
    if (option.kind === "recent") rememberSearch(browserStore(), option.label)
    close()
    navigate(option.href)
  }
  const forget = (option: Option | undefined) => {
    if (option?.kind !== "recent") return
    forgetSearch(browserStore(), option.label)
    setRecent(recentSearches(browserStore()))
    setActive(-1)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isForOthers(event)) return
    const state = { open: isOpen, active: activeIndex, count: options.length }
    const action = comboboxAction(event.key, state)
    const option = options[activeIndex]
    if (action.do === "nothing") return
    if (action.do === "forget" && option?.kind !== "recent") return
    event.preventDefault()
    if (action.do === "open") {
      setOpen(true)
      setActive(action.active)
    } else if (action.do === "close") close()
    else if (action.do === "forget") forget(option)
    else if (action.do === "take" && option) take(option)
    else if (action.do === "clear" && field.current) {
      field.current.value = ""
      setText("")
    }
  }

  const height = size === "lg" ? "min-h-14" : "min-h-11"
  return (
    // It only notices that the focus has gone elsewhere.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`relative ${className}`}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close()
      }}
    >
      <Form
        action={paths.catalog()}
        role="search"
        aria-label={size === "lg" ? "Tìm sản phẩm OCOP" : "Tìm trong cửa hàng"}
        onSubmit={() => {
          rememberSearch(browserStore(), normaliseText(field.current?.value ?? ""))
          close()
        }}
        className="flex overflow-hidden rounded-md border-2 border-lacquer-deep bg-surface focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-(--focus)"
      >
        <label htmlFor={id} className="sr-only">
          Tìm sản phẩm, chủ thể hoặc địa phương
        </label>
        <input
          ref={field}
          id={id}
          type="text"
          name="q"
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          placeholder="Nước mắm, trà, đèn lồng, Tiên Phước…"
          onInput={read}
          // Words that stand there already were not typed now: nobody asks for suggestions.
          onFocus={({ currentTarget }) => currentTarget.value === "" && read()}
          onClick={read}
          onKeyDown={onKeyDown}
          {...(hydrated
            ? {
                role: "combobox",
                "aria-autocomplete": "list",
                "aria-expanded": isOpen,
                "aria-controls": list,
                "aria-activedescendant":
                  isOpen && activeIndex >= 0 ? `${list}-${activeIndex}` : undefined,
              }
            : { role: "searchbox" })}
          className={`${height} w-full min-w-0 bg-transparent px-3 text-base text-ink outline-none placeholder:text-ink-soft`}
        />
        <button
          type="submit"
          className={`${height} inline-flex min-w-12 items-center justify-center gap-2 bg-lacquer-deep px-3 font-semibold text-surface hover:bg-lacquer focus-visible:-outline-offset-4 focus-visible:outline-gold`}
        >
          <Icon name="search" />
          <span className={size === "lg" ? "" : "max-lg:sr-only"}>Tìm</span>
        </button>
      </Form>
      {hydrated ? (
        <p role="status" className="sr-only">
          {isOpen ? `${options.length} gợi ý, dùng phím mũi tên để chọn` : ""}
        </p>
      ) : null}
      {hydrated ? (
        <SuggestionList
          id={list}
          groups={groups}
          typed={text}
          active={activeIndex}
          open={isOpen}
          onTake={take}
          onForgetAll={
            text === "" && recent.length > 0
              ? () => {
                  forgetSearches(browserStore())
                  setRecent([])
                  field.current?.focus()
                }
              : null
          }
        />
      ) : null}
    </div>
  )
}

/** The key that ends a composition, which some browsers send when they no longer call it one. */
const COMPOSED = 229

/** Keys of an input method while it composes a word, and of the browser's own commands. */
const isForOthers = ({ nativeEvent: key }: KeyboardEvent): boolean =>
  key.isComposing ||
  key.keyCode === COMPOSED ||
  key.altKey ||
  key.ctrlKey ||
  key.metaKey ||
  key.shiftKey
