/** Gateway endpoints: their routes in the route tables of the VPC. */
@NullMarked
package io.vpclocal.endpoint.gateway;

import org.jspecify.annotations.NullMarked;
