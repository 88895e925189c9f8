/** Shared by load balancers, target groups, and listeners: ARNs, names, tags, pages, limits, and errors. */
@NullMarked
package io.vpclocal.loadbalancer.resource;

import org.jspecify.annotations.NullMarked;
