/** Policies and owners of resources that upstreams keep, learnt from the calls that pass. */
@NullMarked
package io.vpclocal.gateway.policy;

import org.jspecify.annotations.NullMarked;
