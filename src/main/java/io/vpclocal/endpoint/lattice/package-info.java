/** Resource and service network endpoints, which connect to VPC Lattice. */
@NullMarked
package io.vpclocal.endpoint.lattice;

import org.jspecify.annotations.NullMarked;
