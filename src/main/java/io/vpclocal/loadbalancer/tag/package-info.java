/** The tags of load balancers, target groups and listeners. */
@NullMarked
package io.vpclocal.loadbalancer.tag;

import org.jspecify.annotations.NullMarked;
