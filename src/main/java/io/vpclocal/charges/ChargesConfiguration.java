package io.vpclocal.charges;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Puts the price list below all other configuration. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/vpclocal/charges/prices.properties")
class ChargesConfiguration {}
