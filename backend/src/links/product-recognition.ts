import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import OcopModule from "../modules/ocop"

/** One product has many recognitions over the years: `product.recognitions`. */
export default defineLink(ProductModule.linkable.product, {
  linkable: OcopModule.linkable.recognition,
  isList: true,
})
