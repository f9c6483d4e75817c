import { Module } from "@medusajs/framework/utils"
import PaymentNoticeService from "./service"

export const PAYMENT_NOTICE_MODULE = "payment_notice"

export default Module(PAYMENT_NOTICE_MODULE, { service: PaymentNoticeService })
