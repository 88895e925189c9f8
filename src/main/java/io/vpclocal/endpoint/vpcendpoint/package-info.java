/** The VPC endpoint itself: what is stored of it, its states, and what the types of endpoints implement. */
@NullMarked
package io.vpclocal.endpoint.vpcendpoint;

import org.jspecify.annotations.NullMarked;
