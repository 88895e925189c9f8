/** The stored VPC endpoint, its states, and the interface that each endpoint type implements. */
@NullMarked
package io.vpclocal.endpoint.vpcendpoint;

import org.jspecify.annotations.NullMarked;
