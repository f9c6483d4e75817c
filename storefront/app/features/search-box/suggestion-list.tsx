import { Icon, type IconName } from "#app/components/ui/icon"
import { markedText } from "./marked-text"
import { type Option, type OptionGroup } from "./options"

const ICONS: Record<Option["kind"], IconName> = {
  recent: "clock",
  product: "search",
  producer: "shop",
  place: "pin",
  all: "search",
}

/** The list under the field. The focus stays in the field; the active option is only pointed at. */
export function SuggestionList({
  id,
  groups,
  typed,
  active,
  open,
  onTake,
  onForgetAll,
}: {
  id: string
  groups: readonly OptionGroup[]
  typed: string
  active: number
  open: boolean
  onTake: (option: Option) => void
  /** Null where there is nothing to forget. */
  onForgetAll: (() => void) | null
}) {
  let index = -1
  return (
    <div
      hidden={!open}
      className="absolute inset-x-0 top-full z-40 mt-1.5 overflow-hidden rounded-md border-2 border-lacquer-deep bg-surface text-left text-ink shadow-lg"
    >
      {/* It scrolls with the active option: never a stop of its own on the way with the Tab key. */}
      <div
        id={id}
        role="listbox"
        aria-label="Gợi ý tìm kiếm"
        tabIndex={-1}
        className="max-h-[min(60dvh,30rem)] overflow-y-auto overscroll-contain py-1.5"
      >
        {groups.map(({ title, options }, group) => (
          <div
            key={title ?? "all"}
            role="group"
            aria-labelledby={title === null ? undefined : `${id}-group-${group}`}
            aria-label={title === null ? "Tìm trong tất cả sản phẩm" : undefined}
          >
            {title === null ? null : (
              <div
                id={`${id}-group-${group}`}
                role="presentation"
                className="px-3 pt-2 pb-1 text-sm font-semibold text-ink-soft"
              >
                {title}
              </div>
            )}
            {options.map((option) => {
              index += 1
              return (
                <SuggestedOption
                  key={option.href}
                  id={`${id}-${index}`}
                  option={option}
                  typed={option.kind === "all" ? "" : typed}
                  active={index === active}
                  onTake={onTake}
                />
              )
            })}
          </div>
        ))}
      </div>
      {onForgetAll ? (
        <div className="border-t border-sand-deep p-1.5">
          <button
            type="button"
            onClick={onForgetAll}
            className="min-h-11 rounded-md px-2 text-sm font-semibold text-river-deep underline hover:bg-sand"
          >
            Xóa các tìm kiếm gần đây
          </button>
        </div>
      ) : null}
    </div>
  )
}

function SuggestedOption({
  id,
  option,
  typed,
  active,
  onTake,
}: {
  id: string
  option: Option
  typed: string
  active: boolean
  onTake: (option: Option) => void
}) {
  const { kind, label, detail, thumbnail } = option
  return (
    // The keyboard reaches it through the field (aria-activedescendant).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={active}
      ref={active ? showOption : undefined}
      // Pressing must not take the focus out of the field before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(option)}
      className={`flex min-h-11 cursor-pointer items-center gap-3 px-3 py-1.5 ${
        active ? "bg-sand outline-2 -outline-offset-2 outline-lacquer" : "hover:bg-sand"
      }`}
    >
      {thumbnail ? (
        <img
          src={thumbnail}
          alt=""
          width={40}
          height={40}
          className="size-10 shrink-0 rounded-md object-cover"
        />
      ) : (
        <Icon name={ICONS[kind]} className="text-ink-soft" />
      )}
      <span className="min-w-0 flex-1 leading-snug">
        {markedText(label, typed).map(({ text, marked }, index) =>
          marked ? (
            <mark key={index} className="bg-transparent font-bold text-lacquer-deep">
              {text}
            </mark>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
        {detail ? <span className="block text-sm text-ink-soft">{detail}</span> : null}
      </span>
    </div>
  )
}

const showOption = (option: HTMLElement | null) =>
  option?.scrollIntoView({ block: "nearest" })
