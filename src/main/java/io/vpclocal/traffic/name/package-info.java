/** Names in requests: what they stand for in the DNS of a VPC, or by their tag. */
@NullMarked
package io.vpclocal.traffic.name;

import org.jspecify.annotations.NullMarked;
