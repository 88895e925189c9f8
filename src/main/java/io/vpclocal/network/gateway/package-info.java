/** Internet gateways and egress-only internet gateways, with their VPC attachments. */
@NamedInterface("gateway")
@NullMarked
package io.vpclocal.network.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
