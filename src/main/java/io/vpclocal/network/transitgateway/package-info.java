/** Transit gateways, their VPC attachments and their route tables. */
@NamedInterface("transitgateway")
@NullMarked
package io.vpclocal.network.transitgateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
