package io.vpclocal.charges;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Loads the default price list with the lowest precedence. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/vpclocal/charges/prices.properties")
class ChargesConfiguration {}
