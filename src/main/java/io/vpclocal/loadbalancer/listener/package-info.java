/** Listeners, which forward from a load balancer to target groups. */
@NullMarked
package io.vpclocal.loadbalancer.listener;

import org.jspecify.annotations.NullMarked;
