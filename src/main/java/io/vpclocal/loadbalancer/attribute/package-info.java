/** The attributes of load balancers, target groups and listeners. */
@NullMarked
package io.vpclocal.loadbalancer.attribute;

import org.jspecify.annotations.NullMarked;
