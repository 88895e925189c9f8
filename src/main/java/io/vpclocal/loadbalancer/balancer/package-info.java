/** Load balancers with their attributes and their network interfaces in subnets. */
@NullMarked
package io.vpclocal.loadbalancer.balancer;

import org.jspecify.annotations.NullMarked;
