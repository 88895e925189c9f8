/** The services behind VPC endpoints: AWS's own catalogue, and how the names of an endpoint follow from its service. */
@NullMarked
package io.vpclocal.endpointservice;

import org.jspecify.annotations.NullMarked;
