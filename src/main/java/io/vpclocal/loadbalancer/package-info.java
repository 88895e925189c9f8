/** Elastic Load Balancing, as far as endpoint services stand on it: network and gateway load balancers. */
@NullMarked
package io.vpclocal.loadbalancer;

import org.jspecify.annotations.NullMarked;
