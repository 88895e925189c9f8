/** Internet gateways and egress-only internet gateways, with their VPC attachments. */
@NamedInterface("internetgateway")
@NullMarked
package io.vpclocal.network.internetgateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
