/** What load balancers, target groups and listeners share: ARNs, names, tags, pages, limits and errors. */
@NullMarked
package io.vpclocal.loadbalancer.resource;

import org.jspecify.annotations.NullMarked;
