/**
 * Draws what the pages themselves show – hero, social card, marks – into the storefront's assets,
 * which are committed: `npx tsx seed/illustrations/scenes/render.ts` after a change to a scene.
 */
import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import sharp from "sharp"
import { emblem, favicon } from "./emblem"
import { heroTall, heroWide, socialCard } from "./hero"

const ASSETS = path.resolve(__dirname, "../../../storefront/app/assets/illustrations")

const mark = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>\n`

async function render(): Promise<void> {
  await mkdir(ASSETS, { recursive: true })
  const scenes = [
    { name: "hero-wide", svg: heroWide(), widths: [960, 1600] },
    { name: "hero-tall", svg: heroTall(), widths: [480, 800] },
  ]
  for (const { name, svg, widths } of scenes) {
    for (const width of widths) {
      const sized = sharp(Buffer.from(svg)).removeAlpha().resize({ width })
      const file = path.join(ASSETS, `${name}-${width}`)
      await sized.clone().avif({ quality: 55, effort: 7 }).toFile(`${file}.avif`)
      await sized.clone().webp({ quality: 76, effort: 6 }).toFile(`${file}.webp`)
    }
  }
  // Messengers and social networks read neither AVIF nor, all of them, WebP.
  await sharp(Buffer.from(socialCard()))
    .flatten()
    .jpeg({ quality: 78, mozjpeg: true })
    .toFile(path.join(ASSETS, "social-card.jpg"))
  await writeFile(path.join(ASSETS, "emblem.svg"), mark(emblem()))
  await writeFile(path.join(ASSETS, "favicon.svg"), mark(favicon()))
}

render().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
